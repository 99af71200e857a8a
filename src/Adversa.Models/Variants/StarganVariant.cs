using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.StarganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of StarGAN.</summary>
/// <param name="Attributes">What is edited, by name, with commas between; or <c>categories</c>, all that are no amounts.</param>
/// <param name="Width">Channels of the first convolution of both networks, from 1 to 1024.</param>
/// <param name="Blocks">Residual blocks of the generator, from 1 to 32.</param>
/// <param name="Levels">How often the critic halves the side, from 1 to 6.</param>
/// <param name="CriticSteps">Critic updates in a round, 1 to 1000.</param>
/// <param name="ClassWeight">λ_cls, the weight of the attributes in both losses, 0 to 1000.</param>
/// <param name="BackWeight">λ_rec, the weight of the way back, 0 to 1000.</param>
/// <param name="PenaltyWeight">λ_gp, the weight of the gradient penalty, 0 to 10^4.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="CriticLearningRate">The critic's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record StarganOptions(string Attributes = AttributeCode.Categories, int Width = 64, int Blocks = 6, int Levels = 6,
    int CriticSteps = 5, double ClassWeight = 1, double BackWeight = 10,
    double PenaltyWeight = 10, double LearningRate = 1e-4, double? CriticLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<StarganOptions> List { get; } = new(new StarganOptions(),
    [
        Option.Word("attributes", o => o.Attributes, (o, x) => o with { Attributes = x }),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("blocks", o => o.Blocks, (o, x) => o with { Blocks = x }, 1, 32),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 1000).As(OptionDial.CriticSteps),
        Option.Real("classWeight", o => o.ClassWeight, (o, x) => o with { ClassWeight = x }, 0, 1000),
        Option.Real("backWeight", o => o.BackWeight, (o, x) => o with { BackWeight = x }, 0, 1000),
        Option.Real("penaltyWeight", o => o.PenaltyWeight, (o, x) => o with { PenaltyWeight = x }, 0, 1e4).As(OptionDial.PenaltyWeight),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("criticLearningRate", o => o.CriticLearningRate, (o, x) => o with { CriticLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm.None;

    /// <inheritdoc/>
    public double? Middle => null;

    /// <inheritdoc/>
    public bool DifferentiatesGradients => true;

    /// <inheritdoc/>
    public bool IsConditional => true;

    /// <inheritdoc/>
    public bool SeesSpread => false;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. List.Problems(this), .. GameBodies.Halved(schema, Math.Max(2, Levels)), .. AttributeCode.Problems(schema, Attributes)];
    }
}

/// <summary>One generator for all attributes: it is told the wanted ones, and must find the way back.</summary>
public static class StarganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<StarganOptions>(
        id: "stargan",
        about: Words.OneGeneratorEditsAnyAttribute,
        paper: new("StarGAN: Unified Generative Adversarial Networks for Multi-Domain Image-to-Image Translation", "Choi et al.", 2017, "arXiv:1711.09020"),
        presets:
        [
            new("avatars", new StarganOptions("hair_colour,expression,glasses,age", Width: 16, Blocks: 3, Levels: 4), Batch: 16, Steps: 10_000,
                Words.FacesForTwoCores) { LargestSide = 64 },
            new("small", new StarganOptions(Width: 16, Blocks: 3, Levels: 4), Batch: 16, Steps: 10_000, Words.EditorForTwoCores) { LargestSide = 64 },
            new("stargan128", new StarganOptions(), Batch: 16, Steps: 200_000, Words.ThePapersEditor) { LargestSide = 256 },
        ],
        options: StarganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastAttributes = 1 },
    };

    private static Editor Build(StarganOptions o, BuildContext build)
    {
        var code = new AttributeCode(build.Schema, o.Attributes);
        return new(
            build,
            code,
            newGenerator: () => new StarganGenerator(build.Schema, code.Size, o.Width, o.Blocks, build.Init),
            critic: build.Discriminator(new StarganCritic(build.SeenSchema, code.Size, o.Width, o.Levels, build.Init)),
            back: (g, _, edited, own) => g.Forward(edited, own),                 // G(G(x, c'), c)
            new(o.ClassWeight, o.ClassWeight, o.BackWeight, o.PenaltyWeight),
            generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
            criticOptimizer: new(OptimizerKind.Adam, o.CriticLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            CriticSteps = _ => o.CriticSteps,
        };
    }
}
