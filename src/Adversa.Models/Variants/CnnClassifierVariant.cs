using System.Text.Json.Serialization;
using Adversa.Models.Networks;

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
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. Check.Range("options.width", Width, 1, 512),
            .. Check.Range("options.hidden", Hidden, 2, 8192),
            .. Check.That("options.kernelSize", KernelSize is 3 or 5, new($"options.kernelSize is {KernelSize}; it must be 3 or 5.", $"options.kernelSize es {KernelSize}; debe ser 3 o 5.")),
            .. Check.Range("options.dropout", Dropout, 0, 0.9),
            .. Check.Range("options.learningRate", LearningRate, 1e-9, 1),
        ];
    }
}

/// <summary>Convolution, pooling, dense: what a discriminator is compared with, and the source of every judge.</summary>
public static class CnnClassifierVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<CnnClassifierOptions>(
        id: "cnn-classifier",
        about: new("A convolutional classifier: names the class of a picture; the judge of generators.", "Clasificador convolucional: nombra la clase de una imagen; el juez de los generadores."),
        paper: new("Gradient-based learning applied to document recognition", "LeCun, Bottou, Bengio, Haffner", 1998, "doi:10.1109/5.726791"),
        presets:
        [
            new("lenet", new CnnClassifierOptions(), Batch: 128, Steps: 1_500, new("Two convolutions, two dense layers.", "Dos convoluciones y dos capas densas.")),
            new("pacgan-judge", new CnnClassifierOptions(Width: 32, KernelSize: 3, Dropout: 0.5), Batch: 128, Steps: 9_375,
                new("After PacGAN's judge of MNIST; pools after both convolutions.", "Según el juez de MNIST de PacGAN; reduce tras ambas convoluciones.")),
        ],
        json: CnnClassifierJson.Default.CnnClassifierOptions,
        build: static (o, build) => new Classifier(build.Schema,
            new LeNet(build.Schema, o.Width, o.Hidden, o.KernelSize, o.Shrink, o.Dropout, build),
            new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999)))
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2, LeastSide = 8 },
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CnnClassifierOptions))]
internal sealed partial class CnnClassifierJson : JsonSerializerContext;
