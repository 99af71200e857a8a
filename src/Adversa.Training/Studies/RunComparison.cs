using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;
using Adversa.Training.Reports;

namespace Adversa.Training.Studies;

/// <summary>Runs side by side: what they differ in, and whether that is more than chance.</summary>
public sealed class RunComparison
{
    private const int MostRuns = 6;
    private static readonly string[] PerRun = ["seed", "threads", "checkpointEvery", "sampleEvery", "logEvery", "preset"];

    /// <summary>Reads the runs.</summary>
    /// <param name="runs">Two to six.</param>
    /// <param name="metric">The number that decides; null takes the first that all runs have and whose direction is known.</param>
    /// <param name="warn">Told when the runs are of different data.</param>
    /// <exception cref="AdversaException">ADV2083: too few or too many runs, or the same twice, or no such number. ADV3084: their samples have different shapes.</exception>
    public RunComparison(IReadOnlyList<RunRecord> runs, string? metric, Action<int, Text> warn)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(warn);
        Runs = runs;
        if (runs.Count < 2 || runs.Select(run => run.Folder.Path).Distinct().Count() < runs.Count) throw new AdversaException(2083, ExitCode.Usage, Words.CompareNeedsTwoOrMoreDifferent(runs.Count));
        if (runs.Select(run => run.Shape).OfType<Text>().Distinct().ToList() is { Count: > 1 } shapes) throw new AdversaException(3084, ExitCode.Data, Words.RunsLearnFromDifferentShapes(Text.Join(", ", shapes)));
        if (Different(runs.Select(run => run.Environment.Word("dataFingerprint"))) is not null)
        {
            OnOneSet = false;
            warn(3085, Words.RunsLearnFromDifferentData(string.Join(", ", runs.Select(run => run.Data))));
        }

        Groups = [.. runs.GroupBy(run => string.Join('\n', run.Recipe.Leaves().Where(leaf => !PerRun.Contains(leaf.Path, StringComparer.Ordinal)).Select(leaf => $"{leaf.Path}={leaf.Value}").Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<RunRecord>)[.. group])];
        Metrics = [.. runs[0].Newest.Select(pair => pair.Value.Name).Where(name => runs.All(run => Of(run, name) is not null))];
        if (metric is not null && !Metrics.Contains(metric, StringComparer.Ordinal)) throw new AdversaException(2083, ExitCode.Usage, Words.NotEveryRunHas(metric, Metrics.Count == 0 ? Words.NothingYet(Measure) : Text.Same(string.Join(", ", Metrics) + ".")));
        Metric = metric ?? Metrics.FirstOrDefault(name => MetricCatalog.RisesWithQuality(name) is not null && runs.Select(run => Of(run, name)!.Value).Distinct().Count() > 1) ?? Metrics.FirstOrDefault(name => MetricCatalog.RisesWithQuality(name) is not null);
        Differences = RecipeDifference.Between([.. runs.Select(run => run.Recipe)]);
        Comparisons = Metric is null || !OnOneSet || Groups.Count < 2 || Groups.Count > MostRuns || Groups.Any(group => group.Count < 2) || MetricCatalog.RisesWithQuality(Metric) is not { } rises ? []
            : Comparison.All([.. Groups.Select((group, i) => new Scores(NameOf(i), Seeds(group)))], rises);
    }

    /// <summary>The runs, in the order in which they were named.</summary>
    public IReadOnlyList<RunRecord> Runs { get; }

    /// <summary>Whether they learn from the same data.</summary>
    public bool OnOneSet { get; } = true;

    /// <summary>Runs of one recipe that differ in their seeds alone.</summary>
    public IReadOnlyList<IReadOnlyList<RunRecord>> Groups { get; }

    /// <summary>The numbers that all runs have.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>The one that decides; null when there is none.</summary>
    public string? Metric { get; }

    /// <summary>What the recipes differ in.</summary>
    public IReadOnlyList<RecipeDifference> Differences { get; }

    /// <summary>The verdicts between groups; none unless every group has two runs or more.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; }

    /// <summary>What can be said of which is better.</summary>
    public IReadOnlyList<Text> Verdict
    {
        get
        {
            if (!OnOneSet) return [Words.NoVerdictRunsLearnFromDifferent];
            if (Groups.Count == 1) return [Words.OneSystemRunsDifferInTheir];
            if (Metrics.Count == 0) return [Words.NoVerdictNothingMeasuredOfAll(Measure)];
            if (Comparisons.Count > 0) return [.. Comparisons.Select(one => StudyResult.Sentence(one, Metric!))];
            return [Words.NoVerdictBetweenSystemsFromOne(ShellWords.Me)];
        }
    }

    /// <summary>The lines that measure what was not measured yet, in a sentence; empty where there are none.</summary>
    private Text Measure
    {
        get
        {
            var lines = string.Join("; ", (Runs.Any(run => run.Evaluations.Count == 0) ? Runs.Where(run => run.Evaluations.Count == 0) : Runs).Select(run => run.Next.Evaluate).OfType<Suggestion>());
            return lines.Length == 0 ? Text.None : Words.MeasureEach(lines);
        }
    }

    /// <summary>The newest value of a number; null when the run has none.</summary>
    /// <param name="run">One of the runs.</param>
    /// <param name="metric">The number's name.</param>
    public static Measured? Of(RunRecord run, string metric)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Newest.Where(pair => pair.Value.Name == metric).Select(pair => pair.Value).FirstOrDefault();
    }

    private string NameOf(int group) => $"{(char)('A' + group)} ({Groups[group][0].Variant})";

    private Dictionary<long, double> Seeds(IReadOnlyList<RunRecord> group)
    {
        var scores = new Dictionary<long, double>();
        foreach (var run in group) scores[(long)(run.Recipe.Real("seed") ?? 0)] = Of(run, Metric!)?.Value ?? double.NaN;
        return scores;
    }

    private static string? Different(IEnumerable<string?> values) => values.OfType<string>().Distinct().ToList() is { Count: > 1 } all ? string.Join(", ", all) : null;
}
