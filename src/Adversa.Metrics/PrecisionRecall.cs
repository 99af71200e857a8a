namespace Adversa.Metrics;

/// <summary>Whether the edge of a ball belongs to it. It matters where distances tie: pictures of few levels, lattices, copies.</summary>
public enum BallEdge
{
    /// <summary>distance ≤ radius: Kynkäänniemi's own code, torch-fidelity, StyleGAN2-ADA.</summary>
    Inside,

    /// <summary>distance &lt; radius: prdc (Naeem), StudioGAN, FLD.</summary>
    Outside,
}

/// <summary>Do the fakes lie where real samples lie, and are all real samples reached? Around each sample stands a ball that reaches to its k-th neighbour in its own set.</summary>
/// <remarks>Kynkäänniemi et al., 2019, "Improved Precision and Recall Metric", eq. 1 and 2 (arXiv:1904.06991), k = 3. Naeem et al., 2020, "Reliable Fidelity and Diversity
/// Metrics", eq. 3 and 4 (arXiv:2002.09797), k = 5: density and coverage are robust to outliers among the reals. A sample is no neighbour of itself; its duplicate is.</remarks>
/// <param name="Precision">The share of fakes inside some real ball, in [0, 1].</param>
/// <param name="Recall">The share of reals inside some fake ball, in [0, 1].</param>
/// <param name="Density">Real balls around a fake, over k; 1 for a perfect generator on average, and may exceed 1.</param>
/// <param name="Coverage">The share of reals with a fake in their ball, in [0, 1].</param>
public sealed record PrecisionRecall(double Precision, double Recall, double Density, double Coverage)
{
    /// <summary>Compares two sets, best of equal size: recall and coverage rise with the number of fakes.</summary>
    /// <param name="real">Real features, more than k.</param>
    /// <param name="fake">Fake features, more than k.</param>
    /// <param name="k">Which neighbour gives the radius, 1 or more.</param>
    /// <param name="edge">Whether a ball's edge belongs to it.</param>
    public static PrecisionRecall Of(FeatureSet real, FeatureSet fake, int k, BallEdge edge = BallEdge.Inside)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        real.ExpectWidth(fake);
        var (realRadius, fakeRadius) = (Distances.ToNeighbour(real, k), Distances.ToNeighbour(fake, k));
        var (precise, balls) = (new bool[fake.Count], 0L);
        var (recalled, covered) = (0, 0);
        for (var i = 0; i < real.Count; i++)
        {
            var (isRecalled, isCovered) = (false, false);
            for (var j = 0; j < fake.Count; j++)
            {
                var squared = Distances.Squared(real[i], fake[j]);
                if (IsIn(squared, realRadius[i], edge)) (precise[j], balls, isCovered) = (true, balls + 1, true);
                isRecalled |= IsIn(squared, fakeRadius[j], edge);
            }

            if (isRecalled) recalled++;
            if (isCovered) covered++;
        }

        return new(precise.Count(p => p) / (double)fake.Count, recalled / (double)real.Count, balls / ((double)k * fake.Count), covered / (double)real.Count);
    }

    private static bool IsIn(double squared, double radius, BallEdge edge) => edge == BallEdge.Inside ? squared <= radius : squared < radius;
}
