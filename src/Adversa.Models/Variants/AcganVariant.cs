using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.AcganOptions>;

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
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999, Norm Norm = Norm.Batch) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<AcganOptions> List { get; } = new(new AcganOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("labelSize", o => o.LabelSize, (o, x) => o with { LabelSize = x }, 1, 1024),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Real("classWeight", o => o.ClassWeight, (o, x) => o with { ClassWeight = x }, 0, 100),
        Option.Choice("loss", o => o.Loss, (o, x) => o with { Loss = x }),
        Option.Real("realTarget", o => o.RealTarget, (o, x) => o with { RealTarget = x }, 0.5, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm;

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
            .. GameBodies.Sides(schema, Levels),
            .. ChosenLoss.Problems(Loss, RealTarget),
        ];
    }
}

/// <summary>Auxiliary classifier GAN: the discriminator is not told the class, it has to name it.</summary>
public static class AcganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<AcganOptions>(
        id: "acgan",
        about: Words.AuxiliaryClassifierGAN,
        paper: new("Conditional Image Synthesis with Auxiliary Classifier GANs", "Odena, Olah, Shlens", 2016, "arXiv:1610.09585"),
        presets:
        [
            new("acgan28", new AcganOptions(), Batch: 64, Steps: 5_000, Words.DCGANsNetworksSides),
            new("acgan64", new AcganOptions(Levels: 4), Batch: 64, Steps: 25_000, Words.FourLevelsSides),
        ],
        options: AcganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2 },
    };

    private static Game Build(AcganOptions o, BuildContext build) => new(
        build,
        newGenerator: () => new LabelEmbedding(build.Schema.Classes, o.LabelSize,
            new DcganGenerator(build.Schema, o.Latent + o.LabelSize, o.Width, o.Levels, Output.Tanh, build.Init), build.Init),
        discriminator: new TwoHeads(build.Schema.Classes, build.Discriminator(new DcganDiscriminator(build.SeenSchema, o.Width, o.Levels, build.Init, o.Norm,
            build.Techniques.MinibatchStddev, outputs: 1 + build.Schema.Classes, scoreBias: o.Loss != GeneratorLoss.Hinge))),
        ChosenLoss.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        DiscriminatorTerms = ClassTerms.Discriminator(o.ClassWeight),
        GeneratorTerms = ClassTerms.Generator(o.ClassWeight),
        Watched = [ClassTerms.Accuracy],
    };
}
