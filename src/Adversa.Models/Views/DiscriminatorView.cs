using Adversa.Torch;

namespace Adversa.Models.Views;

/// <summary>How a discriminator sees samples: in packs, augmented and noisy, as the techniques have it. The same for real and generated samples, in both turns.</summary>
/// <remarks>When no technique is on it draws no random number, so that a game without techniques is the same bit for bit.</remarks>
internal sealed class DiscriminatorView
{
    private readonly Techniques _techniques;
    private readonly Ada? _ada;

    /// <param name="techniques">What is on.</param>
    /// <param name="middle">The score of a discriminator that cannot tell; ADA needs one.</param>
    internal DiscriminatorView(Techniques techniques, double? middle = 0)
    {
        _techniques = techniques;
        if (techniques.Ada > 0 && middle is null) throw new ArgumentException("ADA reads from the scores how sure the discriminator is; those of this loss have no middle.", nameof(middle));
        if (techniques.Ada > 0) _ada = new Ada(techniques.Ada, techniques.AdaImages);
    }

    /// <summary>The generator's last activation, which says in which range the networks see pictures.</summary>
    internal Output Output { get; set; } = Output.Tanh;

    /// <summary>The share of pictures that are augmented, where the technique is on.</summary>
    internal double AugmentShare { get; set; } = 1;

    /// <summary>The probability of augmentation, or null without ADA.</summary>
    internal double? AdaProbability => _ada?.Probability;

    /// <summary>m samples that follow each other, joined on their channels. What is scored, and what lines between real and fake are drawn through, are packs.</summary>
    internal Tensor Pack(Tensor samples) => Regroup(samples, _techniques.Pack);

    /// <summary>Takes in the scores of real packs.</summary>
    /// <param name="onReal">The scores.</param>
    /// <param name="images">Images in the batch.</param>
    /// <param name="middle">The score of a discriminator that cannot tell; ADA is refused where there is none.</param>
    internal void Observe(Tensor onReal, int images, double? middle = 0) => _ada?.Observe(onReal, images, middle!.Value);

    internal void VisitState(IStateVisitor visitor) => _ada?.VisitState(visitor);

    /// <summary>Packs as the discriminator sees them. Augmentation and noise have draws for each sample, whatever its pack.</summary>
    /// <param name="packs">Packs, <c>[N, ...]</c>.</param>
    /// <param name="turn">The turn, for its noise and its round.</param>
    internal Tensor Vary(Tensor packs, TurnContext turn)
    {
        if (_ada is not null || _techniques.DiffAugment != DiffAugmentPolicy.None)
        {
            var samples = Regroup(packs, 1, _techniques.Pack);
            packs = Pack(Augment(samples, turn.Noise));
        }

        var sigma = _techniques.InstanceNoise * Math.Max(0, 1 - turn.Round / (double)_techniques.InstanceNoiseSteps);
        return sigma > 0 ? packs + sigma * Tensor.Randn(packs.Shape, turn.Noise) : packs;
    }

    /// <summary>In [-1, 1], whatever the range of the networks: what is brighter, inverted or blank is so about the same grey.</summary>
    private Tensor Augment(Tensor samples, Generator noise)
    {
        if (_ada?.Probability == 0 || AugmentShare <= 0) return samples;
        var isFromZero = Output is Output.Sigmoid or Output.ReLU;
        var x = isFromZero ? samples * 2 - 1 : samples;
        var y = _ada is not null ? _ada.Augment(x, noise) : DiffAugment.Apply(x, _techniques.DiffAugment, noise);
        if (AugmentShare < 1) y = x + Ops.Le(Tensor.Rand([x.Size(0), 1, 1, 1], noise), AugmentShare).To(x.DType) * (y - x);
        return isFromZero ? y * 0.5 + 0.5 : y;
    }

    private static Tensor Regroup(Tensor samples, int join, int split = 1)
    {
        if (join == split) return samples;
        var shape = samples.Shape;
        return samples.Reshape([shape[0] * split / join, shape[1] * join / split, .. shape[2..]]);
    }
}
