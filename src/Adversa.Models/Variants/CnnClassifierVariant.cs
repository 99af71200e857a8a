using Adversa.Core.Options;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.CnnClassifierOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of the plain convolutional classifier.</summary>
/// <param name="Width">Channels of the first convolution, from 1 to 512; the second has twice as many.</param>
/// <param name="Hidden">Length of the features before the head, from 2 to 8192.</param>
/// <param name="KernelSize">Side of both kernels: 3 or 5.</param>
/// <param name="Shrink">How the side is halved.</param>
/// <param name="Dropout">The share dropped before the head, in [0, 0.9]; half of it before the dense layer.</param>
/// <param name="LearningRate">Adam's rate, in (0, 1].</param>
public sealed record CnnClassifierOptions(int Width = 16, int Hidden = 128, int KernelSize = 5, Shrink Shrink = Shrink.MaxPool, double Dropout = 0,
    double LearningRate = 1e-3) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<CnnClassifierOptions> List { get; } = new(new CnnClassifierOptions(),
    [
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 2, 8192),
        Option.OneOf("kernelSize", o => o.KernelSize, (o, x) => o with { KernelSize = x }, 3, 5),
        Option.Choice("shrink", o => o.Shrink, (o, x) => o with { Shrink = x }),
        Option.Real("dropout", o => o.Dropout, (o, x) => o with { Dropout = x }, 0, 0.9),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) => List.Problems(this);
}

/// <summary>Convolution, pooling, dense: what a discriminator is compared with, and the source of every judge.</summary>
public static class CnnClassifierVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<CnnClassifierOptions>(
        id: "cnn-classifier",
        about: Words.ConvolutionalClassifierNamesClassOfPicture,
        paper: new("Gradient-based learning applied to document recognition", "LeCun, Bottou, Bengio, Haffner", 1998, "doi:10.1109/5.726791"),
        presets:
        [
            new("lenet", new CnnClassifierOptions(), Batch: 128, Steps: 1_500, Words.TwoConvolutionsTwoDenseLayers),
            new("pacgan-judge", new CnnClassifierOptions(Width: 32, KernelSize: 3, Dropout: 0.5), Batch: 128, Steps: 9_375, Words.AfterPacGANsJudgeOfMNIST),
        ],
        options: CnnClassifierOptions.List,
        build: static (o, build) => new Classifier(build.Schema,
            new LeNet(build.Schema, o.Width, o.Hidden, o.KernelSize, o.Shrink, o.Dropout, build),
            new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999)))
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2, LeastSide = 8 },
    };
}
