using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.AutoencoderOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of the autoencoder.</summary>
/// <param name="Body">The plan of encoder and decoder.</param>
/// <param name="Code">Length of the code, from 1 to 4096; below the numbers of a sample, unless there is noise.</param>
/// <param name="Width">Channels of the first convolution of the body <c>conv</c>, from 1 to 1024; the second has twice as many.</param>
/// <param name="Hidden">Units of the hidden dense layer, from 0 to 8192; at 0 <c>conv</c> has none. <c>mlp</c> needs 1 or more, <c>linear</c> has none.</param>
/// <param name="Loss">How mistakes are measured.</param>
/// <param name="Noise">Standard deviation of the noise on the encoder's input in training, in [0, 10]; above 0 the network learns to remove it.</param>
/// <param name="LearningRate">Adam's rate, in (0, 1].</param>
public sealed record AutoencoderOptions(CoderBody Body = CoderBody.Conv, int Code = 64, int Width = 64, int Hidden = 0, ReconstructionLoss Loss = ReconstructionLoss.Mse,
    double Noise = 0, double LearningRate = 1e-3) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<AutoencoderOptions> List { get; } = new(new AutoencoderOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("code", o => o.Code, (o, x) => o with { Code = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 0, 8192),
        Option.Choice("loss", o => o.Loss, (o, x) => o with { Loss = x }),
        Option.Real("noise", o => o.Noise, (o, x) => o with { Noise = x }, 0, 10),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Coders.Check(Body, schema, Hidden),
            .. Check.That("options.code", Code < schema.Values || Noise > 0, Words.OptionsCode(Code, schema.Values)),
        ];
    }
}

/// <summary>An encoder and a decoder that repeat their input through a narrow code.</summary>
public static class AutoencoderVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<AutoencoderOptions>(
        id: "autoencoder",
        about: Words.AutoencoderRepeatsInputThroughNarrowCode,
        paper: new("Reducing the Dimensionality of Data with Neural Networks", "Hinton, Salakhutdinov", 2006, "doi:10.1126/science.1127647"),
        presets:
        [
            new("conv28", new AutoencoderOptions(), Batch: 128, Steps: 2_000, Words.StridedConvolutionsAndCode),
            new("small28", new AutoencoderOptions(Code: 32, Width: 16), Batch: 128, Steps: 2_000, Words.QuarterAsWideCode),
            new("mlp", new AutoencoderOptions(CoderBody.Mlp, Code: 32, Hidden: 128), Batch: 128, Steps: 5_000, Words.AndBack),
            new("denoising", new AutoencoderOptions(Code: 64, Width: 16, Noise: 0.5), Batch: 128, Steps: 2_000, Words.SeesNoiseMustGiveCleanPicture),
            new("plane", new AutoencoderOptions(Code: 2, Width: 16, Hidden: 128), Batch: 128, Steps: 5_000, Words.CodeOfNumbers),
            new("points", new AutoencoderOptions(CoderBody.Mlp, Code: 1, Hidden: 128), Batch: 256, Steps: 5_000, Words.ForPointsCurveThroughData),
            new("linear", new AutoencoderOptions(CoderBody.Linear, Code: 1), Batch: 256, Steps: 5_000, Words.LinearWhatPrincipalComponentsCanDo),
        ],
        options: AutoencoderOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static Autoencoder Build(AutoencoderOptions o, BuildContext build) => new(
        build.Schema,
        new EncoderDecoder(
            Coders.Encoder(o.Body, build.Schema, o.Width, o.Hidden, o.Code, build.Init),
            Coders.Decoder(o.Body, build.Schema, o.Code, o.Width, o.Hidden, Coders.MeanOf(o.Body, build.Schema), build.Init)),
        o.Loss, o.Noise, new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999));
}
