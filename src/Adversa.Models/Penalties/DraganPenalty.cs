using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>DRAGAN's penalty: the gradient's norm is pushed to 1 in the neighbourhood of real samples, as the discriminator sees them.</summary>
/// <remarks>Kodali et al., 2017, "On Convergence and Stability of GANs", section 2.3 (arXiv:1705.07215); the perturbation is the authors' code's: uniform noise times half
/// the standard deviation of the batch, of which every sample takes a random share α.</remarks>
/// <param name="weight">λ.</param>
public sealed class DraganPenalty(double weight) : Penalty("dragan", weight)
{
    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Around(turn.Network, turn.View(turn.Real), turn.Noise);
    }

    // E (‖∇d(x + δ)‖₂ - 1)²,  δ = α·½·std(x)·u,  α and u ~ U[0, 1]
    /// <summary>The penalty as a function of the critic and the samples.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="real">Real samples, <c>[N, ...]</c>.</param>
    /// <param name="noise">Draws the perturbation.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor Around(Critic critic, Tensor real, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(real);
        var x = real.Detach();
        var delta = InputGradient.Share(x, noise) * 0.5 * Ops.Var(x).Sqrt() * Tensor.Rand(x.Shape, noise);
        return (InputGradient.Norms(critic, x + delta) - 1).Square().Mean();
    }
}
