using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.TpGanOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of TP-GAN.</summary>
/// <param name="Width">Channels of the generator's largest map, from 1 to 512; doubled at each halving, up to eight times.</param>
/// <param name="Levels">How often the global pathway halves the side, from 3 to 7.</param>
/// <param name="Code">Length of the code between encoder and decoder, from 1 to 8192.</param>
/// <param name="Latent">Length of the noise beside the code, from 1 to 8192.</param>
/// <param name="DiscriminatorWidth">Channels of the discriminator's first layer, from 0 to 512; 0 takes the generator's.</param>
/// <param name="Patch">How often the discriminator halves the side, from 1 to 4.</param>
/// <param name="Local">Weight of the absolute error of the four parts, from 0 to 1000; that of the whole is 1, 1 at half of the sides and 1.5 at a quarter.</param>
/// <param name="Symmetry">Weight of the difference between left and right, from 0 to 1000.</param>
/// <param name="Adversarial">Weight of the adversarial loss, from 0 to 1000.</param>
/// <param name="Variation">Weight of the total variation, from 0 to 1000.</param>
/// <param name="Features">The network by whose features people are recognised: a run of a classifier or the file of VGG-19; or <c>none</c>.</param>
/// <param name="Identity">Weight of the difference of those features, from 0 to 1000.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record TpGanOptions(int Width = 64, int Levels = 4, int Code = 256, int Latent = 100, int DiscriminatorWidth = 0, int Patch = 3,
    double Local = 3, double Symmetry = 0.3, double Adversarial = 1e-3, double Variation = 1e-4, string Features = FeatureOption.None, double Identity = 3e-3, double LearningRate = 1e-4,
    double? DiscriminatorLearningRate = null, double Beta1 = 0.9, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<TpGanOptions> List { get; } = new(new TpGanOptions(),
    [
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 3, 7),
        Option.Int("code", o => o.Code, (o, x) => o with { Code = x }, 1, 8192),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 8192),
        Option.Int("discriminatorWidth", o => o.DiscriminatorWidth, (o, x) => o with { DiscriminatorWidth = x }, 0, 512),
        Option.Int("patch", o => o.Patch, (o, x) => o with { Patch = x }, 1, 4),
        Option.Real("local", o => o.Local, (o, x) => o with { Local = x }, 0, 1000),
        Option.Real("symmetry", o => o.Symmetry, (o, x) => o with { Symmetry = x }, 0, 1000),
        Option.Real("adversarial", o => o.Adversarial, (o, x) => o with { Adversarial = x }, 0, 1000),
        Option.Real("variation", o => o.Variation, (o, x) => o with { Variation = x }, 0, 1000),
        Option.Word("features", o => o.Features, (o, x) => o with { Features = x }),
        Option.Real("identity", o => o.Identity, (o, x) => o with { Identity = x }, 0, 1000),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
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
            .. List.Problems(this), .. FeatureOption.Problems(Features, schema),
            .. Translations.Sides("options.levels", schema, Math.Max(16, 1 << Math.Clamp(Levels, 3, 7))),
            .. Adversarial > 0 ? Translations.Patch(schema, Patch) : [],
        ];
    }
}

/// <summary>The frontal view of a turned head: a global pathway, local ones for eyes, nose and mouth, and a discriminator that knows frontal heads.</summary>
public static class TpGanVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<TpGanOptions>(
        id: "tp-gan",
        about: Words.TpGanTurnsHeadsToTheFront,
        paper: new("Beyond Face Rotation: Global and Local Perception GAN for Photorealistic and Identity Preserving Frontal View Synthesis",
            "Huang, Zhang, Li, He", 2017, "arXiv:1704.04086"),
        presets:
        [
            new("views32", new TpGanOptions(Width: 16, Levels: 3, Code: 128, Latent: 16, Patch: 2, LearningRate: 1e-3), Batch: 16, Steps: 6_000, Words.NarrowForTwoCores) { LargestSide = 48 },
            new("views64", new TpGanOptions(Width: 16, Latent: 16, LearningRate: 1e-3), Batch: 8, Steps: 12_000, Words.NarrowForTwoCores) { LargestSide = 112 },
            new("huang128", new TpGanOptions(), Batch: 8, Steps: 100_000, Words.PapersNetworksAt(128)) { LargestSide = 192 },
        ],
        options: TpGanOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image)], LeastSide = 32 },
    };

    private static TranslationGame Build(TpGanOptions o, BuildContext build)
    {
        var (made, input) = (build.Schema, build.Schema.Find(Field.Input)!);
        var width = o.DiscriminatorWidth > 0 ? o.DiscriminatorWidth : o.Width;
        var features = FeatureOption.Open(o.Features, build);
        FrontalViews seen = null!;                                                  // of the generator's turn: what its terms judge beside the picture
        TranslationGame game = null!;
        return game = new TranslationGame(build, () => new FrontalGenerator(input.Shape[0], made, o.Width, o.Levels, o.Code, o.Latent, build.Init),
            new PatchDiscriminator(made.Channels, width, o.Patch, Norm.Instance, build.Init), new GanLoss(),
            new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2), new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            Given = [input],
            Beside = features,
            HasNoise = true,
            Generate = turn => (seen = Make(turn)).Picture,
            Adversarial = () => o.Adversarial,
            GeneratorTerms =
            [
                new("pixels", 1, (turn, fake, _) => Error(fake, turn.Data) + Error(seen.Half, Shrunk(turn.Data, 2)) + 1.5 * Error(seen.Quarter, Shrunk(turn.Data, 4))),
                new("local", o.Local, (turn, _, _) => Parts(seen.Parts, turn.Data)),
                new("symmetry", o.Symmetry, (_, fake, _) => Error(fake, Ops.Flip(fake, [3]))),
                new("variation", o.Variation, (_, fake, _) => Step(fake, 2) + Step(fake, 3)),
                .. features is null ? Array.Empty<Term>() : [new("identity", o.Identity, (turn, fake, _) => features.Distance(fake, turn.Data))],
            ],
        };

        FrontalViews Make(TurnContext turn) =>
            ((FrontalGenerator)game.SampledNetwork).Make(turn[Field.Input], Latents.Draw(turn.BatchSize, o.Latent, Prior.Uniform, turn.Noise));
    }

    /// <summary>The mean absolute error of the four parts: eyes, nose and mouth.</summary>
    internal static Tensor Parts(IReadOnlyList<Tensor> parts, Tensor truth)
    {
        var errors = FrontalGenerator.Corners((int)truth.Size(2), (int)truth.Size(3))
            .Select((corner, i) => Error(parts[i], truth.Narrow(2, corner.Row, parts[i].Size(2)).Narrow(3, corner.Column, parts[i].Size(3))));
        return errors.Aggregate((a, b) => a + b) / parts.Count;
    }

    private static Tensor Error(Tensor made, Tensor truth) => (made - truth).Abs().Mean();

    private static Tensor Shrunk(Tensor x, int factor) => Ops.AvgPool2d(x, [factor, factor], [factor, factor], [0, 0]);

    private static Tensor Step(Tensor x, int dim) => (x.Narrow(dim, 1, x.Size(dim) - 1) - x.Narrow(dim, 0, x.Size(dim) - 1)).Abs().Mean();
}
