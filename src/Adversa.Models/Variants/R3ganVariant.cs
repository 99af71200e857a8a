using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.R3ganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Whether a system's networks are told the classes of its samples.</summary>
public enum ClassUse
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>Both are.</summary>
    Told,
}

/// <summary>Options of R3GAN.</summary>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">C, the channels at each resolution, from 1 to 4096.</param>
/// <param name="LastWidth">Channels at the picture's own resolution, from 1 to 4096; left out, C.</param>
/// <param name="Cardinality">Groups of the 3x3 convolutions, from 1 to 4096; it divides twice the channels.</param>
/// <param name="Blocks">Blocks at each resolution, from 1 to 16.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="Classes">Whether both networks are told the classes.</param>
/// <param name="Gamma">γ, the weight of R1 and R2 at first, 0 to 10,000.</param>
/// <param name="GammaFinal">γ at the end, 0 to 10,000.</param>
/// <param name="LearningRate">The rate of both players at first, in (0, 1].</param>
/// <param name="LearningRateFinal">That rate at the end, in (0, 1].</param>
/// <param name="Beta2">Adam's β₂ at first, in [0, 1).</param>
/// <param name="Beta2Final">β₂ at the end, in [0, 1).</param>
/// <param name="AugmentFinal">The share of pictures that the technique <c>diffAugment</c> varies at the end, from 0 at first; 0 to 1.</param>
/// <param name="AnnealImages">Images over which all these go from first to final, from 1 to 10^9.</param>
public sealed record R3ganOptions(int Latent = 64, int Width = 64, int? LastWidth = null, int Cardinality = 8, int Blocks = 1, int Levels = 2, ClassUse Classes = ClassUse.None,
    double Gamma = 0.5, double GammaFinal = 0.05, double LearningRate = 2e-4, double LearningRateFinal = 5e-5, double Beta2 = 0.9, double Beta2Final = 0.99,
    double AugmentFinal = 0.55, long AnnealImages = 50_000) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<R3ganOptions> List { get; } = new(new R3ganOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 4096),
        Option.OptionalInt("lastWidth", o => o.LastWidth, (o, x) => o with { LastWidth = x }, 0, 4096),
        Option.Int("cardinality", o => o.Cardinality, (o, x) => o with { Cardinality = x }, 1, 4096),
        Option.Int("blocks", o => o.Blocks, (o, x) => o with { Blocks = x }, 1, 16),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Choice("classes", o => o.Classes, (o, x) => o with { Classes = x }),
        Option.Real("gamma", o => o.Gamma, (o, x) => o with { Gamma = x }, 0, 1e4).As(OptionDial.R1),
        Option.Real("gammaFinal", o => o.GammaFinal, (o, x) => o with { GammaFinal = x }, 0, 1e4).As(OptionDial.R1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.SharedRate),
        Option.Real("learningRateFinal", o => o.LearningRateFinal, (o, x) => o with { LearningRateFinal = x }, 1e-9, 1).As(OptionDial.SharedRate),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Real("beta2Final", o => o.Beta2Final, (o, x) => o with { Beta2Final = x }, 0, 0.9999),
        Option.Real("augmentFinal", o => o.AugmentFinal, (o, x) => o with { AugmentFinal = x }, 0, 1),
        Option.Long("annealImages", o => o.AnnealImages, (o, x) => o with { AnnealImages = x }, 1, 1_000_000_000),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm.None;

    /// <inheritdoc/>
    public double? Middle => new RelativisticLoss().Middle;

    /// <inheritdoc/>
    public bool DifferentiatesGradients => true;

    /// <inheritdoc/>
    public bool IsConditional => Classes == ClassUse.Told;

    /// <summary>Channels at each resolution, from the smallest picture to the largest.</summary>
    internal IReadOnlyList<int> Widths => [.. Enumerable.Repeat(Width, Math.Clamp(Levels, 0, 16)), LastWidth ?? Width];

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. GameBodies.Sides(schema, Levels),
            .. Check.That("options.cardinality", Cardinality < 1 || Widths.All(width => 2L * width % Cardinality == 0), Words.OptionsCardinality(Cardinality, string.Join(", ", Widths.Distinct().Select(width => 2L * width)))),
            .. Check.That("options.classes", Classes == ClassUse.None || schema.Classes >= 2, Words.OptionsClassesIsToldAndData),
        ];
    }
}

