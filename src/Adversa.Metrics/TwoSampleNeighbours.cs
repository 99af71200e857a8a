namespace Adversa.Metrics;

/// <summary>Can a nearest neighbour tell real from fake? Leave-one-out accuracy on the union: 0.5 when the sets are alike.</summary>
/// <remarks>Lopez-Paz, Oquab, 2016 (arXiv:1610.06545); recommended by Xu et al., 2018 (arXiv:1806.07755). Near 1 the sets lie apart. Below 0.5 fakes sit beside their
/// own real sample: against the training set that is copying.</remarks>
/// <param name="Real">The share of reals whose nearest other sample is real.</param>
/// <param name="Fake">The share of fakes whose nearest other sample is fake; high alone, the fakes sit in few places.</param>
/// <param name="Accuracy">Of all samples.</param>
public sealed record TwoSampleNeighbours(double Real, double Fake, double Accuracy)
{
    /// <summary>Of two sets, best of equal size.</summary>
    /// <param name="real">Real features.</param>
    /// <param name="fake">Fake features.</param>
    public static TwoSampleNeighbours Of(FeatureSet real, FeatureSet fake)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        MetricException.Require(Math.Min(real.Count, fake.Count), 2, "The nearest-neighbour test");
        var nearest = Distances.NearestOther(real.With(fake));
        var right = nearest.Select((other, i) => other.Index < real.Count == i < real.Count).ToList();
        var (reals, fakes) = (right.Take(real.Count).Count(r => r), right.Skip(real.Count).Count(r => r));
        return new(reals / (double)real.Count, fakes / (double)fake.Count, (reals + fakes) / (double)right.Count);
    }
}
