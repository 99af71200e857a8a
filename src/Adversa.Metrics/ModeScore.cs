namespace Adversa.Metrics;

/// <summary>exp( E KL(p(y|x) ‖ p(y)) - KL(p(y) ‖ p*(y)) ): the Inception score, less what the classes' shares differ from the data's.</summary>
/// <remarks>Che et al., 2016, "Mode Regularized Generative Adversarial Networks", as Xu et al., 2018, compute it (arXiv:1806.07755). The form that is also in print, with
/// KL(p(y|x) ‖ p*) in the first term, is algebraically the Inception score and says nothing new; it is given to show so.</remarks>
/// <param name="Value">From 0 to K.</param>
/// <param name="OtherForm">The form that equals the Inception score.</param>
public sealed record ModeScore(double Value, double OtherForm)
{
    /// <summary>Of all samples at once.</summary>
    /// <param name="probabilities">p(y|x), a row a sample that sums to 1.</param>
    /// <param name="target">p*(y), the shares of the classes in the data; none is 0 that is drawn, or the score is 0.</param>
    public static ModeScore Of(FeatureSet probabilities, double[] target)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(target);
        MetricException.Require(probabilities.Count, 1, "A mode score");
        if (target.Length != probabilities.Width) throw new ArgumentException($"Expected the shares of {probabilities.Width} classes; got {target.Length}.", nameof(target));
        var mean = Histograms.Mean(probabilities, 0, probabilities.Count);
        var marginal = Histograms.Kl(mean, target);
        if (double.IsInfinity(marginal)) return new(0, Math.Exp(InceptionScore.MeanKl(probabilities, 0, probabilities.Count)));
        var toTarget = Enumerable.Range(0, probabilities.Count).Average(i => Histograms.Kl(probabilities[i], target));
        return new(Math.Exp(InceptionScore.MeanKl(probabilities, 0, probabilities.Count) - marginal), Math.Exp(toTarget - marginal));
    }
}
