using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>R1: the critic's squared gradient at real samples, by the samples as the discriminator sees them, after augmentation. Stabilises training near the optimum.</summary>
/// <remarks>Mescheder et al., 2018, "Which Training Methods for GANs do actually Converge?", eq. 9 (arXiv:1801.04406).
/// The factor 1/2 is the paper's; other code folds it into the weight.</remarks>
/// <param name="weight">γ.</param>
public sealed class R1Penalty(double weight) : Penalty("r1", weight)
{
    /// <summary>Whether γ is that of a batch of one, and the larger the batch, the less it counts: Karras et al., 2020, appendix B (arXiv:2006.06676).</summary>
    public bool IsSharedByBatch { get; init; }

    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var penalty = At(turn.Network, turn.View(turn.Real));
        return IsSharedByBatch ? penalty / (double)turn.Real.Size(0) : penalty;
    }

    // ½ E ‖∇d(x)‖²
    /// <summary>The penalty as a function of the critic and the samples.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="samples">Real ones for R1, <c>[N, ...]</c>.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor At(Critic critic, Tensor samples) => 0.5 * InputGradient.SquaredNorms(critic, samples).Mean();
}
