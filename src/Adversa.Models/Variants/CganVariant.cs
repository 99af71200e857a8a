using System.Text.Json.Serialization;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Objectives;
using Adversa.Torch.Nn;

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
    double LearningRate = 2e-4, double DiscriminatorLearningRate = 0, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    private const int LargestDense = 64;

    /// <inheritdoc/>
    [JsonIgnore]
    public Norm DiscriminatorNorm => Body == GameBody.Strided ? Norm : Norm.None;

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Middle => LossObjective.Of(Loss, RealTarget).Middle;

    /// <inheritdoc/>
    [JsonIgnore]
    public bool IsConditional => true;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. GameBodies.Labelled(schema, Latent, LabelSize, Width, Levels, Body == GameBody.Strided),
            .. Check.That("options.body", Body == GameBody.Strided || Math.Max(schema.Height, schema.Width) <= LargestDense, new(
                $"options.body is mlp, which is for pictures of up to {LargestDense} pixels a side; the data is {schema}. Use strided, or --size {LargestDense} or less.",
                $"options.body es mlp, para imágenes de hasta {LargestDense} píxeles de lado; los datos son {schema}. Use strided, o --size {LargestDense} o menos.")),
            .. Check.Range("options.realTarget", RealTarget, 0.5, 1),
            .. LossObjective.Problems(Loss, RealTarget),
            .. TwoRates.Check(LearningRate, DiscriminatorLearningRate, Beta1, Beta2),
        ];
    }
}

/// <summary>Conditional GAN: both players are told the class.</summary>
public static class CganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<CganOptions>(
        id: "cgan",
        about: new("Conditional GAN: both players are told the class, and one is drawn on demand.", "GAN condicional: ambos jugadores conocen la clase, y se dibuja la que se pida."),
        paper: new("Conditional Generative Adversarial Nets", "Mirza, Osindero", 2014, "arXiv:1411.1784"),
        presets:
        [
            new("cgan28", new CganOptions(), Batch: 64, Steps: 5_000, new("DCGAN's networks; sides from 12 to 64.", "Las redes de DCGAN; lados de 12 a 64.")),
            new("cgan64", new CganOptions(Levels: 4), Batch: 64, Steps: 25_000, new("Four levels; sides from 48 to 256.", "Cuatro niveles; lados de 48 a 256.")),
            new("mlp", new CganOptions(GameBody.Mlp, Width: 256), Batch: 64, Steps: 10_000, new("Dense networks, as in the paper; small pictures of any side.", "Redes densas, como en el artículo; imágenes pequeñas de cualquier lado.")),
        ],
        json: CganJson.Default.CganOptions,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2 },
    };

    private static TwoPlayerGan Build(CganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => new LabelEmbedding(build.Schema.Classes, o.LabelSize, GameBodies.Generator(o.Body, build, o.Latent + o.LabelSize, o.Width, o.Levels), build.Init),
        discriminator: Discriminator(o, build),
        LossObjective.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, TwoRates.Discriminator(o.LearningRate, o.DiscriminatorLearningRate), o.Beta1, o.Beta2))
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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CganOptions))]
internal sealed partial class CganJson : JsonSerializerContext;
