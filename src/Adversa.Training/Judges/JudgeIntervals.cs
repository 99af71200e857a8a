using Adversa.Metrics.Statistics;

namespace Adversa.Training.Judges;

/// <summary>Where a judge's numbers lie at 95 % with other samples of the same run.</summary>
public static class JudgeIntervals
{
    private static readonly Interval Share = new(0, 1), Positive = new(0, double.PositiveInfinity);

    // Counts of modes and of classes jump with single samples: they have none.
    private static readonly Dictionary<string, Interval> Ranges = new(StringComparer.Ordinal)
    {
        ["readable"] = Share, ["high_quality"] = Share, ["rarest_share"] = Share, ["class_entropy"] = Share, ["coverage"] = Share,
        ["rkl"] = Positive, ["fd_j"] = Positive, ["distance"] = Positive,
    };

    /// <summary>Judges samples, then again without each tenth of them in turn: <see cref="Jackknife"/>.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="samples">The samples one after another.</param>
    /// <param name="width">Numbers in a sample.</param>
    /// <returns>What it says of all samples, with intervals where there are 20 samples or more.</returns>
    public static JudgeReport JudgeWithIntervals(this IJudge judge, float[] samples, int width)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(samples);
        var report = judge.Judge(samples);
        var numbers = report.Values.Where(pair => Ranges.ContainsKey(pair.Name)).Select(pair => (pair.Name, pair.Value, Ranges[pair.Name]));
        var intervals = Jackknife.Of([.. numbers], report.Count, keeps => judge.Judge(Only(keeps)).Values.ToDictionary(pair => pair.Name, pair => pair.Value));
        return report with { Values = [.. report.Values.Select(one => intervals.TryGetValue(one.Name, out var interval) ? one with { Interval = interval } : one)] };

        float[] Only(Func<int, bool> keeps) => [.. samples.Chunk(width).Where((_, i) => keeps(i)).SelectMany(sample => sample)];
    }
}
