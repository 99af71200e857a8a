using System.Numerics;
using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.GpGanOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of GP-GAN.</summary>
/// <param name="Side">Side of the small pictures that the networks see and make: 16, 32, 64 or 128.</param>
/// <param name="Width">Channels of the first layer of each network, from 1 to 512.</param>
/// <param name="Code">Length of the code between encoder and decoder, from 1 to 8192.</param>
/// <param name="AdversarialWeight">w, the weight of the adversarial loss, in [0, 1]; the squared error has 1 - w.</param>
/// <param name="CriticSteps">The critic's updates in a round, from 1 to 100.</param>
/// <param name="Clip">c: after each of its updates every number of the critic is clamped to [-c, c]; in (0, 10].</param>
/// <param name="ColourWeight">β, what the small picture's colours count in the blend, in [0.000001, 1000000].</param>
/// <param name="Sigma">Standard deviation of the blend's blur in pixels, in [0.1, 10].</param>
/// <param name="Equations">Which equations the blend solves.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="CriticLearningRate">The critic's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record GpGanOptions(int Side = 32, int Width = 16, int Code = 256, double AdversarialWeight = 1e-3, int CriticSteps = 5, double Clip = 0.01,
    double ColourWeight = 1, double Sigma = 0.5,
    BlendEquations Equations = BlendEquations.Normal, double LearningRate = 2e-3,
    double? CriticLearningRate = 2e-4, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<GpGanOptions> List { get; } = new(new GpGanOptions(),
    [
        Option.OneOf("side", o => o.Side, (o, x) => o with { Side = x }, 16, 32, 64, 128),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("code", o => o.Code, (o, x) => o with { Code = x }, 1, 8192),
        Option.Real("adversarialWeight", o => o.AdversarialWeight, (o, x) => o with { AdversarialWeight = x }, 0, 1),
        Option.Int("criticSteps", o => o.CriticSteps, (o, x) => o with { CriticSteps = x }, 1, 100).As(OptionDial.CriticSteps),
        Option.Real("clip", o => o.Clip, (o, x) => o with { Clip = x }, 1e-9, 10),
        Option.Real("colourWeight", o => o.ColourWeight, (o, x) => o with { ColourWeight = x }, 1e-6, 1e6),
        Option.Real("sigma", o => o.Sigma, (o, x) => o with { Sigma = x }, 0.1, 10),
        Option.Choice("equations", o => o.Equations, (o, x) => o with { Equations = x }),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("criticLearningRate", o => o.CriticLearningRate, (o, x) => o with { CriticLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Check.That("options.side", schema.Kind != FieldKind.Image || Math.Min(schema.Height, schema.Width) >= Side,
                Words.SideIsLargerThanPictures(Side, schema)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> ValidateBatch(int batch) => Check.That("batch", batch > 1, Words.BatchNormNeedsTwo("gp-gan"));
}

/// <summary>Blending: a small network proposes the colours, and an equation that keeps the gradients makes the picture.</summary>
public static class GpGanVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<GpGanOptions>(
        id: "gp-gan",
        about: Words.GpGanBlends,
        paper: new("GP-GAN: Towards Realistic High-Resolution Image Blending", "Wu, Zheng, Zhang, Huang", 2017, "arXiv:1703.07195"),
        presets:
        [
            new("blend32", new GpGanOptions(), Batch: 32, Steps: 3_000, Words.NarrowForTwoCores) { LargestSide = 192 },
            new("wu64", new GpGanOptions(Side: 64, Width: 64, Code: 4000), Batch: 64, Steps: 50_000, Words.PapersNetworksAt(64)) { LargestSide = 192 },
        ],
        options: GpGanOptions.List,
        build: (o, build) => new Blending(o, build))
    {
        Needs = new(FieldKind.Image) { LeastSide = 16 },
    };
}

/// <summary>The game of pastes: a part of each picture is shown in another light, and the picture itself is the truth.</summary>
internal sealed class Blending : Restorer
{
    private readonly GpGanOptions _options;

    internal Blending(GpGanOptions o, BuildContext build) : base(build.Schema,
        newGenerator: () => new ContextNetwork(Small(o, build.Schema), Small(o, build.Schema), o.Width, Levels(o), Levels(o), o.Code, build.Init),
        discriminator: new DcganDiscriminator(Small(o, build.Schema), o.Width, Levels(o), build.Init, scoreBias: false),
        new WassersteinLoss(), o.AdversarialWeight,
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.CriticLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
    {
        _options = o;
        CriticSteps = o.CriticSteps;
        AfterDiscriminator = critic => WganVariant.Clip(critic, o.Clip);
    }

    /// <summary>The target, the picture to paste from, and the region. Its colours come from a small picture, so that any size will do.</summary>
    public override IReadOnlyList<Field> Given => [Picture(Field.Input), Picture(Field.Paste), new(Field.Mask, FieldKind.Mask, 1, Schema.Height, Schema.Width)];

    public override int Stride => 1;

    // with a part in another light: the same part of the sample's input where it has one, such as a scene at night; else its own colours, changed channel by channel
    protected override Taken Take(Func<string, Tensor?> of, Func<int, Tensor> chance)
    {
        var picture = of(Field.Image)!;
        var mask = of(Field.Mask)?.To(DType.Float32)
            ?? Crops.Mask(Crops.Places(chance(2), Schema.Height - Schema.Height / 2 + 1, Schema.Width - Schema.Width / 2 + 1),
            Schema.Height / 2, Schema.Width / 2, Schema.Height, Schema.Width);
        var paste = Schema.Find(Field.Input) is { IsApart: false } input && input.Shape.SequenceEqual(Schema.Drawn.Shape) ? of(Field.Input)!
            : Relit(picture, chance(2 * Schema.Channels));
        return new(new Dictionary<string, Tensor> { [Field.Input] = picture, [Field.Paste] = paste, [Field.Mask] = mask }, Shrunk(picture));
    }

    protected override Tensor See(IReadOnlyDictionary<string, Tensor> given)
    {
        var (target, paste, mask) = (given[Field.Input], given[Field.Paste], given[Field.Mask]);
        return Shrunk(target + mask * (paste - target));
    }

    // (1 - w) E |x̃ - x|²
    protected override LossTerms Lack(Tensor made, Taken taken) => new()
    {
        ["pixels"] = (1 - _options.AdversarialWeight) * (made - taken.Truth).Square().Mean(),
    };

    protected override Tensor Finish(Tensor made, IReadOnlyDictionary<string, Tensor> given) =>
        GaussianPoisson.Blend(given[Field.Input], given[Field.Paste], given[Field.Mask], made, _options.ColourWeight, _options.Sigma, _options.Equations);

    protected override Tensor Look(Tensor samples) => Shrunk(samples);

    private Field Picture(string name) => new(name, FieldKind.Image, Schema.Channels, Schema.Height, Schema.Width);

    private Tensor Shrunk(Tensor pictures) => Ops.Clamp(Resampling.Bicubic(pictures, _options.Side, _options.Side), -1, 1);

    /// <summary>Pictures in another light: each channel by a factor from 0.5 to 1.5, and lighter or darker by up to 0.4.</summary>
    private static Tensor Relit(Tensor pictures, Tensor chance)
    {
        var channels = pictures.Size(1);
        var (gain, shift) = (chance.Narrow(1, 0, channels) + 0.5, chance.Narrow(1, channels, channels) * 0.8 - 0.4);
        return Ops.Clamp(pictures * gain.Reshape(-1, channels, 1, 1) + shift.Reshape(-1, channels, 1, 1), -1, 1);
    }

    private static SampleSchema Small(GpGanOptions o, SampleSchema schema) => new(FieldKind.Image, schema.Channels, o.Side, o.Side);

    private static int Levels(GpGanOptions o) => BitOperations.Log2((uint)o.Side) - 2;
}
