namespace Adversa.Metrics;

/// <summary>The mean over directions of the squared Wasserstein distance between the projections on each: needs no network and no covariance.</summary>
/// <remarks>Rabin et al., 2011; Bonneel et al., 2015. Squared, and not divided by D: for two sets that differ by a shift a it is ‖a‖² / D on average.</remarks>
public static class SlicedWasserstein
{
    /// <summary>Along given directions.</summary>
    /// <param name="first">Rows.</param>
    /// <param name="second">As many.</param>
    /// <param name="directions">One direction a row; usually of length 1.</param>
    /// <exception cref="MetricException">ADV3080: the sets are not equally large.</exception>
    public static double Squared(FeatureSet first, FeatureSet second, FeatureSet directions)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(directions);
        first.ExpectWidth(second);
        first.ExpectWidth(directions);
        return Enumerable.Range(0, directions.Count).Average(i => Wasserstein.Squared(Projected(first, directions[i]), Projected(second, directions[i])));
    }

    /// <summary>Directions of length 1, evenly over the sphere.</summary>
    /// <param name="width">D.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Draws them.</param>
    public static FeatureSet Directions(int width, int count, long seed)
    {
        var rng = new Rng(seed);
        var values = new double[width * count];
        for (var i = 0; i < count; i++)
        {
            var row = values.AsSpan(i * width, width);
            var sum = 0.0;
            foreach (ref var value in row) sum += (value = rng.Normal()) * value;
            foreach (ref var value in row) value /= Math.Sqrt(sum);
        }

        return FeatureSet.From(values, width);
    }

    private static double[] Projected(FeatureSet set, ReadOnlySpan<double> direction)
    {
        var projected = new double[set.Count];
        for (var i = 0; i < projected.Length; i++)
        {
            var row = set[i];
            for (var d = 0; d < row.Length; d++) projected[i] += row[d] * direction[d];
        }

        return projected;
    }
}
