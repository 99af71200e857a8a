using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.Pix2pixOptions>;

namespace Adversa.Models.Variants;

/// <summary>What the discriminator of pix2pix looks at.</summary>
public enum PairCritic
{
    /// <summary>The picture beside what it was made of: the paper's.</summary>
    Pair,

    /// <summary>The picture alone: what the paper calls GAN in place of cGAN.</summary>
    Alone,
}

/// <summary>Options of pix2pix.</summary>
/// <param name="Width">Channels of the generator's largest map, from 1 to 1024; doubled at each level, up to eight times.</param>
/// <param name="Levels">How often the generator halves the side, from 2 to 8.</param>
/// <param name="Patch">How often the discriminator halves it, from 1 to 4: patches of 16, 34, 70 and 142 pixels.</param>
/// <param name="DiscriminatorWidth">Channels of the discriminator's first layer, from 0 to 1024; 0 takes the generator's.</param>
/// <param name="Critic">What the discriminator looks at.</param>
/// <param name="Adversarial">Weight of the discriminator's word in the generator's loss, in [0, 1000]; at 0 there is no game, and the distance is all that is learned from.</param>
/// <param name="L1">Weight of the distance to the pair, in [0, 10000].</param>
/// <param name="Dropout">The share of dropout in the generator, in [0, 0.9].</param>
/// <param name="LearningRate">Adam's rate of both players, in (0, 1].</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record Pix2pixOptions(int Width = 64, int Levels = 8, int Patch = 3, int DiscriminatorWidth = 0, PairCritic Critic = PairCritic.Pair, double Adversarial = 1, double L1 = 100, double Dropout = 0.5,
    double LearningRate = 2e-4, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<Pix2pixOptions> List { get; } = new(new Pix2pixOptions(),
    [
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 2, 8),
        Option.Int("patch", o => o.Patch, (o, x) => o with { Patch = x }, 1, 4),
        Option.Int("discriminatorWidth", o => o.DiscriminatorWidth, (o, x) => o with { DiscriminatorWidth = x }, 0, 1024),
        Option.Choice("critic", o => o.Critic, (o, x) => o with { Critic = x }),
        Option.Real("adversarial", o => o.Adversarial, (o, x) => o with { Adversarial = x }, 0, 1000),
        Option.Real("l1", o => o.L1, (o, x) => o with { L1 = x }, 0, 1e4),
        Option.Real("dropout", o => o.Dropout, (o, x) => o with { Dropout = x }, 0, 0.9),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.SharedRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public int LeastBatch => 1;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Translations.Sides("options.levels", schema, 1 << Math.Clamp(Levels, 2, 8)),
            .. Adversarial > 0 ? Translations.Patch(schema, Patch) : [],
            .. Check.That("options.l1", Adversarial > 0 || L1 > 0, Words.NothingToLearnFrom),
        ];
    }
}

/// <summary>Paired translation: a U-Net, a discriminator that judges patches of input and output together, and the distance to the pair.</summary>
public static class Pix2pixVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<Pix2pixOptions>(
        id: "pix2pix",
        about: Words.Pix2pixTranslatesByPairs,
        paper: new("Image-to-Image Translation with Conditional Adversarial Networks", "Isola, Zhu, Zhou, Efros", 2016, "arXiv:1611.07004"),
        presets:
        [
            new("pairs32", new Pix2pixOptions(Width: 16, Levels: 4, Patch: 1), Batch: 4, Steps: 10_000, Words.TranslatorForTwoCores(16)) { LargestSide = 48 },
            new("pairs64", new Pix2pixOptions(Width: 16, Levels: 5, Patch: 2), Batch: 4, Steps: 10_000, Words.TranslatorForTwoCores(16)) { LargestSide = 112 },
            new("pairs128", new Pix2pixOptions(Width: 32, Levels: 6, Patch: 3), Batch: 1, Steps: 50_000, Words.TranslatorForTwoCores(32)) { LargestSide = 192 },
            new("paper256", new Pix2pixOptions(), Batch: 1, Steps: 80_000, Words.PapersNetworksForTranslation(256)) { LargestSide = 512 },
        ],
        options: Pix2pixOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image)] },
    };

    private static Model Build(Pix2pixOptions o, BuildContext build)
    {
        var (made, input) = (build.Schema, build.Schema.Find(Field.Input)!);
        var adam = new OptimizerOptions(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2);
        var width = o.DiscriminatorWidth > 0 ? o.DiscriminatorWidth : o.Width;
        var d = new PatchDiscriminator(made.Channels + (o.Critic == PairCritic.Pair ? input.Shape[0] : 0), width, o.Patch, Norm.Instance, build.Init);
        return new TranslationGame(build, () => new TranslationUNet(input.Shape[0], made.Channels, o.Width, o.Levels, o.Dropout, build), d, new HalvedLoss(new GanLoss()), adam, adam)
        {
            Given = [input],
            Stride = 1 << o.Levels,
            HasNoise = o.Dropout > 0,
            Adversarial = () => o.Adversarial,
            Judge = (samples, turn) => new(d.Forward(o.Critic == PairCritic.Pair ? Tensor.Cat([turn![Field.Input], samples], 1) : samples)),
            GeneratorTerms = o.L1 > 0 ? [new("l1", o.L1, (turn, fake, _) => (turn.Data - fake).Abs().Mean())] : [],
        };
    }
}
