using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch.Nn;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.DcganOptions>;

namespace Adversa.Models.Variants;

/// <summary>How DCGAN's bodies are built.</summary>
public enum DcganBody
{
    /// <summary>Strided and transposed convolutions alone: the paper's.</summary>
    Strided,

    /// <summary>Upsampling with 5x5 convolutions, dropout, a dense layer at either end: a well-known tutorial's.</summary>
    Atienza,
}

/// <summary>Options of DCGAN.</summary>
/// <param name="Body">The networks' plan.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Prior">The law of z.</param>
/// <param name="Width">Channels next to the picture, from 1 to 1024; for <c>atienza</c> those of the generator's dense layer, a multiple of 8.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6; the picture's sides are multiples of 2^levels.</param>
/// <param name="Output">The generator's last activation.</param>
/// <param name="Loss">The generator's loss.</param>
/// <param name="RealTarget">Target for real pictures in [0.5, 1]; 0.9 is one-sided label smoothing.</param>
/// <param name="Optimizer">The rule of both players.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂ or RMSprop's α, in [0, 1).</param>
/// <param name="Norm">The norm between the discriminator's layers; <c>atienza</c> has none.</param>
/// <param name="CriticSteps">The discriminator's updates in a round, 1 to 1000.</param>
public sealed record DcganOptions(DcganBody Body = DcganBody.Strided, int Latent = 100, Prior Prior = Prior.Normal, int Width = 64, int Levels = 2,
    Output Output = Output.Tanh, GeneratorLoss Loss = GeneratorLoss.NonSaturating, double RealTarget = 1, OptimizerKind Optimizer = OptimizerKind.Adam,
    double LearningRate = 2e-4, double? DiscriminatorLearningRate = null, double Beta1 = 0.5, double Beta2 = 0.999,
    Norm Norm = Norm.Batch, int CriticSteps = 1) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<DcganOptions> List { get; } = new(new DcganOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Choice("prior", o => o.Prior, (o, x) => o with { Prior = x }),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, 6),
        Option.Choice("output", o => o.Output, (o, x) => o with { Output = x }),
        Option.Choice("loss", o => o.Loss, (o, x) => o with { Loss = x }),
        Option.Real("realTarget", o => o.RealTarget, (o, x) => o with { RealTarget = x }, 0.5, 1),
        Option.Choice("optimizer", o => o.Optimizer, (o, x) => o with { Optimizer = x }),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Choice("norm", o => o.Norm, (o, x) => o with { Norm = x }),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 1000).As(OptionDial.CriticSteps),
    ]);

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Body == DcganBody.Atienza ? Models.Norm.None : Norm;

    /// <inheritdoc/>
    public double? Middle => ChosenLoss.Of(Loss, RealTarget).Middle;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var levels = Body == DcganBody.Atienza ? 2 : Levels;
        return
        [
            .. List.Problems(this),
            .. Check.That("options.width", Body != DcganBody.Atienza || Width % 8 == 0, Words.OptionsWidthMultiple(Width)),
            .. Check.That("options.output", Output != Output.None, Words.OptionsOutputIsNone),
            .. ChosenLoss.Problems(Loss, RealTarget),
            .. GameBodies.Sides(schema, levels),
        ];
    }
}

/// <summary>Deep convolutional GAN: both networks all-convolutional, strides in place of pooling, batch norm.</summary>
public static class DcganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<DcganOptions>(
        id: "dcgan",
        about: Words.DeepConvolutionalGAN,
        paper: new("Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks", "Radford, Metz, Chintala", 2015, "arXiv:1511.06434"),
        presets:
        [
            new("dcgan28", new DcganOptions(), Batch: 128, Steps: 2_735, Words.SmallAndQuick),
            new("radford64", new DcganOptions(Width: 128, Levels: 4), Batch: 128, Steps: 25_000, Words.PapersNetworksAt(64)) { LargestSide = 112 },
            new("art64", new DcganOptions(Width: 64, Levels: 4), Batch: 128, Steps: 25_000, Words.PapersAtHalfWidthForFolders) { LargestSide = 112 },
            new("dogs128", new DcganOptions(Width: 64, Levels: 5), Batch: 64, Steps: 50_000, Words.OneLevelMore) { LargestSide = 192 },
            new("silva28", new DcganOptions(Output: Output.ReLU), Batch: 128, Steps: 2_735, Words.EndsInReLUAsLectureAfter),
            new("atienza28", new DcganOptions(DcganBody.Atienza, Prior: Prior.Uniform, Width: 256, Output: Output.Sigmoid, Optimizer: OptimizerKind.KerasRmsProp,
                LearningRate: 1e-4, DiscriminatorLearningRate: 2e-4, Beta2: 0.9), Batch: 256, Steps: 10_000, Words.WellKnownKerasTutorials),
            new("sngan28", new DcganOptions(Loss: GeneratorLoss.Hinge, Beta1: 0, Beta2: 0.9, Norm: Norm.None, CriticSteps: 5), Batch: 64, Steps: 10_000,
                Words.SpectralNormHingeLossAndFive)
            {
                Techniques = new(SpectralNorm: SpectralNormOf.Discriminator),
            },
        ],
        options: DcganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image),
    };

    private static Game Build(DcganOptions o, BuildContext build) => new(
        build,
        newGenerator: o.Body == DcganBody.Atienza
            ? () => new AtienzaGenerator(build.Schema, o.Latent, o.Width, o.Output, build)
            : () => new DcganGenerator(build.Schema, o.Latent, o.Width, o.Levels, o.Output, build.Init),
        discriminator: build.Discriminator<Module>(o.Body == DcganBody.Atienza
            ? new AtienzaDiscriminator(build.SeenSchema, o.Width, build)
            : new DcganDiscriminator(build.SeenSchema, o.Width, o.Levels, build.Init, o.Norm, build.Techniques.MinibatchStddev,
                scoreBias: o.Loss != GeneratorLoss.Hinge)),      // it cancels while all scores lie within the hinge's margins
        ChosenLoss.Of(o.Loss, o.RealTarget),
        generatorOptimizer: new(o.Optimizer, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(o.Optimizer, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        Latent = o.Latent,
        Prior = o.Prior,
        Output = o.Output,
        CriticSteps = _ => o.CriticSteps,
    };
}
