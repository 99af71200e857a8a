using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.LsganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of LSGAN.</summary>
/// <param name="Body">The networks' plan.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels next to the picture, or units of a dense layer; from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="FakeTarget">a, D's target for generated samples; -10 to 10.</param>
/// <param name="RealTarget">b, D's target for real samples; -10 to 10, above a.</param>
/// <param name="GeneratorTarget">c, what G wants D to say; -10 to 10.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
/// <param name="Norm">The norm between the discriminator's layers; dense bodies have none.</param>
public sealed record LsganOptions(GameBody Body = GameBody.Strided, int Latent = 100, int Width = 64, int Levels = 2,
    double FakeTarget = 0, double RealTarget = 1, double GeneratorTarget = 1,
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<LsganOptions> List { get; } = new(new LsganOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Real("fakeTarget", o => o.FakeTarget, (o, x) => o with { FakeTarget = x }, -10, 10),
        Option.Real("realTarget", o => o.RealTarget, (o, x) => o with { RealTarget = x }, -10, 10),
        Option.Real("generatorTarget", o => o.GeneratorTarget, (o, x) => o with { GeneratorTarget = x }, -10, 10),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    public double? Middle => new LeastSquaresLoss(FakeTarget, RealTarget, GeneratorTarget).Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) =>
    [
        .. List.Problems(this),
        .. GameBodies.Check(Body, schema, Levels),
        .. Check.That("options.realTarget", RealTarget > FakeTarget || !double.IsFinite(RealTarget - FakeTarget), Words.OptionsRealTargetMustBeAboveOptions),
    ];
}

/// <summary>Least squares GAN: squared distances in place of cross entropy.</summary>
public static class LsganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<LsganOptions>(
        id: "lsgan",
        about: Words.LeastSquaresInPlaceOfCross,
        paper: new("Least Squares Generative Adversarial Networks", "Mao et al.", 2016, "arXiv:1611.04076"),
        presets:
        [
            new("lsgan28", new LsganOptions(), Batch: 64, Steps: 5_000, Words.DCGANsNetworksSides),
            new("pearson", new LsganOptions(FakeTarget: -1, GeneratorTarget: 0), Batch: 64, Steps: 5_000, Words.TargetsMinimisesPearsonDivergence),
            new("points", new LsganOptions(GameBody.Mlp, Latent: 2, Width: 128, LearningRate: 1e-3), Batch: 256, Steps: 12_000, Words.ForPointsInPlane),
        ],
        options: LsganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static Game Build(LsganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => GameBodies.Generator(o.Body, build, o.Latent, o.Width, o.Levels),
        discriminator: GameBodies.Discriminator(o.Body, build, o.Width, o.Levels, o.Norm),
        new LeastSquaresLoss(o.FakeTarget, o.RealTarget, o.GeneratorTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        Output = GameBodies.Output(o.Body),
    };
}
