namespace Adversa.Models.Losses;

/// <summary>The critic estimates the distance between data and samples; the generator shortens it. The critic must be kept Lipschitz: by clipping, or by a penalty.</summary>
/// <remarks>Arjovsky, Chintala, Bottou, 2017, "Wasserstein GAN", eq. 2 and algorithm 1 (arXiv:1701.07875).</remarks>
/// <param name="lipschitz">K, the norm that the critic's gradient may have; scores are K times a distance.</param>
public sealed class WassersteinLoss(double lipschitz = 1) : IAdversarialLoss
{
    /// <inheritdoc/>
    public double? Lipschitz => lipschitz;

    /// <summary>Nowhere: the loss stays the same when a number is added to all scores.</summary>
    public double? Middle => null;

    /// <inheritdoc/>
    public bool EstimatesDistance => true;

    // E d(x̃) - E d(x)
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["wasserstein"] = s.Fake.Mean() - s.Real.Mean() };

    // -E d(x̃)
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["wasserstein"] = -s.Fake.Mean() };
}
