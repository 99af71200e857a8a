using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch.Nn;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.CganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of the conditional GAN.</summary>
/// <param name="Body">The networks' plan; <c>mlp</c> is for small pictures.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="LabelSize">E, the length of a class's vector, from 1 to 1024.</param>
/// <param name="Width">Channels next to the picture, or units of a dense layer; from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="Loss">The generator's loss.</param>
/// <param name="RealTarget">Target for real pictures in [0.5, 1]; 0.9 is one-sided label smoothing.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
/// <param name="Norm">The norm between the discriminator's layers; dense bodies have none.</param>
public sealed record CganOptions(GameBody Body = GameBody.Strided, int Latent = 100, int LabelSize = 10, int Width = 64, int Levels = 2,
    GeneratorLoss Loss = GeneratorLoss.NonSaturating, double RealTarget = 1,
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<CganOptions> List { get; } = new(new CganOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("labelSize", o => o.LabelSize, (o, x) => o with { LabelSize = x }, 1, 1024),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Choice("loss", o => o.Loss, (o, x) => o with { Loss = x }),
        Option.Real("realTarget", o => o.RealTarget, (o, x) => o with { RealTarget = x }, 0.5, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
    ]);

    private const int LargestDense = 64;

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    public double? Middle => ChosenLoss.Of(Loss, RealTarget).Middle;

    /// <inheritdoc/>
    public bool IsConditional => true;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Body == GameBody.Strided ? GameBodies.Sides(schema, Levels) : [],
            .. Check.That("options.body", Body == GameBody.Strided || Math.Max(schema.Height, schema.Width) <= LargestDense, Words.OptionsBodyIsMlp(LargestDense, schema)),
            .. ChosenLoss.Problems(Loss, RealTarget),
        ];
    }
}

/// <summary>Conditional GAN: both players are told the class.</summary>
public static class CganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<CganOptions>(
        id: "cgan",
        about: Words.ConditionalGANBothPlayersAreTold,
        paper: new("Conditional Generative Adversarial Nets", "Mirza, Osindero", 2014, "arXiv:1411.1784"),
        presets:
        [
            new("cgan28", new CganOptions(), Batch: 64, Steps: 5_000, Words.DCGANsNetworksSides),
            new("cgan64", new CganOptions(Levels: 4), Batch: 64, Steps: 25_000, Words.FourLevelsSides),
            new("mlp", new CganOptions(GameBody.Mlp, Width: 256), Batch: 64, Steps: 10_000, Words.DenseNetworksAsInPaper),
        ],
        options: CganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2 },
    };

    private static Game Build(CganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => new LabelEmbedding(build.Schema.Classes, o.LabelSize, GameBodies.Generator(o.Body, build, o.Latent + o.LabelSize, o.Width, o.Levels), build.Init),
        discriminator: Discriminator(o, build),
        ChosenLoss.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
    };

    private static ConditionalModule Discriminator(CganOptions o, BuildContext build)
    {
        var (schema, hasBias) = (build.Schema, o.Loss != GeneratorLoss.Hinge);
        return o.Body == GameBody.Strided
            ? new LabelPlanes(schema.Classes, Body(schema with { Channels = schema.Channels + schema.Classes }))
            : new LabelEmbedding(schema.Classes, o.LabelSize, Body(new(FieldKind.Points, schema.Values + o.LabelSize)), build.Init);

        Module Body(SampleSchema seen) => GameBodies.Discriminator(o.Body, build with { Schema = seen }, o.Width, o.Levels, o.Norm, hasBias);
    }
}
