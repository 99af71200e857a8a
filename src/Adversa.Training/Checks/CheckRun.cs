using System.Globalization;
using Adversa.Data;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Checks;

/// <summary>What a measurement can look at: the trained model, its run folder with logs, the data, and what earlier arms measured.</summary>
public sealed class CheckRun
{
    private readonly TrainedModel? _model;
    private readonly RunFolder? _folder;
    private readonly IReadOnlyList<PartResult> _earlier;
    private readonly Action<double>? _judging;

    internal CheckRun(long seed, TrainedModel? model, RunFolder? folder, IReadOnlyList<PartResult> earlier, Action<double>? judging) =>
        (Seed, _model, _folder, _earlier, _judging) = (seed, model, folder, earlier, judging);

    /// <summary>The check's seed, for a measurement that draws numbers of its own.</summary>
    public long Seed { get; }

    /// <summary>The trained model.</summary>
    public TrainedModel Trained => _model ?? throw new InvalidOperationException("This arm trains nothing; it has no model.");

    /// <summary>The run's folder: logs, pictures, checkpoints.</summary>
    public RunFolder Folder => _folder ?? throw new InvalidOperationException("This arm trains nothing; it has no run.");

    /// <summary>Opens the run's data.</summary>
    /// <param name="split">The part.</param>
    public ISampleSource Data(Split split) => Trained.Plan.OpenData(split);

    /// <summary>Draws samples of seeds 0, 1, ...</summary>
    /// <param name="count">How many.</param>
    /// <returns>One after another, as the data's schema has them.</returns>
    public float[] Samples(int count) => SampleSheet.Values(Trained.Model, Trained.SamplingNetwork, SampleSheet.Seeds(0, count));

    /// <summary>Lets the data's judge judge samples.</summary>
    /// <param name="count">How many.</param>
    /// <param name="metrics">The judge's values that are wanted.</param>
    public IReadOnlyList<(string Name, double Value)> Judged(int count, params IReadOnlyList<string> metrics)
    {
        using var judge = Judge();
        var values = judge.Judge(Samples(count)).Values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return [.. metrics.Select(metric => (metric, values[metric]))];
    }

    /// <summary>Asks the model for each class and lets the judge of classes read what comes: <c>agreement</c>, the share read as asked; <c>diversity</c> and
    /// <c>least_diversity</c>, how much samples of one class differ as a share of how much real ones do, on average and in the least varied class.</summary>
    /// <param name="ofEach">Samples of each class, two or more.</param>
    /// <param name="truth">The data that the judge knows; null takes what was trained on.</param>
    public IReadOnlyList<(string Name, double Value)> JudgedAsAsked(int ofEach, string? truth = null)
    {
        using var judge = (ClassJudge)Judge(truth);
        var classes = Enumerable.Range(0, Trained.Manifest.Schema.Classes).ToList();
        float[] samples = [.. classes.SelectMany(k => SampleSheet.Values(Trained.Model, Trained.SamplingNetwork, SampleSheet.Seeds(k * (long)ofEach, ofEach), k))];
        int[] asked = [.. classes.SelectMany(k => Enumerable.Repeat(k, ofEach))];
        var (mean, least) = judge.Diversity(samples, asked);
        return [("agreement", judge.Agreement(samples, asked)), ("diversity", mean), ("least_diversity", least)];
    }

    /// <summary>A curve of the run's log: every value of a loss or a signal that was read, in order.</summary>
    /// <param name="column">Its name in <c>metrics.csv</c>, such as <c>loss_d</c>.</param>
    public IReadOnlyList<double> Curve(string column)
    {
        var rows = File.ReadLines(Path.Join(Folder.Path, "metrics.csv")).Select(line => line.Split(',')).ToList();
        var at = rows.Count == 0 ? -1 : Array.IndexOf(rows[0], column);
        if (at < 0) throw new InvalidOperationException($"{Folder.Name} logged no \"{column}\"; there are: {string.Join(", ", rows.FirstOrDefault([]))}.");
        return [.. rows.Skip(1).Where(row => row.Length > at && row[at].Length > 0).Select(row => double.Parse(row[at], CultureInfo.InvariantCulture))];
    }

    /// <summary>What an earlier arm measured.</summary>
    /// <param name="arm">Its name.</param>
    /// <param name="metric">The value's name.</param>
    public double Of(string arm, string metric) => Earlier(arm).Values.First(value => value.Name == metric).Value;

    /// <summary>The run of an earlier arm.</summary>
    /// <param name="arm">Its name.</param>
    public RunFolder FolderOf(string arm) => new(Earlier(arm).Folder ?? throw new InvalidOperationException($"Arm {arm} trains nothing; it has no run."));

    private IJudge Judge(string? data = null) => JudgeBench.Open(data is null ? Trained.Data : new(data, Trained.Plan.Recipe.Size), Trained.Manifest.Schema, _judging)
        ?? throw new InvalidOperationException($"No judge knows the truth of {data ?? Trained.Plan.Recipe.Data}.");

    private PartResult Earlier(string arm) => _earlier.FirstOrDefault(part => part.Name == arm) ?? throw new InvalidOperationException($"There is no earlier arm {arm}.");
}
