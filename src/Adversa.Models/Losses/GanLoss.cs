using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>Which loss the generator of the first GAN paper minimises.</summary>
public enum GeneratorLoss
{
    /// <summary>-log D(G(z)): strong gradients while the discriminator wins. The paper's advice, and the default.</summary>
    NonSaturating,

    /// <summary>log(1 - D(G(z))): the game as it is written; its gradient vanishes while the discriminator wins.</summary>
    Minimax,

    /// <summary>The hinge, for both players: see <see cref="HingeLoss"/>.</summary>
    Hinge,
}

/// <summary>The first GAN: a discriminator's cross entropy against the generator.</summary>
/// <remarks>Goodfellow et al., 2014, "Generative Adversarial Nets", eq. 1 and section 3 (arXiv:1406.2661). With logits, log D = -ζ(-d) and log(1 - D) = -ζ(d),
/// where ζ(u) = log(1 + eᵘ). One-sided label smoothing: Salimans et al., 2016, section 3.4 (arXiv:1606.03498).</remarks>
/// <param name="generatorLoss">The generator's form.</param>
/// <param name="realTarget">a, the target for real samples, in (0, 1]; fakes stay at 0, so the best D is a·p/(p+q).</param>
public sealed class GanLoss(GeneratorLoss generatorLoss = GeneratorLoss.NonSaturating, double realTarget = 1) : IAdversarialLoss
{
    // D* = a·p/(p+q) = a/2 where p = q, and d = log(D / (1 - D))
    /// <inheritdoc/>
    public double? Middle => Math.Log(realTarget / (2 - realTarget));

    /// <inheritdoc/>
    public bool IsProbability => true;

    // a·ζ(-d(x)) + (1-a)·ζ(d(x))   and   ζ(d(x̃))
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["real"] = OnReal(s.Real), ["fake"] = s.Fake.Softplus().Mean() };

    // ζ(-d(x̃))   or   -ζ(d(x̃))
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["fake"] = generatorLoss == GeneratorLoss.NonSaturating ? (-s.Fake).Softplus().Mean() : -s.Fake.Softplus().Mean() };

    private Tensor OnReal(Tensor d)
    {
        var loss = (-d).Softplus().Mean();
        return realTarget < 1 ? realTarget * loss + (1 - realTarget) * d.Softplus().Mean() : loss;
    }
}
