namespace Adversa.Metrics;

/// <summary>The share of fakes that lie farther from their nearest training sample than that one lies from the other training samples: those that are no copies.</summary>
/// <remarks>Alaa et al., 2021, "How Faithful is your Synthetic Data?" (arXiv:2102.08921); AuthPct of Jiralerspong et al., 2023 (FLD), is 100 times it less 50. It is not calibrated:
/// a perfect generator need not have 0.5, so the value of held-out reals stands beside it.</remarks>
public static class Authenticity
{
    /// <summary>In [0, 1]; low is copying.</summary>
    /// <param name="train">What was learned from, 2 or more.</param>
    /// <param name="generated">What was drawn, or held-out reals.</param>
    public static double Of(FeatureSet train, FeatureSet generated)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(generated);
        MetricException.Require(generated.Count, 1, "Authenticity");
        var own = Distances.NearestOther(train);
        return Distances.Nearest(generated, train).Count(nearest => nearest.Squared > own[nearest.Index].Squared) / (double)generated.Count;
    }
}
