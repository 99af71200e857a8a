using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.DdpmOptions>;

namespace Adversa.Models.Variants;

/// <summary>The network that tells the noise.</summary>
public enum DdpmBody
{
    /// <summary>The paper's: residual blocks on the way down and up again, self-attention. For pictures.</summary>
    UNet,

    /// <summary>Dense layers. For points.</summary>
    Mlp,
}

/// <summary>Options of denoising diffusion; the defaults are the paper's for CIFAR-10.</summary>
/// <param name="Body">The network's plan.</param>
/// <param name="Width">Channels of the first level, twice as many at the others; units of a dense layer. A multiple of 4 from 4 to 1024.</param>
/// <param name="Levels">Resolutions of the U-Net, each half of the one before, from 1 to 6; the sides are multiples of 2^(levels - 1).</param>
/// <param name="Blocks">Residual blocks of a level, or dense layers between the first and the last, from 1 to 8.</param>
/// <param name="AttentionLevel">The level whose blocks are followed by self-attention: 1 is the full resolution; 0 has it in the middle alone.</param>
/// <param name="Dropout">The share dropped in each residual block, in [0, 0.9].</param>
/// <param name="Timesteps">T, from 2 to 10,000.</param>
/// <param name="BetaStart">β₁ before scaling, in (0, 0.5].</param>
/// <param name="BetaEnd">β_T before scaling, in (0, 0.999].</param>
/// <param name="BetaScale">Factor on every β, up to 1000; null takes 1000 / T, so that as much noise is added in fewer steps.</param>
/// <param name="EndSignal">The largest ᾱ_T that is accepted, in (0, 1]: what of the data may be left after all steps.</param>
/// <param name="Variance">The noise that a step back adds.</param>
/// <param name="Clip">Samples are thought to lie in [-clip, clip] on the way, up to 1000; 0 leaves them free.</param>
/// <param name="SampleSteps">Steps back to a sample, up to 10,000; 0, or more than T, takes all T.</param>
/// <param name="PreviewSteps">Steps back to the pictures of a run in progress, without noise on the way, up to 10,000; 0 draws them like any sample.</param>
/// <param name="LearningRate">Adam's rate, in (0, 1].</param>
/// <param name="ClipNorm">Bound of the gradients' joint norm, up to 1000; 0 leaves them.</param>
public sealed record DdpmOptions(DdpmBody Body = DdpmBody.UNet, int Width = 128, int Levels = 4, int Blocks = 2, int AttentionLevel = 2, double Dropout = 0.1,
    int Timesteps = 1000, double BetaStart = 1e-4, double BetaEnd = 0.02, double? BetaScale = null, double EndSignal = 1e-3,
    ReverseVariance Variance = ReverseVariance.Large, double Clip = 1, int? SampleSteps = null, int PreviewSteps = 20,
    double LearningRate = 2e-4, double ClipNorm = 1) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<DdpmOptions> List { get; } = new(new DdpmOptions(),
    [
        Option.Choice("body", o => o.Body, (o, x) => o with { Body = x }),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 4, 1024),
        Option.Int("levels", o => o.Levels, (o, x) => o with { Levels = x }, 1, MostLevels),
        Option.Int("blocks", o => o.Blocks, (o, x) => o with { Blocks = x }, 1, 8),
        Option.Int("attentionLevel", o => o.AttentionLevel, (o, x) => o with { AttentionLevel = x }, 0, MostLevels),
        Option.Real("dropout", o => o.Dropout, (o, x) => o with { Dropout = x }, 0, 0.9),
        Option.Int("timesteps", o => o.Timesteps, (o, x) => o with { Timesteps = x }, 2, MostTimesteps),
        Option.Real("betaStart", o => o.BetaStart, (o, x) => o with { BetaStart = x }, 1e-9, 0.5),
        Option.Real("betaEnd", o => o.BetaEnd, (o, x) => o with { BetaEnd = x }, 1e-9, 0.999),
        Option.OptionalReal("betaScale", o => o.BetaScale, (o, x) => o with { BetaScale = x }, 0, 1000),
        Option.Real("endSignal", o => o.EndSignal, (o, x) => o with { EndSignal = x }, 1e-12, 1),
        Option.Choice("variance", o => o.Variance, (o, x) => o with { Variance = x }),
        Option.Real("clip", o => o.Clip, (o, x) => o with { Clip = x }, 0, 1000),
        Option.OptionalInt("sampleSteps", o => o.SampleSteps, (o, x) => o with { SampleSteps = x }, 0, MostTimesteps),
        Option.Int("previewSteps", o => o.PreviewSteps, (o, x) => o with { PreviewSteps = x }, 0, MostTimesteps),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
        Option.Real("clipNorm", o => o.ClipNorm, (o, x) => o with { ClipNorm = x }, 0, 1000),
    ]);

    private const double PaperTimesteps = 1000;
    private const int MostTimesteps = 10_000;
    private const int MostLevels = 6;

    /// <summary>What β is multiplied by.</summary>
    internal double Scale => BetaScale ?? PaperTimesteps / Timesteps;

    /// <summary>The noise of every step.</summary>
    internal NoiseSchedule Schedule => new(Timesteps, BetaStart * Scale, BetaEnd * Scale);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var problems = List.Problems(this).ToList();
        return
        [
            .. problems,
            .. Check.That("options.width", Width % 4 == 0, Words.OptionsWidth(Width)),
            .. Check.That("options.attentionLevel", AttentionLevel <= Levels || AttentionLevel > MostLevels, Words.OptionsAttentionLevel(AttentionLevel, Levels)),
            .. problems.Count == 0 ? Noise() : [],
            .. Check.That("options.body", schema.Kind == FieldKind.Points == (Body == DdpmBody.Mlp), Words.OptionsBodyPoints(Body == DdpmBody.Mlp ? "mlp" : "uNet", schema)),
            .. Body == DdpmBody.UNet && schema.Kind == FieldKind.Image ? Sides(schema, 1 << (Math.Clamp(Levels, 1, MostLevels) - 1)) : [],
        ];
    }

    /// <summary>β stays below 1, and next to nothing of the data is left after T steps: samples begin with pure noise.</summary>
    private IEnumerable<Problem> Noise()
    {
        var last = Math.Max(BetaStart, BetaEnd) * Scale;
        if (last >= 1)
        {
            yield return new("options.timesteps", Words.OptionsTimesteps(Timesteps, Scale, last));
            yield break;
        }

        var left = last > 0 ? Schedule.AlphaBar(Timesteps) : 1;      // without noise all of it
        if (last > 0 && left <= EndSignal) yield break;
        yield return new("options.betaScale", Words.OptionsBetaScale(BetaScale ?? 0, Timesteps, left, EndSignal));
    }

    private IEnumerable<Problem> Sides(SampleSchema schema, int unit) => Check.That("options.levels", schema.Height % unit == 0 && schema.Width % unit == 0, Words.OptionsLevels(Levels, unit, schema));
}

