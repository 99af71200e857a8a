namespace Adversa.Metrics;

/// <summary>The Fréchet distance of infinitely many samples: it falls with 1/N, and a line through several N is followed to 1/N = 0.</summary>
/// <remarks>Chong, Forsyth, 2019, "Effectively Unbiased FID and Inception Score", section 4 (arXiv:1911.07023): 15 values of N.</remarks>
/// <param name="Intercept">The distance at 1/N = 0; may be slightly negative.</param>
/// <param name="Slope">What one sample costs: distance(N) ≈ Intercept + Slope / N.</param>
public sealed record FrechetLimit(double Intercept, double Slope)
{
    /// <summary>Least squares of distances on 1/N.</summary>
    /// <param name="counts">The N, two or more different ones.</param>
    /// <param name="distances">The distance at each.</param>
    public static FrechetLimit Fit(IReadOnlyList<int> counts, IReadOnlyList<double> distances)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(distances);
        if (counts.Count != distances.Count) throw new ArgumentException($"Expected a distance for each of {counts.Count} counts; got {distances.Count}.", nameof(distances));
        if (counts.Distinct().Count() < 2) throw MetricException.TooFew(Words.LineNeedsTwoDifferentNumbers(string.Join(", ", counts)));
        double[] x = [.. counts.Select(n => 1.0 / n)];
        var (meanX, meanY) = (x.Average(), distances.Average());
        var slope = x.Zip(distances, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        return new(meanY - slope * meanX, slope);
    }

    /// <summary>Between two sets: N of each by lot, at 15 values of N from a tenth to all.</summary>
    /// <param name="first">Features in any order, 100 or more: they may be sorted by class.</param>
    /// <param name="second">As many.</param>
    /// <param name="seed">Draws them.</param>
    public static FrechetLimit Between(FeatureSet first, FeatureSet second, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var most = Math.Min(first.Count, second.Count);
        MetricException.Require(most, 100, "The limit of the Fréchet distance");
        (first, second) = (first.Drawn(first.Count, seed), second.Drawn(second.Count, Rng.Mix(seed, 1)));
        int[] counts = [.. Enumerable.Range(0, 15).Select(i => most / 10 + i * (most - most / 10) / 14)];
        return Fit(counts, [.. counts.Select(n => FrechetDistance.Between(first.First(n), second.First(n)).Value)]);
    }
}
