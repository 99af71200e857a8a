namespace Adversa.Metrics;

/// <summary>Cells of a feature space: k-means with careful beginnings.</summary>
/// <remarks>Lloyd, 1982; beginnings by Arthur, Vassilvitskii, 2007, "k-means++". The same seed gives the same cells.</remarks>
/// <param name="Centres">One row a cell.</param>
public sealed record KMeans(FeatureSet Centres)
{
    private const int MostRounds = 100;

    /// <summary>Finds the cells of a set.</summary>
    /// <param name="set">As many rows as cells or more.</param>
    /// <param name="cells">How many, 1 or more.</param>
    /// <param name="seed">Draws the beginnings.</param>
    public static KMeans Of(FeatureSet set, int cells, long seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        MetricException.Require(set.Count, cells, $"k-means of {cells} cells");
        var means = new KMeans(set.Rows(Beginnings(set, cells, new Rng(seed))));
        var before = Array.Empty<int>();
        for (var round = 0; round < MostRounds; round++)
        {
            var assigned = means.Nearest(set);
            if (assigned.AsSpan().SequenceEqual(before)) break;
            (means, before) = (new(means.Moved(set, assigned)), assigned);
        }

        return means;
    }

    /// <summary>The cell of each row.</summary>
    /// <param name="set">Rows of the same width.</param>
    public int[] Nearest(FeatureSet set) => [.. Distances.Nearest(set, Centres).Select(nearest => nearest.Index)];

    private static List<int> Beginnings(FeatureSet set, int cells, Rng rng)
    {
        List<int> chosen = [rng.NextInt(set.Count)];
        var weights = new double[set.Count];
        Array.Fill(weights, double.PositiveInfinity);
        while (chosen.Count < cells)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = Math.Min(weights[i], Distances.Squared(set[i], set[chosen[^1]]));
            var at = rng.NextDouble() * weights.Sum();
            var next = 0;
            while (next < weights.Length - 1 && (at -= weights[next]) >= 0) next++;      // far rows are likelier
            chosen.Add(next);
        }

        return chosen;
    }

    /// <summary>The means of the cells; an empty one stays where it was.</summary>
    private FeatureSet Moved(FeatureSet set, int[] assigned)
    {
        var (sums, counts) = (new double[Centres.Count * Centres.Width], new int[Centres.Count]);
        for (var i = 0; i < assigned.Length; i++)
        {
            counts[assigned[i]]++;
            for (var d = 0; d < set.Width; d++) sums[assigned[i] * set.Width + d] += set[i][d];
        }

        for (var at = 0; at < sums.Length; at++) sums[at] = counts[at / set.Width] is > 0 and var count ? sums[at] / count : Centres.Values[at];
        return FeatureSet.From(sums, set.Width);
    }
}
