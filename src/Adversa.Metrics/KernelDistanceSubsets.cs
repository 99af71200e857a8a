using Adversa.Metrics.Statistics;

namespace Adversa.Metrics;

/// <summary>KID as it is published: the mean of the unbiased polynomial distance over random subsets, drawn without replacement, and its spread.</summary>
/// <remarks>Bińkowski et al., 2018 (arXiv:1801.01401). torch-fidelity's defaults are 100 subsets of 1000; its spread is the standard deviation over subsets, not an error of the mean.
/// In a space that is not the 2015 Inception network it is KD-NAME, not KID.</remarks>
public static class KernelDistanceSubsets
{
    /// <summary>Over random subsets.</summary>
    /// <param name="real">Features, as many as a subset or more.</param>
    /// <param name="fake">Features.</param>
    /// <param name="subsets">How many, 1 or more.</param>
    /// <param name="size">Samples of each side in a subset, 2 or more.</param>
    /// <param name="seed">Chooses the subsets.</param>
    public static Spread Of(FeatureSet real, FeatureSet fake, int subsets, int size, long seed)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        MetricException.Require(Math.Min(real.Count, fake.Count), Math.Max(2, size), "A subset of the kernel distance");
        var rng = new Rng(seed);
        return Of(real, fake, [.. Enumerable.Range(0, subsets).Select(_ => (Shuffles.Draw(rng, real.Count, size), Shuffles.Draw(rng, fake.Count, size)))]);
    }

    /// <summary>Over given subsets.</summary>
    /// <param name="real">Features.</param>
    /// <param name="fake">Features.</param>
    /// <param name="subsets">The rows of each side.</param>
    public static Spread Of(FeatureSet real, FeatureSet fake, IReadOnlyList<(int[] Real, int[] Fake)> subsets)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        ArgumentNullException.ThrowIfNull(subsets);
        return new([.. subsets.Select(rows => KernelDistance.Polynomial(real.Rows(rows.Real), fake.Rows(rows.Fake)).Unbiased)]);
    }
}
