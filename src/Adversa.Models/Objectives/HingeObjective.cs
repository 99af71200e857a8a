using Adversa.Torch;

namespace Adversa.Models.Objectives;

/// <summary>The hinge: the critic is content once real samples score 1 and generated ones -1.</summary>
/// <remarks>Lim, Ye, 2017, "Geometric GAN", eq. 9 and 10 (arXiv:1705.02894); the usual companion of spectral norm: Miyato et al., 2018, eq. 16 and 17 (arXiv:1802.05957).</remarks>
public sealed class HingeObjective : IObjective
{
    /// <summary>0, half-way between what pleases it on either side.</summary>
    public double? Middle => 0;

    // Where p = q, E max(0, 1 - c) + E max(0, 1 + c) = 2 for every c in [-1, 1]: nothing holds the scores at 0.
    /// <summary>Half-way between the two means, as far as the loss leaves it open: within [-1, 1].</summary>
    /// <inheritdoc/>
    public double? MiddleOf(Tensor onReal, Tensor onFake)
    {
        ArgumentNullException.ThrowIfNull(onReal);
        ArgumentNullException.ThrowIfNull(onFake);
        return Math.Clamp((onReal.Detach().Mean().Item() + onFake.Detach().Mean().Item()) / 2, -1, 1);
    }

    // E max(0, 1 - d(x))   and   E max(0, 1 + d(x̃))
    /// <inheritdoc/>
    public Losses Discriminator(Critic critic, Tensor real, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        return new Losses
        {
            ["real"] = Ops.Relu(1 - critic(real)).Mean(),
            ["fake"] = Ops.Relu(1 + critic(fake)).Mean(),
        };
    }

    // -E d(x̃)
    /// <inheritdoc/>
    public Losses Generator(Critic critic, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(critic);
        return new Losses { ["fake"] = -critic(fake).Mean() };
    }
}
