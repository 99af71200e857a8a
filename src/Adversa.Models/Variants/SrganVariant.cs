using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.SrganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of SRGAN.</summary>
/// <param name="Scale">How many times larger pictures become: 2, 4 or 8.</param>
/// <param name="Width">Channels of the generator's blocks, from 1 to 512.</param>
/// <param name="Blocks">The generator's residual blocks, from 1 to 64.</param>
/// <param name="CriticWidth">Channels of the discriminator's first layers, from 1 to 512; eight times as many in its last.</param>
/// <param name="Hidden">Units of the discriminator's dense layer, from 1 to 8192.</param>
/// <param name="Crop">Side of the random parts that are learned from, in pixels; 0 takes whole pictures.</param>
/// <param name="PixelSteps">Rounds of the first stage, which minimises squared errors alone, from 0 to 100000000: its network is the paper's SRResNet.</param>
/// <param name="FallSteps">Rounds after which a stage's rate falls to a tenth, counted in each stage anew, from 0 to 100000000; 0 keeps it.</param>
/// <param name="Features">The network by whose features the second stage compares pictures: a run of a classifier or the file of VGG-19; <c>none</c> compares pixels.</param>
/// <param name="ContentWeight">Weight of the squared error, of pixels or features, in the second stage, from 0 to 1000.</param>
/// <param name="AdversarialWeight">Weight of the adversarial loss in the second stage, from 0 to 1000.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
public sealed record SrganOptions(int Scale = 4, int Width = 32, int Blocks = 4, int CriticWidth = 16, int Hidden = 256, int Crop = 0,
    int PixelSteps = 3_000, int FallSteps = 0,
    string Features = FeatureOption.None, double ContentWeight = 1, double AdversarialWeight = 1e-3, double LearningRate = 1e-3,
    double? DiscriminatorLearningRate = 1e-4, double Beta1 = 0.9, double Beta2 = 0.999) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<SrganOptions> List { get; } = new(new SrganOptions(),
    [
        Option.OneOf("scale", o => o.Scale, (o, x) => o with { Scale = x }, 2, 4, 8),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 512),
        Option.Int("blocks", o => o.Blocks, (o, x) => o with { Blocks = x }, 1, 64),
        Option.Int("criticWidth", o => o.CriticWidth, (o, x) => o with { CriticWidth = x }, 1, 512),
        Option.Int("hidden", o => o.Hidden, (o, x) => o with { Hidden = x }, 1, 8192),
        Option.Int("crop", o => o.Crop, (o, x) => o with { Crop = x }, 0, 4096),
        Option.Int("pixelSteps", o => o.PixelSteps, (o, x) => o with { PixelSteps = x }, 0, MostSteps),
        Option.Int("fallSteps", o => o.FallSteps, (o, x) => o with { FallSteps = x }, 0, MostSteps),
        Option.Word("features", o => o.Features, (o, x) => o with { Features = x }),
        Option.Real("contentWeight", o => o.ContentWeight, (o, x) => o with { ContentWeight = x }, 0, 1000),
        Option.Real("adversarialWeight", o => o.AdversarialWeight, (o, x) => o with { AdversarialWeight = x }, 0, 1000),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
    ]);

    private const int Unit = 16;               // the discriminator halves four times
    private const int MostSteps = 100_000_000;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (height, width) = (Crop > 0 ? Crop : schema.Height, Crop > 0 ? Crop : schema.Width);
        return
        [
            .. List.Problems(this), .. FeatureOption.Problems(Features, schema),
            .. Check.That("options.crop", schema.Kind != FieldKind.Image
                || (height % Unit == 0 && width % Unit == 0 && height <= schema.Height && width <= schema.Width),
                Words.SrganNeedsMultiplesOfSixteen(schema, Crop)),
        ];
    }

    /// <inheritdoc/>
    public IVariantOptions AtTheEnd(SampleSchema schema) => this with { PixelSteps = 0 };
}

