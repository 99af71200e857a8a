namespace Adversa.Models.Losses;

/// <summary>Squared distances to target scores, so that samples far on the right side still get gradients.</summary>
/// <remarks>Mao et al., 2016, "Least Squares Generative Adversarial Networks", eq. 2 (arXiv:1611.04076). For data of density p and samples of density q the best critic is
/// (b·p + a·q)/(p + q); with b - c = 1 and b - a = 2 the generator minimises the Pearson χ² divergence.</remarks>
/// <param name="fakeTarget">a, the critic's target for generated samples.</param>
/// <param name="realTarget">b, the critic's target for real samples.</param>
/// <param name="generatorTarget">c, what the generator wants the critic to say.</param>
public sealed class LeastSquaresLoss(double fakeTarget = 0, double realTarget = 1, double generatorTarget = 1) : IAdversarialLoss
{
    // d* = (b·p + a·q)/(p + q) where p = q
    /// <inheritdoc/>
    public double? Middle => (fakeTarget + realTarget) / 2;

    // ½ E (d(x) - b)²   and   ½ E (d(x̃) - a)²
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new()
    {
        ["real"] = 0.5 * (s.Real - realTarget).Square().Mean(),
        ["fake"] = 0.5 * (s.Fake - fakeTarget).Square().Mean(),
    };

    // ½ E (d(x̃) - c)²
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["fake"] = 0.5 * (s.Fake - generatorTarget).Square().Mean() };
}
