using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.FewOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of <c>few</c>.</summary>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels of both networks at 128 pixels, from 1 to 1024; smaller maps have up to 16 times as many.</param>
/// <param name="Levels">How often the side doubles, from 2 to 6.</param>
/// <param name="Rebuild">Weight of the error with which the discriminator's decoders draw real pictures again, 0 to 100; 0 leaves them untaught.</param>
/// <param name="Norm">The norm between the discriminator's layers.</param>
/// <param name="Gamma">γ, the weight of R1 and R2, 0 to 10,000.</param>
/// <param name="GammaEvery">Rounds from one penalty to the next, 1 to 1000; it counts once.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record FewOptions(int Latent = 256, int Width = 8, int Levels = 3, double Rebuild = 1, Norm Norm = Norm.Layer, double Gamma = 0.1, int GammaEvery = 4,
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<FewOptions> List { get; } = new(new FewOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 2, 6),
        Option.Real("rebuild", o => o.Rebuild, (o, x) => o with { Rebuild = x }, 0, 100),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
        Option.Real("gamma", o => o.Gamma, (o, x) => o with { Gamma = x }, 0, 1e4).As(OptionDial.R1),
        Option.Int("gammaEvery", o => o.GammaEvery, (o, x) => o with { GammaEvery = x }, 1, 1000),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm;

    /// <inheritdoc/>
    public double? Middle => new HingeLoss().Middle;

    /// <inheritdoc/>
    public bool DifferentiatesGradients => Gamma > 0;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. List.Problems(this), .. GameBodies.Sides(schema, Levels), .. Techniques.BatchNormUnderPenalty(this, Gamma > 0, "options.gamma")];
    }
}

/// <summary>For 30 to 2,000 pictures: a light generator, and a discriminator that must be able to describe its real pictures.</summary>
public static class FewVariant
{
    private static readonly Techniques Presets = new(SpectralNorm: SpectralNormOf.Discriminator, DiffAugment: DiffAugmentPolicy.All);

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<FewOptions>(
        id: "few",
        about: Words.FewIsForFewPictures,
        paper: new("Towards Faster and Stabilized GAN Training for High-fidelity Few-shot Image Synthesis", "Liu, Zhu, Song, Elgammal", 2021, "arXiv:2101.04775"),
        presets:
        [
            Small("few32", levels: 3, side: 60),
            Small("few28", levels: 2, side: 60),
            Small("few64", levels: 4, side: 112),
            Small("few128", levels: 5, side: 192),
            Small("few256", levels: 6, side: 384),
            Wide("gpu64", levels: 4, side: 112),
            Wide("gpu128", levels: 5, side: 192),
            Wide("gpu256", levels: 6, side: 384),
        ],
        options: FewOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image),
    };

    private static Preset Small(string name, int levels, int side) =>
        new(name, new FewOptions(Levels: levels), Batch: 8, Steps: 20_000, Words.FewForTwoCores(8)) { LargestSide = side, Techniques = Presets };

    private static Preset Wide(string name, int levels, int side) =>
        new(name, new FewOptions(Width: 64, Levels: levels), Batch: 16, Steps: 50_000, Words.FewForGpu(64)) { LargestSide = side, Techniques = Presets };

    private static Game Build(FewOptions o, BuildContext build)
    {
        var adam = new OptimizerOptions(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2);
        var d = build.Discriminator(new FewDiscriminator(build.SeenSchema, o.Width, o.Levels, build.Init, o.Norm, build.Techniques.MinibatchStddev));
        return new(build,
            newGenerator: () => new FewGenerator(build.Schema, o.Latent, o.Width, o.Levels, build),
            discriminator: d,
            new HingeLoss(),
            generatorOptimizer: adam,
            discriminatorOptimizer: adam with { LearningRate = o.DiscriminatorLearningRate ?? o.LearningRate })
        {
            Latent = o.Latent,
            Penalties = o.Gamma > 0 ? [new BothSidesPenalty(o.Gamma) { Every = o.GammaEvery, Gain = 1 }] : [],
            DiscriminatorTerms = o.Rebuild > 0 ? [new("rebuild", o.Rebuild, (turn, _, s) => d.Error(s.SightOfReal, turn.Noise))] : [],
        };
    }
}
