namespace Adversa.Metrics.Statistics;

/// <summary>What one system scored, run by run.</summary>
/// <param name="Name">The system's name in the study.</param>
/// <param name="Runs">The score of each seed.</param>
public sealed record Scores(string Name, IReadOnlyDictionary<long, double> Runs);

/// <summary>What a comparison came to.</summary>
public enum Outcome
{
    /// <summary>It may be chance.</summary>
    Undecided,

    /// <summary>The first is better.</summary>
    First,

    /// <summary>The second is better.</summary>
    Second,
}

/// <summary>Two systems compared by the scores of their seeds.</summary>
/// <param name="First">A system.</param>
/// <param name="Second">Another.</param>
/// <param name="Pairs">Seeds that both have.</param>
/// <param name="Difference">The mean of first minus second, as scored; null without a pair.</param>
/// <param name="Interval">Where that mean lies, at 95 %; null below three pairs.</param>
/// <param name="P">Of the sign-flip test, corrected for all comparisons of the study.</param>
/// <param name="RankP">Of Wilcoxon's test, corrected alike: what remains when no single run may weigh much.</param>
/// <param name="Outcome">Decided by <paramref name="P"/> alone.</param>
/// <param name="More">Seeds that each system would need beyond these to settle it, if the difference is what it seems; null when it is settled, or when more than 200 would be needed.</param>
public sealed record Comparison(string First, string Second, int Pairs, double? Difference, Interval? Interval, double P, double RankP, Outcome Outcome, int? More)
{
    private const double DefaultAlpha = 0.05, AskedPower = 0.8;

    /// <summary>The better one's name, or null.</summary>
    public string? Better => Outcome switch { Outcome.First => First, Outcome.Second => Second, _ => null };

    /// <summary>Compares each system with each other.</summary>
    /// <remarks>Runs of the same seed are a pair. Systems without a common seed are paired in the order of their seeds: independent runs may be paired in any way.
    /// A system that scores a run as not finite has failed there, and is given the worst score that any run of the study has.</remarks>
    /// <param name="systems">Two or more.</param>
    /// <param name="higherIsBetter">Which way the score goes.</param>
    /// <param name="alpha">The chance of a wrong "better" in the whole study that is accepted.</param>
    public static IReadOnlyList<Comparison> All(IReadOnlyList<Scores> systems, bool higherIsBetter, double alpha = DefaultAlpha)
    {
        ArgumentNullException.ThrowIfNull(systems);
        var finite = systems.SelectMany(system => system.Runs.Values).Where(double.IsFinite).ToList();
        var worst = finite.Count == 0 ? 0 : higherIsBetter ? finite.Min() : finite.Max();
        var pairs = (from i in Enumerable.Range(0, systems.Count) from j in Enumerable.Range(i + 1, systems.Count - i - 1) select (First: systems[i], Second: systems[j])).ToList();
        var differences = pairs.ConvertAll(pair => Differences(pair.First.Runs, pair.Second.Runs, worst));
        var p = PairedTests.Holm(differences.ConvertAll(d => PairedTests.SignFlip(d)));
        var ranks = PairedTests.Holm(differences.ConvertAll(d => PairedTests.SignedRank(d)));
        return [.. pairs.Select((pair, i) => Of(pair.First.Name, pair.Second.Name, differences[i], p[i], ranks[i], higherIsBetter, alpha, pairs.Count))];
    }

    private static Comparison Of(string first, string second, double[] differences, double p, double ranks, bool higherIsBetter, double alpha, int comparisons)
    {
        if (differences.Length == 0) return new(first, second, 0, null, null, 1, 1, Outcome.Undecided, Power.Seeds(1, alpha / comparisons, AskedPower));
        var mean = differences.Average();
        var outcome = p > alpha || mean == 0 ? Outcome.Undecided : mean > 0 == higherIsBetter ? Outcome.First : Outcome.Second;
        return new(first, second, differences.Length, mean, Bootstrap.Mean(differences), p, ranks, outcome, outcome == Outcome.Undecided ? MoreOf(differences, mean, alpha / comparisons) : null);
    }

    /// <summary>By the size of the difference as it seems now; with a single pair nothing is known of it, and the seeds for one standard deviation are named.</summary>
    private static int? MoreOf(double[] differences, double mean, double alpha)
    {
        var n = differences.Length;
        var deviation = n < 2 ? 0 : Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (n - 1));
        var effect = n < 2 ? 1 : deviation > 0 ? mean / deviation : mean == 0 ? 0 : 1e6;
        return Power.Seeds(effect, alpha, AskedPower) is { } asked ? Math.Max(1, asked - n) : null;
    }

    private static double[] Differences(IReadOnlyDictionary<long, double> first, IReadOnlyDictionary<long, double> second, double worst)
    {
        double Score(double value) => double.IsFinite(value) ? value : worst;
        var common = first.Keys.Where(second.ContainsKey).Order().ToList();
        var pairs = common.Count > 0 ? common.Select(seed => (First: first[seed], Second: second[seed]))
            : first.OrderBy(pair => pair.Key).Zip(second.OrderBy(pair => pair.Key), (a, b) => (First: a.Value, Second: b.Value));
        return [.. pairs.Select(pair => Score(pair.First) - Score(pair.Second))];
    }
}
