using Adversa.Torch;

namespace Adversa.Models.Objectives;

/// <summary>Progressive GAN's game: WGAN-GP, and a weak pull of the scores of real pictures towards 0.</summary>
/// <remarks>Karras et al., 2017, sections A.1 and B (arXiv:1710.10196).</remarks>
/// <param name="penaltyWeight">λ, the weight of the gradient penalty; 0 or more.</param>
/// <param name="targetNorm">γ, the gradient's norm that costs nothing; above 0. The paper has 1, and 750 for CIFAR-10.</param>
/// <param name="driftWeight">ε_drift, the weight of the pull; 0 or more. Without it nothing keeps the critic's scores from wandering off together.</param>
/// <param name="noise">Draws the points between real and fake.</param>
public sealed class ProganObjective(double penaltyWeight, double targetNorm, double driftWeight, Generator noise) : IObjective
{
    /// <inheritdoc/>
    public double? Lipschitz => targetNorm;

    /// <summary>Nowhere: the pull towards 0 is too weak to hold the scores there.</summary>
    public double? Middle => null;

    /// <inheritdoc/>
    public bool EstimatesDistance => true;

    // E d(x̃) - E d(x) + λ/γ² E(‖∇d(x̂)‖₂ - γ)² + ε_drift E d(x)²
    /// <inheritdoc/>
    public Losses Discriminator(Critic critic, Tensor real, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        var onReal = critic(real);
        return new Losses
        {
            ["wasserstein"] = critic(fake).Mean() - onReal.Mean(),
            ["penalty"] = penaltyWeight / (targetNorm * targetNorm) * GradientPenalty.Interpolated(critic, real, fake, noise, targetNorm),
            ["drift"] = driftWeight * onReal.Square().Mean(),
        };
    }

    // -E d(x̃)
    /// <inheritdoc/>
    public Losses Generator(Critic critic, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        return new Losses { ["wasserstein"] = -critic(fake).Mean() };
    }
}
