using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.AttganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of AttGAN.</summary>
/// <param name="Attributes">What is edited, by name, with commas between; or <c>categories</c>, all that are no amounts.</param>
/// <param name="Width">Channels of the first convolution of both networks, from 1 to 1024.</param>
/// <param name="Levels">How often both networks halve the side, from 2 to 6.</param>
/// <param name="Hidden">Units of the hidden layer of each of the critic's heads, from 1 to 8192.</param>
/// <param name="Norm">The norm between the critic's layers: none, layer or instance.</param>
/// <param name="CriticSteps">Critic updates in a round, 1 to 1000.</param>
/// <param name="ClassWeight">λ₂, the weight of the attributes in the generator's loss, 0 to 1000.</param>
/// <param name="CriticClassWeight">λ₃, their weight in the critic's, 0 to 1000.</param>
/// <param name="BackWeight">λ₁, the weight of the reconstruction, 0 to 1000.</param>
/// <param name="PenaltyWeight">λ_gp, the weight of the gradient penalty, 0 to 10^4.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="CriticLearningRate">The critic's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record AttganOptions(string Attributes = AttributeCode.Categories, int Width = 64, int Levels = 5, int Hidden = 1024, Norm Norm = Norm.Instance,
    int CriticSteps = 5, double ClassWeight = 10,
    double CriticClassWeight = 1, double BackWeight = 100, double PenaltyWeight = 10, double LearningRate = 2e-4,
    double? CriticLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<AttganOptions> List { get; } = new(new AttganOptions(),
    [
        Option.Word("attributes", o => o.Attributes, (o, x) => o with { Attributes = x }),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 2, 6),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 1, 8192),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 1000).As(OptionDial.CriticSteps),
        Option.Real("classWeight", o => o.ClassWeight, (o, x) => o with { ClassWeight = x }, 0, 1000),
        Option.Real("criticClassWeight", o => o.CriticClassWeight, (o, x) => o with { CriticClassWeight = x }, 0, 1000),
        Option.Real("backWeight", o => o.BackWeight, (o, x) => o with { BackWeight = x }, 0, 1000),
        Option.Real("penaltyWeight", o => o.PenaltyWeight, (o, x) => o with { PenaltyWeight = x }, 0, 1e4).As(OptionDial.PenaltyWeight),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("criticLearningRate", o => o.CriticLearningRate, (o, x) => o with { CriticLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm;

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
        return
        [
            .. List.Problems(this),
            .. GameBodies.Halved(schema, Levels),
            .. AttributeCode.Problems(schema, Attributes),
            .. Techniques.BatchNormUnderPenalty(this, PenaltyWeight > 0, "options.penaltyWeight"),
        ];
    }
}

/// <summary>An encoder and a decoder that is told the attributes: with the true ones it repeats the picture, with others it edits it.</summary>
public static class AttganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<AttganOptions>(
        id: "attgan",
        about: Words.DecoderIsToldTheAttributes,
        paper: new("AttGAN: Facial Attribute Editing by Only Changing What You Want", "He et al.", 2017, "arXiv:1711.10678"),
        presets:
        [
            new("avatars", new AttganOptions("hair_colour,expression,glasses,age", Width: 16, Levels: 4, Hidden: 128), Batch: 32, Steps: 10_000,
                Words.FacesForTwoCores) { LargestSide = 64 },
            new("small", new AttganOptions(Width: 16, Levels: 4, Hidden: 128), Batch: 32, Steps: 10_000, Words.EditorForTwoCores) { LargestSide = 64 },
            new("attgan128", new AttganOptions(), Batch: 32, Steps: 1_100_000, Words.ThePapersEditor) { LargestSide = 256 },
        ],
        options: AttganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastAttributes = 1 },
    };

    private static Editor Build(AttganOptions o, BuildContext build)
    {
        var code = new AttributeCode(build.Schema, o.Attributes);
        return new(
            build,
            code,
            newGenerator: () => new AttganGenerator(build.Schema, code.Size, o.Width, o.Levels, build.Init),
            critic: build.Discriminator(new AttganCritic(build.SeenSchema, code.Size, o.Width, o.Levels, o.Hidden, o.Norm, build.Init)),
            back: (g, x, _, own) => g.Forward(x, own),                           // G(x, a)
            new(o.CriticClassWeight, o.ClassWeight, o.BackWeight, o.PenaltyWeight),
            generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
            criticOptimizer: new(OptimizerKind.Adam, o.CriticLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            CriticSteps = _ => o.CriticSteps,
        };
    }
}
