namespace Adversa.Metrics;

/// <summary>Distances between sets of point clouds by chamfer distance.</summary>
/// <remarks>Yang et al., 2019, "PointFlow", section 5 (arXiv:1906.12320): squared nearest distances, the mean of each direction, summed. Some papers do not square, or sum instead of taking means.</remarks>
/// <param name="MinimumMatching">MMD: the mean over references of the nearest drawn cloud's distance; low is good.</param>
/// <param name="Coverage">COV: the share of references that are nearest to some drawn cloud.</param>
/// <param name="NeighbourAccuracy">1-NNA: leave-one-out nearest neighbours; 0.5 is ideal.</param>
public sealed record PointClouds(double MinimumMatching, double Coverage, double NeighbourAccuracy)
{
    /// <summary>Both chamfer distances of two clouds.</summary>
    /// <param name="first">One point a row.</param>
    /// <param name="second">One point a row.</param>
    /// <returns>With squared distances, and with plain ones.</returns>
    public static (double Squared, double Plain) Chamfer(FeatureSet first, FeatureSet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        MetricException.Require(Math.Min(first.Count, second.Count), 1, "A chamfer distance");
        var (there, back) = (Distances.Nearest(first, second), Distances.Nearest(second, first));
        return (there.Average(n => n.Squared) + back.Average(n => n.Squared), there.Average(n => Math.Sqrt(n.Squared)) + back.Average(n => Math.Sqrt(n.Squared)));
    }

    /// <summary>Compares two sets of clouds.</summary>
    /// <param name="drawn">Clouds of a generator.</param>
    /// <param name="references">Real clouds.</param>
    public static PointClouds Of(IReadOnlyList<FeatureSet> drawn, IReadOnlyList<FeatureSet> references)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(references);
        MetricException.Require(Math.Min(drawn.Count, references.Count), 1, "A comparison of clouds");
        FeatureSet[] all = [.. drawn, .. references];
        var distance = new double[all.Length, all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            distance[i, i] = double.PositiveInfinity;
            for (var j = 0; j < i; j++) distance[i, j] = distance[j, i] = Chamfer(all[i], all[j]).Squared;
        }

        var (first, rest) = (Enumerable.Range(0, drawn.Count).ToList(), Enumerable.Range(drawn.Count, references.Count).ToList());
        int Nearest(int of, IEnumerable<int> among) => among.MinBy(j => distance[of, j]);
        return new(
            rest.Average(r => first.Min(d => distance[d, r])),
            first.Select(d => Nearest(d, rest)).Distinct().Count() / (double)references.Count,
            Enumerable.Range(0, all.Length).Count(i => Nearest(i, Enumerable.Range(0, all.Length)) < drawn.Count == i < drawn.Count) / (double)all.Length);
    }
}
