using System.Text.Json.Serialization;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Objectives;

namespace Adversa.Models.Variants;

/// <summary>Options of ACGAN.</summary>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="LabelSize">E, the length of a class's vector, from 1 to 1024.</param>
/// <param name="Width">Channels next to the picture, from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6.</param>
/// <param name="ClassWeight">Weight of the class losses of both players, 0 to 100; 0 leaves the classes untaught.</param>
/// <param name="Loss">The generator's loss.</param>
/// <param name="RealTarget">Target for real pictures in [0.5, 1]; 0.9 is one-sided label smoothing.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
/// <param name="Norm">The norm between the discriminator's layers.</param>
public sealed record AcganOptions(int Latent = 100, int LabelSize = 10, int Width = 64, int Levels = 2, double ClassWeight = 1,
    GeneratorLoss Loss = GeneratorLoss.NonSaturating, double RealTarget = 1,
    double LearningRate = 2e-4, double DiscriminatorLearningRate = 0, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <inheritdoc/>
    [JsonIgnore]
    public Norm DiscriminatorNorm => Norm;

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
            .. GameBodies.Labelled(schema, Latent, LabelSize, Width, Levels),
            .. Check.Range("options.classWeight", ClassWeight, 0, 100),
            .. Check.Range("options.realTarget", RealTarget, 0.5, 1),
            .. LossObjective.Problems(Loss, RealTarget),
            .. TwoRates.Check(LearningRate, DiscriminatorLearningRate, Beta1, Beta2),
        ];
    }
}

/// <summary>Auxiliary classifier GAN: the discriminator is not told the class, it has to name it.</summary>
public static class AcganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<AcganOptions>(
        id: "acgan",
        about: new("Auxiliary classifier GAN: the discriminator also names the class, and the generator wants to be named right.",
            "GAN con clasificador auxiliar: el discriminador también nombra la clase, y el generador quiere que acierte."),
        paper: new("Conditional Image Synthesis with Auxiliary Classifier GANs", "Odena, Olah, Shlens", 2016, "arXiv:1610.09585"),
        presets:
        [
            new("acgan28", new AcganOptions(), Batch: 64, Steps: 5_000, new("DCGAN's networks; sides from 12 to 64.", "Las redes de DCGAN; lados de 12 a 64.")),
            new("acgan64", new AcganOptions(Levels: 4), Batch: 64, Steps: 25_000, new("Four levels; sides from 48 to 256.", "Cuatro niveles; lados de 48 a 256.")),
        ],
        json: AcganJson.Default.AcganOptions,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2 },
    };

    private static TwoPlayerGan Build(AcganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => new LabelEmbedding(build.Schema.Classes, o.LabelSize,
            new DcganGenerator(build.Schema, o.Latent + o.LabelSize, o.Width, o.Levels, Output.Tanh, build.Init), build.Init),
        discriminator: new TwoHeads(build.Schema.Classes, build.Discriminator(new DcganDiscriminator(build.SeenSchema, o.Width, o.Levels, build.Init, o.Norm,
            build.Techniques.MinibatchStddev, outputs: 1 + build.Schema.Classes, scoreBias: o.Loss != GeneratorLoss.Hinge))),
        LossObjective.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, TwoRates.Discriminator(o.LearningRate, o.DiscriminatorLearningRate), o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        ClassWeight = o.ClassWeight,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(AcganOptions))]
internal sealed partial class AcganJson : JsonSerializerContext;
