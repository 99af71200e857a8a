using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>R1 and R2 in one: the critic's squared gradient at real and at generated samples, by the samples as the discriminator sees them.</summary>
/// <remarks>Mescheder et al., 2018, eq. 9 and the remark below it (arXiv:1801.04406).</remarks>
/// <param name="weight">γ.</param>
public sealed class BothSidesPenalty(double weight) : Penalty("r1_r2", weight)
{
    // ½ E ‖∇d(x)‖² + ½ E ‖∇d(x̃)‖²
    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return R1Penalty.At(turn.Network, turn.View(turn.Real)) + R1Penalty.At(turn.Network, turn.View(turn.Fake));
    }
}