/// <summary>Super-resolution: small pictures become large ones, first by squared errors, then against a discriminator that wants texture.</summary>
public static class SrganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<SrganOptions>(
        id: "srgan",
        about: Words.SrganEnlarges,
        paper: new("Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network", "Ledig et al.", 2016, "arXiv:1609.04802"),
        presets:
        [
            new("small", new SrganOptions(), Batch: 16, Steps: 6_000, Words.NarrowForTwoCores),
            new("ledig96", new SrganOptions(Width: 64, Blocks: 16, CriticWidth: 64, Hidden: 1024, Crop: 96,
                PixelSteps: 100_000, FallSteps: 50_000, LearningRate: 1e-4), Batch: 16, Steps: 300_000,
                Words.PapersNetworksOnParts(96)) { LargestSide = 192 },
        ],
        options: SrganOptions.List,
        build: (o, build) => new SuperResolution(o, build))
    {
        Needs = new(FieldKind.Image) { LeastSide = 16 },
    };
}

/// <summary>The game of two stages.</summary>
internal sealed class SuperResolution : Restorer
{
    private readonly SrganOptions _options;
    private readonly FeatureNetwork? _features;
    private long _rounds;

    internal SuperResolution(SrganOptions o, BuildContext build) : base(build.Schema,
        newGenerator: () => new SrganGenerator(build.Schema.Channels, o.Width, o.Blocks, o.Scale, build.Init),
        discriminator: new SrganDiscriminator(o.Crop > 0 ? build.Schema with { Height = o.Crop, Width = o.Crop } : build.Schema,
            o.CriticWidth, o.Hidden, build.Init),
        new GanLoss(), o.AdversarialWeight,
        generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
        discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2)) => (_options, _features) = (o, FeatureOption.Open(o.Features, build));

    public override IReadOnlyList<Field> Given => [new(Field.Input, FieldKind.Image, Schema.Channels, Schema.Height / Scale, Schema.Width / Scale)];

    public override int Stride => 1;

    public override int Scale => _options.Scale;

    public override int? Reach => SrganGenerator.Reach(_options.Blocks, _options.Scale);

    /// <summary>A tenth of the rate once a stage has lasted long enough.</summary>
    public override double LearningRateFactor => _options.FallSteps > 0 && (IsSecond ? _rounds - _options.PixelSteps : _rounds) >= _options.FallSteps ? 0.1 : 1;

    public override void VisitState(ITensorStateVisitor visitor) => visitor.Visit("rounds", ref _rounds);

    protected override bool IsAdversarial => IsSecond && base.IsAdversarial;

    protected override void GeneratorMoved() => _rounds++;

    protected override Tensor Part(Tensor real, Generator noise)
    {
        var crop = _options.Crop;
        return crop == 0 ? real
            : Crops.At(real, Crops.Places(Tensor.Rand([real.Size(0), 2], noise), Schema.Height - crop + 1, Schema.Width - crop + 1), crop, crop);
    }

    protected override Taken Take(Func<string, Tensor?> of, Func<int, Tensor> chance)
    {
        var large = of(Field.Image)!;
        var small = Ops.Clamp(Resampling.Bicubic(large, (int)large.Size(2) / Scale, (int)large.Size(3) / Scale), -1, 1);
        return new(new Dictionary<string, Tensor> { [Field.Input] = small }, large);
    }

    protected override Tensor See(IReadOnlyDictionary<string, Tensor> given) => given[Field.Input];

    public override void Dispose()
    {
        base.Dispose();
        _features?.Dispose();
    }

    // stage 1: E |x̃ - x|²; stage 2: w E |x̃ - x|², or w E |φ(x̃) - φ(x)|²
    protected override LossTerms Lack(Tensor made, Taken taken)
    {
        LossTerms losses = IsSecond && _features is not null ? new() { ["features"] = _options.ContentWeight * _features.Distance(made, taken.Truth) }
            : new() { ["pixels"] = (IsSecond ? _options.ContentWeight : 1) * (made - taken.Truth).Square().Mean() };
        losses.Signals["stage"] = () => IsSecond ? 2 : 1;
        return losses;
    }

    protected override Tensor Look(Tensor samples) => _options.Crop > 0 ? Crops.Centre(samples, _options.Crop, _options.Crop) : samples;

    private bool IsSecond => _rounds >= _options.PixelSteps;
}
