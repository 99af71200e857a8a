namespace Adversa.Models.Losses;

/// <summary>A loss whose discriminator's side counts half, which slows the discriminator beside the generator.</summary>
/// <remarks>Isola et al., 2016, section 3.3: "we divide the objective by 2 while optimizing D" (arXiv:1611.07004).</remarks>
/// <param name="whole">The loss.</param>
public sealed class HalvedLoss(IAdversarialLoss whole) : IAdversarialLoss
{
    /// <inheritdoc/>
    public double? Lipschitz => whole.Lipschitz;

    /// <inheritdoc/>
    public double? Middle => whole.Middle;

    /// <inheritdoc/>
    public double? MiddleOf(Scores s) => whole.MiddleOf(s);

    /// <inheritdoc/>
    public bool IsProbability => whole.IsProbability;

    /// <inheritdoc/>
    public bool EstimatesDistance => whole.EstimatesDistance;

    /// <inheritdoc/>
    public bool GeneratorSeesReal => whole.GeneratorSeesReal;

    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s)
    {
        var losses = whole.Discriminator(s);
        foreach (var (name, term) in losses.ToList()) losses[name] = 0.5 * term;
        return losses;
    }

    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => whole.Generator(s);
}
