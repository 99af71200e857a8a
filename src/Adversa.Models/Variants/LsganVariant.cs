using System.Text.Json.Serialization;
using Adversa.Models.Games;
using Adversa.Models.Objectives;

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
    double LearningRate = 2e-4, double DiscriminatorLearningRate = 0, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <inheritdoc/>
    [JsonIgnore]
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Middle => new LeastSquaresObjective(FakeTarget, RealTarget, GeneratorTarget).Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) =>
    [
        .. GameBodies.Check(Body, schema, Latent, Width, Levels),
        .. Check.Range("options.fakeTarget", FakeTarget, -10, 10),
        .. Check.Range("options.realTarget", RealTarget, -10, 10),
        .. Check.Range("options.generatorTarget", GeneratorTarget, -10, 10),
        .. Check.That("options.realTarget", RealTarget > FakeTarget || !double.IsFinite(RealTarget - FakeTarget), new(
            $"options.realTarget must be above options.fakeTarget: a score is high for real.", $"options.realTarget debe superar a options.fakeTarget: una puntuación es alta para lo real.")),
        .. TwoRates.Check(LearningRate, DiscriminatorLearningRate, Beta1, Beta2),
    ];
}

/// <summary>Least squares GAN: squared distances in place of cross entropy.</summary>
public static class LsganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<LsganOptions>(
        id: "lsgan",
        about: new("Least squares in place of cross entropy: good fakes still learn.", "Mínimos cuadrados en lugar de entropía cruzada: las buenas falsificaciones siguen aprendiendo."),
        paper: new("Least Squares Generative Adversarial Networks", "Mao et al.", 2016, "arXiv:1611.04076"),
        presets:
        [
            new("lsgan28", new LsganOptions(), Batch: 64, Steps: 5_000, new("DCGAN's networks; sides from 12 to 64.", "Las redes de DCGAN; lados de 12 a 64.")),
            new("pearson", new LsganOptions(FakeTarget: -1, GeneratorTarget: 0), Batch: 64, Steps: 5_000, new("Targets -1, 1, 0: minimises the Pearson divergence.", "Objetivos -1, 1, 0: minimiza la divergencia de Pearson.")),
            new("points", new LsganOptions(GameBody.Mlp, Latent: 2, Width: 128, LearningRate: 1e-3), Batch: 256, Steps: 12_000, new("For points in the plane.", "Para puntos en el plano.")),
        ],
        json: LsganJson.Default.LsganOptions,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static TwoPlayerGan Build(LsganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => GameBodies.Generator(o.Body, build, o.Latent, o.Width, o.Levels),
        discriminator: GameBodies.Discriminator(o.Body, build, o.Width, o.Levels, o.Norm),
        new LeastSquaresObjective(o.FakeTarget, o.RealTarget, o.GeneratorTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, TwoRates.Discriminator(o.LearningRate, o.DiscriminatorLearningRate), o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        Output = GameBodies.Output(o.Body),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(LsganOptions))]
internal sealed partial class LsganJson : JsonSerializerContext;
