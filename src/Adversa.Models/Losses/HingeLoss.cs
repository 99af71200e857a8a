using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>The hinge: the critic is content once real samples score 1 and generated ones -1.</summary>
/// <remarks>Lim, Ye, 2017, "Geometric GAN", eq. 9 and 10 (arXiv:1705.02894); the usual companion of spectral norm: Miyato et al., 2018, eq. 16 and 17 (arXiv:1802.05957).</remarks>
public sealed class HingeLoss : IAdversarialLoss
{
    /// <summary>0, half-way between what pleases it on either side.</summary>
    public double? Middle => 0;

    // Where p = q, E max(0, 1 - c) + E max(0, 1 + c) = 2 for every c in [-1, 1]: nothing holds the scores at 0.
    /// <summary>Half-way between the two means, as far as the loss leaves it open: within [-1, 1].</summary>
    /// <inheritdoc/>
    public double? MiddleOf(Scores s) => Math.Clamp((s.Real.Detach().Mean().Item() + s.Fake.Detach().Mean().Item()) / 2, -1, 1);

    // E max(0, 1 - d(x))   and   E max(0, 1 + d(x̃))
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["real"] = Ops.Relu(1 - s.Real).Mean(), ["fake"] = Ops.Relu(1 + s.Fake).Mean() };

    // -E d(x̃)
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["fake"] = -s.Fake.Mean() };
}
