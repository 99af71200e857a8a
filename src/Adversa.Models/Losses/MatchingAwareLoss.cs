using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>The cross entropy of a discriminator that knows two kinds of wrong, generated pictures and pictures with a sentence that does not fit, and weighs them so that they count as one.</summary>
/// <remarks>Reed et al., 2016, algorithm 1 (arXiv:1605.05396): log s_r + ½·(log(1 - s_w) + log(1 - s_f)). The wrong sentence's half is a term of the game's own, because only it knows sentences.</remarks>
/// <param name="wrongWeight">w, the weight of the wrong sentence, in [0, 1); a generated picture has 1 - w. 0 is the first GAN's loss.</param>
public sealed class MatchingAwareLoss(double wrongWeight = 0.5) : IAdversarialLoss
{
    // s = p / (p + (1-w)·q), which is 1/(2-w) where p = q; d = log(s / (1 - s))
    /// <inheritdoc/>
    public double? Middle => -Math.Log(1 - wrongWeight);

    /// <inheritdoc/>
    public bool IsProbability => true;

    // ζ(-d(x, t))   and   (1-w)·ζ(d(x̃, t))
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["real"] = (-s.Real).Softplus().Mean(), ["fake"] = (1 - wrongWeight) * s.Fake.Softplus().Mean() };

    // w·ζ(d(x, t_w))
    /// <summary>What the discriminator pays for real pictures with sentences that do not fit.</summary>
    /// <param name="scores">Its scores of them, <c>[N, 1]</c>.</param>
    public Tensor Wrong(Tensor scores) => wrongWeight * scores.Softplus().Mean();

    // ζ(-d(x̃, t))
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["fake"] = Fooled(s.Fake) };

    /// <summary>What the generator pays for pictures that are not believed.</summary>
    /// <param name="scores">The discriminator's scores of them, <c>[N, 1]</c>.</param>
    public static Tensor Fooled(Tensor scores) => (-scores).Softplus().Mean();
}
