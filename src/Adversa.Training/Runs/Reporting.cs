using System.Text.Json.Nodes;
using Adversa.Training.Events;

namespace Adversa.Training.Runs;

/// <summary>Tells every so many rounds what was measured, how fast it goes and how long it will take, and what the data has cost.</summary>
internal sealed class Reporting(Sitting sitting) : IHabit
{
    private static readonly TimeSpan StatusEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, double> _values = [];
    private bool _reads;
    private TimeSpan? _statusAt;
    private (TimeSpan At, long Images) _window = (TimeSpan.Zero, sitting.Trainer.Images);
    private long _badSamples = sitting.Setup.Stream.BadCount;
    private bool _waitSaid;

    /// <inheritdoc/>
    public bool IsDue => _reads;

    /// <summary>Before a round.</summary>
    /// <returns>Whether its numbers are wanted, which costs time.</returns>
    internal bool Begin()
    {
        _values.Clear();
        var next = sitting.Trainer.Round + 1;
        return _reads = next % sitting.Recipe.LogEvery == 0 || next == 1 || next == sitting.Recipe.Steps;
    }

    /// <summary>Takes an update's numbers.</summary>
    internal void Take(IEnumerable<KeyValuePair<string, double>> values)
    {
        foreach (var (name, value) in values) _values[name] = value;
    }

    /// <inheritdoc/>
    public void Do()
    {
        var (trainer, recipe, now) = (sitting.Trainer, sitting.Recipe, sitting.Elapsed);
        var rate = (trainer.Images - _window.Images) / Math.Max(1e-9, (now - _window.At).TotalSeconds);
        _window = (now, trainer.Images);
        var left = (recipe.Steps - trainer.Round) * (now.TotalSeconds / Math.Max(1, trainer.Round - sitting.RoundsBefore));
        if (recipe.Minutes > 0) left = Math.Min(left, Math.Max(0, recipe.Minutes * 60 - sitting.Seconds));
        sitting.Tell(new StepCompleted(trainer.Round, recipe.Steps, trainer.Images, rate, TimeSpan.FromSeconds(Math.Min(left, 1e9)), new Dictionary<string, double>(_values)));
        SayBadSamples();
        SayDataWait();
        if (_statusAt is not { } last || now - last >= StatusEvery) WriteStatus("running", left);
    }

    /// <summary>Writes <c>status.json</c>.</summary>
    internal void WriteStatus(string state, double secondsLeft)
    {
        _statusAt = sitting.Elapsed;
        Quietly.Try(() => sitting.Folder.WriteStatus(new JsonObject
        {
            ["state"] = state,
            ["step"] = sitting.Trainer.Round,
            ["total"] = sitting.Recipe.Steps,
            ["images"] = sitting.Trainer.Images,
            ["eta_s"] = Math.Round(secondsLeft),
            ["seconds"] = Math.Round(sitting.Seconds, 1),
            ["pid"] = Environment.ProcessId,
            ["heartbeat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        }));
    }

    private void SayBadSamples()
    {
        var stream = sitting.Setup.Stream;
        if (stream.BadCount <= _badSamples) return;
        _badSamples = stream.BadCount;
        var newest = stream.BadSamples[^1];
        sitting.Warn(3012, Words.SamplesCouldNotBeRead(_badSamples, newest.Name, newest.Reason));
    }

    private void SayDataWait()
    {
        if (_waitSaid || !sitting.Wait.IsWorthSaying(sitting.Trainer.Round - sitting.RoundsBefore)) return;
        _waitSaid = true;
        sitting.Warn(3015, sitting.Wait.Advice(sitting.Recipe));
    }
}
