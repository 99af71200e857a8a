using Adversa.Torch;

namespace Adversa.Models.Objectives;

/// <summary>The critic estimates the distance between data and samples; the generator shortens it.</summary>
/// <remarks>Arjovsky, Chintala, Bottou, 2017, "Wasserstein GAN", eq. 2 and algorithm 1 (arXiv:1701.07875); the penalty: Gulrajani et al., 2017, eq. 3 (arXiv:1704.00028).</remarks>
/// <param name="penaltyWeight">λ, the weight of the gradient penalty; 0 leaves it out, and the critic must be kept Lipschitz in another way.</param>
/// <param name="noise">Draws the points between real and generated samples; needed when λ is above 0.</param>
public sealed class WassersteinObjective(double penaltyWeight = 0, Generator? noise = null) : IObjective
{
    /// <inheritdoc/>
    public double? Lipschitz => 1;

    /// <summary>Nowhere: the loss stays the same when a number is added to all scores.</summary>
    public double? Middle => null;

    /// <inheritdoc/>
    public bool EstimatesDistance => true;

    // E d(x̃) - E d(x) + λ E (‖∇d(x̂)‖₂ - 1)²
    /// <inheritdoc/>
    public Losses Discriminator(Critic critic, Tensor real, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        var losses = new Losses { ["wasserstein"] = critic(fake).Mean() - critic(real).Mean() };
        if (penaltyWeight > 0) losses["penalty"] = penaltyWeight * GradientPenalty.Interpolated(critic, real, fake, noise ?? throw new InvalidOperationException("A gradient penalty needs a generator."));
        return losses;
    }

    // -E d(x̃)
    /// <inheritdoc/>
    public Losses Generator(Critic critic, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        return new Losses { ["wasserstein"] = -critic(fake).Mean() };
    }
}
