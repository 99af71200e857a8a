using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.GanIntClsOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of text to image.</summary>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="WordSize">Numbers of a word's vector and of the reader's state, from 1 to 2048.</param>
/// <param name="CodeSize">T, numbers of a sentence's code, from 2 to 4096.</param>
/// <param name="Described">Numbers that each player makes of a code, from 1 to 4096.</param>
/// <param name="Width">The generator's channels next to the picture, from 1 to 1024.</param>
/// <param name="DiscriminatorWidth">The discriminator's, and those of the encoder of pictures; from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="Residuals">Maps, from the smallest on, that a residual bottleneck follows in the generator; with 1 or more the discriminator has one. 0 to 5.</param>
/// <param name="WrongWeight">CLS: w, the weight of a real picture with a wrong caption, against 1 - w of a generated one; 0 to 0.9, 0 leaves it out.</param>
/// <param name="Interpolated">INT: the weight of the generator's loss on captions halfway between two; 0 to 10, 0 leaves it out.</param>
/// <param name="EncoderSteps">Rounds in which the encoder of texts learns, 1 to 10^9.</param>
/// <param name="EncoderLearningRate">Its rate, in (0, 1].</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
/// <param name="Norm">The norm between the discriminator's layers.</param>
public sealed record GanIntClsOptions(int Latent = 100, int WordSize = 256, int CodeSize = 1024, int Described = 256,
    int Width = 128, int DiscriminatorWidth = 64, int Levels = 4, int Residuals = 2,
    double WrongWeight = 0.5, double Interpolated = 1, long EncoderSteps = 5000, double EncoderLearningRate = 1e-3,
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<GanIntClsOptions> List { get; } = new(new GanIntClsOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("wordSize", o => o.WordSize, (o, x) => o with { WordSize = x }, 1, 2048),
        Option.Int("codeSize", o => o.CodeSize, (o, x) => o with { CodeSize = x }, 2, 4096),
        Option.Int("described", o => o.Described, (o, x) => o with { Described = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("discriminatorWidth", o => o.DiscriminatorWidth, (o, x) => o with { DiscriminatorWidth = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Int("residuals", o => o.Residuals, (o, x) => o with { Residuals = x }, 0, 5),
        Option.Real("wrongWeight", o => o.WrongWeight, (o, x) => o with { WrongWeight = x }, 0, 0.9),
        Option.Real("interpolated", o => o.Interpolated, (o, x) => o with { Interpolated = x }, 0, 10),
        Option.Long("encoderSteps", o => o.EncoderSteps, (o, x) => o with { EncoderSteps = x }, 1, 1_000_000_000),
        Option.Real("encoderLearningRate", o => o.EncoderLearningRate, (o, x) => o with { EncoderLearningRate = x }, 1e-9, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Residuals > 0 ? Norm.Batch : Norm;       // a bottleneck has batch norm

    /// <inheritdoc/>
    public double? Middle => new MatchingAwareLoss(WrongWeight).Middle;

    /// <inheritdoc/>
    public bool IsConditional => true;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) => [.. List.Problems(this), .. GameBodies.Sides(schema, Levels)];
}

/// <summary>Text to image: DCGAN told a sentence, with a discriminator that also asks whether the two fit (CLS), and a generator that practises between sentences (INT).</summary>
public static class GanIntClsVariant
{
    private static readonly GanIntClsOptions Narrow = new(Latent: 32, WordSize: 64, CodeSize: 64, Described: 64,
        Width: 32, DiscriminatorWidth: 32, Levels: 3, Residuals: 0, EncoderSteps: 1500);

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<GanIntClsOptions>(
        id: "gan-int-cls",
        about: Words.TextToImage,
        paper: new("Generative Adversarial Text to Image Synthesis", "Reed et al.", 2016, "arXiv:1605.05396"),
        presets:
        [
            new("captions32", Narrow, Batch: 64, Steps: 6_000, Words.NarrowForTwoCores) { LargestSide = 48 },
            new("reed64", new GanIntClsOptions(), Batch: 64, Steps: 83_000, Words.ReedsNetworksAtX64) { LargestSide = 112 },
        ],
        options: GanIntClsOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { Also = [new(Field.Caption, FieldKind.Tokens)] },
    };

    private static TextToImage Build(GanIntClsOptions o, BuildContext build) => new(
        build,
        newGenerator: () => new TextGenerator(build.Schema, o.Latent, o.CodeSize, o.Described, o.Width, o.Levels, o.Residuals, build.Init),
        discriminator: build.Discriminator(new TextDiscriminator(build.SeenSchema, o.CodeSize, o.Described, o.DiscriminatorWidth, o.Levels, o.Residuals,
            o.Norm, build.Techniques.MinibatchStddev, build.Init)),
        new TextMatcher(build.Schema, build.Schema.Find(Field.Caption)!.Vocabulary.Count, o.WordSize, o.CodeSize, o.DiscriminatorWidth, o.Levels, build.Init),
        new MatchingAwareLoss(o.WrongWeight), o.Interpolated, hasWrong: o.WrongWeight > 0, o.EncoderSteps,
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2),
        encoderOptimizer: new(OptimizerKind.Adam, o.EncoderLearningRate, 0.9, 0.999))
    {
        Latent = o.Latent,
    };
}
