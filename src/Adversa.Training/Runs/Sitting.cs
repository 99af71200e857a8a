using System.Diagnostics;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>What a run and its habits share from its start, or its resume, to its end: what is trained, how long it has taken, what it does now.</summary>
/// <param name="folder">Where the run is kept.</param>
/// <param name="id">The run's own.</param>
/// <param name="recipe">What is trained.</param>
/// <param name="setup">It, built; disposed with this.</param>
/// <param name="voice">Tells what happens; disposed with this.</param>
internal sealed class Sitting(RunFolder folder, string id, Recipe recipe, Setup setup, RunVoice voice) : IDisposable
{
    private const int MostSecondsBetween = 300;

    private readonly Stopwatch _clock = new();
    private SideWork _side = new(limit: null);
    private TimeSpan _waitedBefore;          // for data, before this sitting
    private volatile RunActivity _activity = new(RunWork.Between, 0, 0, "", Stopwatch.GetTimestamp());

    internal RunFolder Folder => folder;

    internal string Id => id;

    internal RunVoice Voice => voice;

    /// <summary>What is trained; its end is what was reached where only a time limit ends it.</summary>
    internal Recipe Recipe { get; set; } = recipe;

    internal Setup Setup { get; private set; } = setup;

    internal Trainer Trainer => Setup.Trainer;

    /// <summary>Seconds trained in earlier sittings.</summary>
    internal double SecondsBefore { get; init; }

    /// <summary>Seconds trained in all.</summary>
    internal double Seconds => SecondsBefore + Elapsed.TotalSeconds;

    /// <summary>Since this sitting began.</summary>
    internal TimeSpan Elapsed => _clock.Elapsed;

    internal long RoundsBefore { get; private set; }

    internal long ImagesBefore { get; private set; }

    internal RunActivity Activity => _activity;

    /// <summary>How long this sitting has waited for its data.</summary>
    internal DataWait Wait => new(Setup.Stream.Waited - _waitedBefore, Elapsed);

    /// <summary>Whether the doctor acts on what it finds.</summary>
    internal bool Acts => Setup.Doctor.Options.Mode == DoctorMode.Act;

    /// <summary>After one step at the earliest: a run of none would be no result.</summary>
    internal bool TimeIsUp => Recipe.Minutes > 0 && Trainer.Images > ImagesBefore && Seconds >= Recipe.Minutes * 60;

    /// <summary>Starts the clock.</summary>
    internal void Start()
    {
        (RoundsBefore, ImagesBefore, _waitedBefore) = (Trainer.Round, Trainer.Images, Setup.Stream.Waited);
        if (Recipe.Minutes > 0) _side = new(TimeSpan.FromSeconds(Math.Max(0, Recipe.Minutes * 60 - SecondsBefore)));
        _clock.Start();
    }

    /// <summary>Stops it.</summary>
    internal void Stop() => _clock.Stop();

    /// <summary>Lets those who wait know what they wait for.</summary>
    internal void Begin(RunWork work) => _activity = new(work, Trainer.Round, Trainer.Images, work == RunWork.Update ? Trainer.Mover : "", Stopwatch.GetTimestamp());

    /// <summary>Takes note of what the work that was begun took.</summary>
    internal void Took(RunWork work) => _side.Took(work, Activity.Elapsed);

    /// <summary>Takes note of what some work took.</summary>
    internal void Took(RunWork work, TimeSpan time) => _side.Took(work, time);

    /// <summary>Whether a run with a time limit has the time for what is not training; see <see cref="SideWork"/>.</summary>
    internal bool MayDo(RunWork work) => _side.MayDo(work, Elapsed);

    /// <summary>Whether it has the time for a first sheet that takes so long.</summary>
    internal bool MayBegin(TimeSpan cost) => _side.MayBegin(cost);

    /// <summary>Every so many rounds; in a run that only a time limit ends, so many times.</summary>
    internal bool IsDue(long every, TimeSpan last, int times) => every > 0
        ? Trainer.Round % every == 0
        : Elapsed - last >= TimeSpan.FromSeconds(Math.Min(Recipe.Minutes * 60 / times, MostSecondsBetween));

    /// <summary>Goes on with another set-up, which read the same data up to here.</summary>
    internal void GoOnWith(Setup other)
    {
        _waitedBefore = other.Stream.Waited - (Setup.Stream.Waited - _waitedBefore);
        Setup.Dispose();
        Setup = other;
        ForgetAverages();
    }

    /// <summary>Removes stored averages of rounds that these weights have not behind them: from here the run goes another way, or the same way again.</summary>
    internal void ForgetAverages() => Quietly.Try(() => folder.Averages.Forget(Trainer.Averages?.Steps ?? 0));

    internal void Tell(TrainEvent happened) => voice.Tell(happened);

    internal void Warn(int code, Text text) => voice.Warn(Trainer.Round, code, text);

    /// <summary>A warning that is said once.</summary>
    internal void WarnOnce(int code, Text text) => voice.WarnOnce(Trainer.Round, code, text);

    /// <inheritdoc/>
    public void Dispose()
    {
        voice.Dispose();
        Setup.Dispose();
    }
}