/// <summary>R3GAN: a plain network, a loss of pairs, and zero-centred gradient penalties on real and generated samples.</summary>
public static class R3ganVariant
{
    private const int ClassSize = 64;            // of a class's vector: as long as z is

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<R3ganOptions>(
        id: "r3gan",
        about: Words.ModernBaselineNoTricksPairs,
        paper: new("The GAN is dead; long live the GAN! A Modern GAN Baseline", "Huang, Gokaslan, Kuleshov, Tompkin", 2024, "arXiv:2501.05441"),
        presets:
        [
            new("small", new R3ganOptions(), Batch: 64, Steps: 1_600, Words.NarrowForCPU),
            new("cifar10", new R3ganOptions(Width: 768, Cardinality: 96, Blocks: 2, Levels: 3, Classes: ClassUse.Told, Gamma: 0.05, GammaFinal: 0.005, AnnealImages: 20_000_000), Batch: 512, Steps: 390_000,
                Words.AuthorsNetworksAtX32ToldClasses) { Techniques = new(DiffAugment: DiffAugmentPolicy.All) },
            new("ffhq64", new R3ganOptions(Width: 768, LastWidth: 384, Cardinality: 96, Blocks: 2, Levels: 4, Gamma: 2, GammaFinal: 0.2, AugmentFinal: 0.3, AnnealImages: 20_000_000), Batch: 256, Steps: 780_000,
                Words.AuthorsNetworksAtX64) { Techniques = new(DiffAugment: DiffAugmentPolicy.All) },
        ],
        options: R3ganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image),
    };

    private static Game Build(R3ganOptions o, BuildContext build)
    {
        var (told, classes, adam) = (o.Classes == ClassUse.Told, build.Schema.Classes, new OptimizerOptions(OptimizerKind.Adam, o.LearningRate, 0, o.Beta2));
        var body = build.Discriminator(new R3ganDiscriminator(build.SeenSchema, o.Widths, o.Cardinality, o.Blocks, build.Init, told ? ClassSize : 1, build.Techniques.MinibatchStddev));
        return new(build,
            newGenerator: () => told ? new LabelEmbedding(classes, ClassSize, Generator(o.Latent + ClassSize), build.Init) : Generator(o.Latent),
            discriminator: told ? new ClassProjection(classes, ClassSize, body, build.Init) : body,
            new RelativisticLoss(),
            generatorOptimizer: adam,
            discriminatorOptimizer: adam)
        {
            Latent = o.Latent,
            Output = Output.None,
            Penalties = [new ScoreGradientPenalty(Side.Real, o.Gamma), new ScoreGradientPenalty(Side.Fake, o.Gamma)],
            Annealings =
            [
                new(["r1", "r2"], 1, o.Gamma > 0 ? o.GammaFinal / o.Gamma : 1, o.AnnealImages),
                new([Dial.LearningRate], 1, o.LearningRateFinal / o.LearningRate, o.AnnealImages),
                new([Dial.Beta2], 1, o.Beta2 > 0 ? o.Beta2Final / o.Beta2 : 1, o.AnnealImages),
                new([Dial.EmaHalfLife], 0, 1, o.AnnealImages),
                new([Dial.Augment], 0, o.AugmentFinal, o.AnnealImages),
            ],
        };

        R3ganGenerator Generator(int latent) => new(build.Schema, latent, o.Widths, o.Cardinality, o.Blocks, build.Init);
    }
}
