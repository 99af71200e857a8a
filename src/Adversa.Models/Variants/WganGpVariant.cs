using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Penalties;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.WganGpOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of WGAN-GP.</summary>
/// <param name="Body">The networks' plan.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels next to the picture, or units of a dense layer; from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="CriticSteps">Critic updates in a round, 1 to 1000.</param>
/// <param name="PenaltyWeight">λ, the weight of the gradient penalty; 0 to 10^4.</param>
/// <param name="Norm">The norm between the critic's layers: none, layer or instance. Batch norm would void the penalty.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="CriticLearningRate">The critic's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record WganGpOptions(GameBody Body = GameBody.Strided, int Latent = 128, int Width = 64, int Levels = 2, int CriticSteps = 5, double PenaltyWeight = 10,
    Norm Norm = Norm.None, double LearningRate = 1e-4, double? CriticLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.9) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<WganGpOptions> List { get; } = new(new WganGpOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 1000).As(OptionDial.CriticSteps),
        Option.Real("penaltyWeight", o => o.PenaltyWeight, (o, x) => o with { PenaltyWeight = x }, 0, 1e4).As(OptionDial.PenaltyWeight),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("criticLearningRate", o => o.CriticLearningRate, (o, x) => o with { CriticLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    public double? Middle => new WassersteinLoss().Middle;

    /// <inheritdoc/>
    public bool DifferentiatesGradients => true;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) =>
    [
        .. List.Problems(this),
        .. GameBodies.Check(Body, schema, Levels),
        .. Techniques.BatchNormUnderPenalty(this, PenaltyWeight > 0, "options.penaltyWeight"),
    ];
}

/// <summary>Wasserstein GAN whose critic is kept Lipschitz by a penalty on its gradient.</summary>
public static class WganGpVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<WganGpOptions>(
        id: "wgan-gp",
        about: Words.CriticMeasuresDistance,
        paper: new("Improved Training of Wasserstein GANs", "Gulrajani et al.", 2017, "arXiv:1704.00028"),
        presets:
        [
            new("wgan-gp28", new WganGpOptions(), Batch: 50, Steps: 10_000, Words.DCGANsNetworksNoNormInCritic),
            new("wgan-gp64", new WganGpOptions(Levels: 4, Norm: Norm.Layer), Batch: 64, Steps: 50_000, Words.X64LayerNormInCritic) { LargestSide = 112 },
            new("dogs128", new WganGpOptions(Levels: 5, Norm: Norm.Layer), Batch: 64, Steps: 50_000, Words.X128LayerNormInCritic) { LargestSide = 192 },
            new("points", new WganGpOptions(GameBody.Mlp, Latent: 2, Width: 128), Batch: 256, Steps: 10_000, Words.ForPointsInPlane),
        ],
        options: WganGpOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static Game Build(WganGpOptions o, BuildContext build) => new(
        build,
        newGenerator: () => GameBodies.Generator(o.Body, build, o.Latent, o.Width, o.Levels),
        discriminator: GameBodies.Discriminator(o.Body, build, o.Width, o.Levels, o.Norm, scoreBias: false),
        new WassersteinLoss(),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.CriticLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        Output = GameBodies.Output(o.Body),
        CriticSteps = _ => o.CriticSteps,
        Penalties = o.PenaltyWeight > 0 ? [new GradientPenalty(o.PenaltyWeight)] : [],
    };
}
