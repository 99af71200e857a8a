using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.ContextEncoderOptions>;

namespace Adversa.Models.Variants;

/// <summary>Where the holes are that a context encoder learns to fill.</summary>
public enum Hole
{
    /// <summary>In the middle: the network makes the middle alone. The paper's, and the sharper one.</summary>
    Centre,

    /// <summary>Anywhere: the network makes a whole picture, so that it can fill holes of any place and shape.</summary>
    Block,
}

/// <summary>Options of the context encoder.</summary>
/// <param name="Hole">Where the holes are.</param>
/// <param name="Width">Channels of the first layer of each network, from 1 to 512.</param>
/// <param name="Levels">How often the picture's side is halved, from 2 to 6.</param>
/// <param name="Code">Length of the code between encoder and decoder, from 1 to 8192.</param>
/// <param name="Overlap">Pixels along the border of what is made that are known, from 0 to 64.</param>
/// <param name="OverlapWeight">What a squared error counts there, from 0 to 1000; 1 in the hole.</param>
/// <param name="AdversarialWeight">w, the weight of the adversarial loss, in [0, 1]; the squared error has 1 - w.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1]: ten times the discriminator's, because its adversarial gradients are small.</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record ContextEncoderOptions(Hole Hole = Hole.Centre, int Width = 16, int Levels = 3, int Code = 256, int Overlap = 2,
    double OverlapWeight = 10, double AdversarialWeight = 1e-3,
    double LearningRate = 2e-3, double? DiscriminatorLearningRate = 2e-4, double Beta1 = 0.5, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<ContextEncoderOptions> List { get; } = new(new ContextEncoderOptions(),
    [
        Option.Choice("hole", o => o.Hole, (o, x) => o with { Hole = x }),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 2, 6),
        Option.Int("code", o => o.Code, (o, x) => o with { Code = x }, 1, 8192),
        Option.Int("overlap", o => o.Overlap, (o, x) => o with { Overlap = x }, 0, 64),
        Option.Real("overlapWeight", o => o.OverlapWeight, (o, x) => o with { OverlapWeight = x }, 0, 1000),
        Option.Real("adversarialWeight", o => o.AdversarialWeight, (o, x) => o with { AdversarialWeight = x }, 0, 1),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var half = Math.Min(schema.Height, schema.Width) / 2;
        return
        [
            .. List.Problems(this),
            .. GameBodies.Sides(schema, Levels),
            .. Check.That("options.overlap", schema.Kind != FieldKind.Image || 2L * Overlap < half, Words.OverlapLeavesNoHole(Overlap, half)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> ValidateBatch(int batch) => Check.That("batch", batch > 1, Words.BatchNormNeedsTwo("context-encoder"));
}

/// <summary>Inpainting: an encoder-decoder fills a hole from what surrounds it; a discriminator judges what it fills in.</summary>
public static class ContextEncoderVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<ContextEncoderOptions>(
        id: "context-encoder",
        about: Words.ContextEncoderFillsHoles,
        paper: new("Context Encoders: Feature Learning by Inpainting", "Pathak, Krähenbühl, Donahue, Darrell, Efros", 2016, "arXiv:1604.07379"),
        presets:
        [
            new("hole32", new ContextEncoderOptions(), Batch: 32, Steps: 6_000, Words.NarrowForTwoCores) { LargestSide = 48 },
            new("hole64", new ContextEncoderOptions(Levels: 4), Batch: 32, Steps: 6_000, Words.NarrowForTwoCores) { LargestSide = 112 },
            new("pathak128", new ContextEncoderOptions(Width: 64, Levels: 5, Code: 4000, Overlap: 4), Batch: 64, Steps: 100_000,
                Words.PapersNetworksAt(128)) { LargestSide = 192 },
        ],
        options: ContextEncoderOptions.List,
        build: (o, build) => new Inpainting(o, build))
    {
        Needs = new(FieldKind.Image) { LeastSide = 12 },
    };
}

/// <summary>Of pictures with a hole, and where the part lies that is made and judged: the hole and its overlap.</summary>
internal sealed record Holed(IReadOnlyDictionary<string, Tensor> Given, Tensor Truth, IReadOnlyList<(int Row, int Column)> Corners) : Taken(Given, Truth);

/// <summary>The game of holes.</summary>
internal sealed class Inpainting : Restorer
{
    private readonly ContextEncoderOptions _options;
    private readonly SampleSchema _part;           // half of the picture's sides: what is made, or judged of it

    internal Inpainting(ContextEncoderOptions o, BuildContext build) : base(build.Schema,
        newGenerator: () => o.Hole == Hole.Centre
            ? new ContextNetwork(build.Schema, Half(build.Schema), o.Width, o.Levels, o.Levels - 1, o.Code, build.Init)
            : new ContextNetwork(build.Schema, build.Schema, o.Width, o.Levels, o.Levels, o.Code, build.Init),
        discriminator: new DcganDiscriminator(Half(build.Schema), o.Width, o.Levels - 1, build.Init),
        new GanLoss(), o.AdversarialWeight,
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        => (_options, _part) = (o, Half(build.Schema));

    public override IReadOnlyList<Field> Given => [new(Field.Input, FieldKind.Image, Schema.Channels, Schema.Height, Schema.Width),
        new(Field.Mask, FieldKind.Mask, 1, Schema.Height, Schema.Width)];

    /// <summary>Pictures whose hole has the mean colour of what is known of each: any other number would tell where the data's mean is not.</summary>
    /// <param name="pictures"><c>[N, C, H, W]</c>.</param>
    /// <param name="mask">1 in the hole and 0 where the picture is known, <c>[N, 1, H, W]</c>.</param>
    internal static Tensor Filled(Tensor pictures, Tensor mask)
    {
        var known = 1 - mask;
        var mean = (pictures * known).Sum([2, 3], keepDim: true) / Ops.ClampMin(known.Sum([2, 3], keepDim: true), 1);
        return pictures * known + mean * mask;
    }

    /// <summary>What a squared error counts in each pixel of the part that is made: 1 in the hole, more where it overlaps with what is known.</summary>
    internal Tensor Weights()
    {
        var (rows, columns) = (_part.Height - 2 * _options.Overlap, _part.Width - 2 * _options.Overlap);
        return _options.OverlapWeight + (1 - _options.OverlapWeight) * Crops.Mask([(_options.Overlap, _options.Overlap)],
            rows, columns, _part.Height, _part.Width);
    }

    protected override Taken Take(Func<string, Tensor?> of, Func<int, Tensor> chance)
    {
        var pictures = of(Field.Image)!;
        var (down, across, overlap) = (Schema.Height - _part.Height, Schema.Width - _part.Width, _options.Overlap);
        IReadOnlyList<(int Row, int Column)> corners = _options.Hole == Hole.Centre
            ? [.. Enumerable.Repeat((down / 2, across / 2), (int)pictures.Size(0))]
            : Crops.Places(chance(2), down + 1, across + 1);
        var mask = Crops.Mask([.. corners.Select(corner => (corner.Row + overlap, corner.Column + overlap))],
            _part.Height - 2 * overlap, _part.Width - 2 * overlap, Schema.Height, Schema.Width);
        return new Holed(new Dictionary<string, Tensor> { [Field.Input] = Filled(pictures, mask), [Field.Mask] = mask }, pictures, corners);
    }

    protected override Tensor See(IReadOnlyDictionary<string, Tensor> given) => Filled(given[Field.Input], given[Field.Mask]);

    // (1 - w) E W |x̃ - x|², the mean over the pixels of the part that is made
    protected override LossTerms Lack(Tensor made, Taken taken) => new()
    {
        ["pixels"] = (1 - _options.AdversarialWeight) * (Weights() * (Judged(made, taken) - Judged(taken.Truth, taken)).Square()).Mean(),
    };

    protected override Tensor Judged(Tensor pictures, Taken taken) =>
        pictures.Size(2) == _part.Height ? pictures : Crops.At(pictures, ((Holed)taken).Corners, _part.Height, _part.Width);

    protected override Tensor Look(Tensor samples) => Crops.Centre(samples, _part.Height, _part.Width);

    protected override Tensor Finish(Tensor made, IReadOnlyDictionary<string, Tensor> given)
    {
        var mask = given[Field.Mask];
        var (down, across) = ((Schema.Height - (int)made.Size(2)) / 2, (Schema.Width - (int)made.Size(3)) / 2);
        var (height, width) = (_part.Height - 2 * _options.Overlap, _part.Width - 2 * _options.Overlap);          // the hole that was learned
        if (_options.Hole == Hole.Centre && mask.Sum().Item() > Crops.Centre(mask, height, width).Sum().Item())
            throw new AdversaException(2029, ExitCode.Usage, Words.HoleLiesOutsideTheMiddle(width, height));
        return given[Field.Input] * (1 - mask) + Ops.ConstantPadNd(made, [across, across, down, down], 0) * mask;
    }

    private static SampleSchema Half(SampleSchema schema) => new(FieldKind.Image, schema.Channels, schema.Height / 2, schema.Width / 2);
}