/// <summary>Denoising diffusion: a network learns to take noise away, a little at a time. The reference point outside adversarial training.</summary>
public static class DdpmVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<DdpmOptions>(
        id: "ddpm",
        about: Words.DenoisingDiffusionDrawsByTakingNoise,
        paper: new("Denoising Diffusion Probabilistic Models", "Ho, Jain, Abbeel", 2020, "arXiv:2006.11239"),
        presets:
        [
            new("unet28", new DdpmOptions(Width: 16, Levels: 3, Blocks: 1, AttentionLevel: 0, Dropout: 0, Timesteps: 200, SampleSteps: 50, Variance: ReverseVariance.None, LearningRate: 1e-3), Batch: 64, Steps: 6_000,
                Words.NarrowUNetStepsDrawn),
            new("points", new DdpmOptions(DdpmBody.Mlp, Blocks: 3, Dropout: 0, Timesteps: 200, Variance: ReverseVariance.Small, Clip: 0, LearningRate: 1e-3), Batch: 256, Steps: 12_000,
                Words.ForPointsInPlane),
            new("cifar", new DdpmOptions(), Batch: 128, Steps: 800_000, Words.PapersForCIFAR),
        ],
        options: DdpmOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image, FieldKind.Points),
    };

    private static DiffusionModel Build(DdpmOptions o, BuildContext build) => new(
        build.Schema,
        newNetwork: o.Body == DdpmBody.Mlp
            ? () => new NoiseMlp(build.Schema.Channels, o.Width, o.Blocks, build.Init)
            : () => new UNet(build.Schema, o.Width, o.Levels, o.Blocks, o.AttentionLevel, o.Dropout, build),
        o.Schedule,
        new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999, o.ClipNorm))
    {
        Variance = o.Variance,
        Clip = o.Clip,
        SampleSteps = o.SampleSteps ?? 0,
        PreviewSteps = o.PreviewSteps,
    };
}
