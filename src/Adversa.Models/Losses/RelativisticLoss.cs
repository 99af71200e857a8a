using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>Each real sample is compared with a generated one: the discriminator wants it to score higher, the generator lower. No sample has to reach a score of its own.</summary>
/// <remarks>Jolicoeur-Martineau, 2018, "The relativistic discriminator", eq. 4 and 5 (arXiv:1807.00734); Huang et al., 2024, "The GAN is dead; long live the GAN!", eq. 2
/// (arXiv:2501.05441). ζ(u) = log(1 + eᵘ); the i-th real sample is paired with the i-th fake.</remarks>
public sealed class RelativisticLoss : IAdversarialLoss
{
    /// <summary>Nowhere: the loss stays the same when a number is added to all scores.</summary>
    public double? Middle => null;

    /// <summary>Yes: each fake is compared with a real sample.</summary>
    public bool GeneratorSeesReal => true;

    // D: E ζ(-(d(x) - d(x̃)))
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["pairs"] = (s.Fake - s.Real).Softplus().Mean() };

    // G: E ζ(-(d(x̃) - d(x)))
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["pairs"] = (s.Real - s.Fake).Softplus().Mean() };
}
