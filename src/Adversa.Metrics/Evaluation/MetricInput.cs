using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>What a metric compares: features of unseen reals, of what was drawn, and of what was learned from.</summary>
/// <param name="Real">Reals that were not learned from where the data has such.</param>
/// <param name="Drawn">As many drawn samples; for the floor as many other reals.</param>
/// <param name="Train">What was learned from; null where nobody knows, or where fresh samples never ran out.</param>
/// <param name="RealProbabilities">What a classifier reads in the reals; null without one, or where no metric asks.</param>
/// <param name="DrawnProbabilities">What it reads in the drawn.</param>
/// <param name="Seed">Draws subsets, directions and beginnings: the same input gives the same numbers.</param>
public sealed record MetricInput(FeatureSet Real, FeatureSet Drawn, FeatureSet? Train, FeatureSet? RealProbabilities, FeatureSet? DrawnProbabilities, long Seed = 1)
{
    /// <summary>Reals that nobody learned from, to tell copies by; null where these are <see cref="Real"/>.</summary>
    public FeatureSet? Unseen { get; init; }

    /// <summary>The same with so many rows of the reals and of the drawn, by lot; what is read in them is left out.</summary>
    /// <param name="most">At most so many.</param>
    internal MetricInput ByLot(int most) => this with { Real = Real.Drawn(most, Seed), Drawn = Drawn.Drawn(most, Seed), RealProbabilities = null, DrawnProbabilities = null };

    /// <summary>The same with as many rows of the reals as of the drawn: some of the larger set, by lot.</summary>
    internal MetricInput EquallyMany() => Real.Count == Drawn.Count ? this : ByLot(Math.Min(Real.Count, Drawn.Count));

    /// <summary>The same with some rows of the reals and of the drawn, and of what is read in them.</summary>
    /// <param name="keeps">Which rows.</param>
    internal MetricInput Only(Func<int, bool> keeps)
    {
        return this with { Real = Kept(Real), Drawn = Kept(Drawn), RealProbabilities = RealProbabilities is null ? null : Kept(RealProbabilities), DrawnProbabilities = DrawnProbabilities is null ? null : Kept(DrawnProbabilities) };

        FeatureSet Kept(FeatureSet all) => all.Rows(Enumerable.Range(0, all.Count).Where(keeps));
    }
}

/// <summary>One number of a metric.</summary>
/// <param name="Name">Its name, as gates know it.</param>
/// <param name="Value">The number, finite; null when it cannot be given.</param>
/// <param name="Spread">A standard deviation beside it; null without one.</param>
/// <param name="Missing">Why there is no number.</param>
/// <param name="Interval">Where the number lies at 95 %, where the metric knows it by itself.</param>
/// <param name="Range">What the number can be, where it is not what the metric's numbers can be.</param>
public sealed record Number(string Name, double? Value, double? Spread = null, Text? Missing = null, Interval? Interval = null, Interval? Range = null);
