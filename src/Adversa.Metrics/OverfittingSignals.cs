namespace Adversa.Metrics;

/// <summary>Whether a discriminator has learned its training samples by heart.</summary>
/// <remarks>Karras et al., 2020, "Training Generative Adversarial Networks with Limited Data", eq. 1 (arXiv:2006.06676).</remarks>
/// <param name="Rt">r_t = E sign(D(real)): 0.6 is the target of ADA; near 1 every training sample is known.</param>
/// <param name="Rv">r_v = (E D(real) - E D(unseen)) / (E D(real) - E D(fake)): 0 is none, 1 is overfitting; null when real and fake score alike.</param>
public sealed record OverfittingSignals(double Rt, double? Rv)
{
    /// <summary>Of scores.</summary>
    /// <param name="real">D of training samples.</param>
    /// <param name="unseen">D of held-out reals.</param>
    /// <param name="fake">D of fakes.</param>
    public static OverfittingSignals Of(IReadOnlyList<double> real, IReadOnlyList<double> unseen, IReadOnlyList<double> fake)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(unseen);
        ArgumentNullException.ThrowIfNull(fake);
        MetricException.Require(Math.Min(real.Count, Math.Min(unseen.Count, fake.Count)), 1, "Signals of overfitting");
        var gap = real.Average() - fake.Average();
        return new(real.Average(score => (double)Math.Sign(score)), gap == 0 ? null : (real.Average() - unseen.Average()) / gap);
    }
}
