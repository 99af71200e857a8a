using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>WGAN-GP's penalty: the gradient's norm is pushed to a target on lines between real and generated samples.</summary>
/// <remarks>Gulrajani et al., 2017, "Improved Training of Wasserstein GANs", eq. 3 and algorithm 1 (arXiv:1704.00028); a target γ other than 1 with weight λ/γ²: Karras et al., 2017, appendix F (arXiv:1710.10196).</remarks>
/// <param name="weight">λ; 10 in the paper.</param>
/// <param name="target">γ, the norm that costs nothing.</param>
public sealed class GradientPenalty(double weight = 10, double target = 1) : Penalty("penalty", weight / (target * target))
{
    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Between(turn.Critic, turn.Real, turn.Fake, turn.Noise, target);
    }

    // E (‖∇d(x̂)‖₂ - γ)²,  x̂ = εx + (1-ε)x̃,  ε ~ U[0, 1] for each sample
    /// <summary>The penalty as a function of the critic and the samples.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="real">Real samples, <c>[N, ...]</c>.</param>
    /// <param name="fake">Generated samples, <c>[N, ...]</c>.</param>
    /// <param name="noise">Draws ε.</param>
    /// <param name="target">γ.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor Between(Critic critic, Tensor real, Tensor fake, Generator noise, double target = 1)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        var epsilon = InputGradient.Share(real, noise);
        return (InputGradient.Norms(critic, epsilon * real.Detach() + (1 - epsilon) * fake.Detach()) - target).Square().Mean();
    }
}
