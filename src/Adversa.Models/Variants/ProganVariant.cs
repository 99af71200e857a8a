using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Models.Penalties;
using Adversa.Torch.Nn;
using Adversa.Torch;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.ProganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of progressive growing.</summary>
/// <param name="FirstSide">Side of the first pictures in pixels: the data's side halved some times; 0 takes the smallest, of 4 to 7 pixels. The data's own side does not grow.</param>
/// <param name="Latent">Z, from 1 to 4096.</param>
/// <param name="Width">Channels of the last level, from 1 to 1024; each level below has twice as many.</param>
/// <param name="MostChannels">No level has more, from 1 to 1024.</param>
/// <param name="FadeImages">Images over which a level is faded in, from 1 to 999999.</param>
/// <param name="StableImages">Images for which a level is trained once it is in, from 0 to 999999.</param>
/// <param name="LearningRate">The generator's rate, in (0, 1].</param>
/// <param name="DiscriminatorLearningRate">The discriminator's rate, in [0, 1]; 0 takes the generator's.</param>
/// <param name="LaterRate">Factor on both rates after the first level, in (0, 1].</param>
/// <param name="RampImages">Images over which the rates rise from 0 when a level is new, from 0 to 999999.</param>
/// <param name="Beta1">Adam's β₁, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂, in [0, 1).</param>
/// <param name="PenaltyWeight">λ, the weight of the gradient penalty, from 0 to 1000.</param>
/// <param name="TargetNorm">γ, the gradient's norm that costs nothing, from 0.001 to 10000.</param>
/// <param name="DriftWeight">The weight of the pull of real scores towards 0, from 0 to 1.</param>
public sealed record ProganOptions(int? FirstSide = null, int Latent = 128, int Width = 16, int MostChannels = 128, int FadeImages = 40_000, int StableImages = 40_000,
    double LearningRate = 1e-3, double? DiscriminatorLearningRate = null, double LaterRate = 1, int RampImages = 0, double Beta1 = 0, double Beta2 = 0.99,
    double PenaltyWeight = 10, double TargetNorm = 1, double DriftWeight = 1e-3) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<ProganOptions> List { get; } = new(new ProganOptions(),
    [
        Option.OptionalInt("firstSide", o => o.FirstSide, (o, x) => o with { FirstSide = x }, 0, MostSide),
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("mostChannels", o => o.MostChannels, (o, x) => o with { MostChannels = x }, 1, 1024),
        Option.Int("fadeImages", o => o.FadeImages, (o, x) => o with { FadeImages = x }, 1, MostImages),
        Option.Int("stableImages", o => o.StableImages, (o, x) => o with { StableImages = x }, 0, MostImages),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.GeneratorRate),
        Option.OptionalReal("discriminatorLearningRate", o => o.DiscriminatorLearningRate, (o, x) => o with { DiscriminatorLearningRate = x }, 0, 1)
            .As(OptionDial.DiscriminatorRate),
        Option.Real("laterRate", o => o.LaterRate, (o, x) => o with { LaterRate = x }, 1e-9, 1),
        Option.Int("rampImages", o => o.RampImages, (o, x) => o with { RampImages = x }, 0, MostImages),
        Option.Real("beta1", o => o.Beta1, (o, x) => o with { Beta1 = x }, 0, 0.999999),
        Option.Real("beta2", o => o.Beta2, (o, x) => o with { Beta2 = x }, 0, 0.9999),
        Option.Real("penaltyWeight", o => o.PenaltyWeight, (o, x) => o with { PenaltyWeight = x }, 0, 1000).As(OptionDial.PenaltyWeight),
        Option.Real("targetNorm", o => o.TargetNorm, (o, x) => o with { TargetNorm = x }, 1e-3, 10_000),
        Option.Real("driftWeight", o => o.DriftWeight, (o, x) => o with { DriftWeight = x }, 0, 1),
    ]);

    private const int Group = 4;               // of the spread of the batch
    private const int LargestRoot = 7;
    private const int MostImages = 999_999;
    private const int MostSide = 1024;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return
        [
            .. List.Problems(this),
            .. Sides(schema),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> ValidateBatch(int batch) => Check.That("batch", batch < Group || batch % Group == 0, Words.BatchIsComparesGroups("progan", batch, Group, batch / Group * Group));

    /// <inheritdoc/>
    public IVariantOptions AtTheEnd(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return this with { FirstSide = schema.Height };
    }

    /// <summary>The plan of growth.</summary>
    /// <param name="schema">Pictures that these options are valid for.</param>
    public Growth Growth(SampleSchema schema)
    {
        var sides = SidesUpTo(schema.Height);
        return new(sides[0], FirstSide is { } first ? sides.IndexOf(first) : 0, sides.Count - 1, FadeImages, StableImages);
    }

    /// <summary>Channels of each level, from the smallest pictures to the largest.</summary>
    /// <param name="growth">The plan.</param>
    public IReadOnlyList<int> Channels(Growth growth) => [.. Enumerable.Range(0, growth.Last + 1).Select(level => (int)Math.Min(MostChannels, (long)Width << (growth.Last - level)))];

    private IEnumerable<Problem> Sides(SampleSchema schema)
    {
        var sides = SidesUpTo(schema.Height);
        if (schema.Height != schema.Width || sides[0] is < 4 or > LargestRoot)
            yield return new("options.firstSide", Words.OptionsFirstSide(FirstSide ?? 0, schema));
        else if (FirstSide is { } first && !sides.Contains(first))
            yield return new("options.firstSide", Words.OptionsFirstSideDoubling(first, schema.Height, string.Join(", ", sides), sides[0]));
    }

    private static List<int> SidesUpTo(int side)
    {
        List<int> sides = [side];
        while (sides[0] > LargestRoot && sides[0] % 2 == 0) sides.Insert(0, sides[0] / 2);
        return sides;
    }
}

/// <summary>Progressive growing: small pictures first, then larger ones faded in, in both networks and in the data.</summary>
public static class ProganVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<ProganOptions>(
        id: "progan",
        about: Words.ProgressiveGANLearnsSmallPicturesFirst,
        paper: new("Progressive Growing of GANs for Improved Quality, Stability, and Variation", "Karras, Aila, Laine, Lehtinen", 2017, "arXiv:1710.10196"),
        presets:
        [
            new("small", new ProganOptions(), Batch: 16, Steps: 22_500, Words.NarrowForCPU2),
            new("unown", new ProganOptions(FirstSide: 28, MostChannels: 16, LaterRate: 0.5), Batch: 16, Steps: 7_500, Words.OneStepFromToPixelsSecond),
            new("karras64", new ProganOptions(Latent: 512, Width: 256, MostChannels: 512, FadeImages: 600_000, StableImages: 600_000, RampImages: 40_000), Batch: 16, Steps: 337_500,
                Words.PapersWidthsAndLengthsAtPixels),
        ],
        options: ProganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastSide = 8 },
    };

    private static Game Build(ProganOptions o, BuildContext build)
    {
        var growth = o.Growth(build.Schema);
        var channels = o.Channels(growth);
        var d = new ProganDiscriminator(growth, channels, build.Schema.Channels, build.Init);
        return new(build,
            newGenerator: () => new ProganGenerator(growth, o.Latent, channels, build.Schema.Channels, build.Init),
            discriminator: d,
            new WassersteinLoss(o.TargetNorm),
            generatorOptimizer: new(OptimizerKind.Adam, o.LearningRate, o.Beta1, o.Beta2),
            discriminatorOptimizer: new(OptimizerKind.Adam, o.DiscriminatorLearningRate ?? o.LearningRate, o.Beta1, o.Beta2))
        {
            Latent = o.Latent,
            Output = Output.None,
            Penalties = [new GradientPenalty(o.PenaltyWeight, o.TargetNorm), new DriftPenalty(o.DriftWeight)],
            Group = 4,           // of MinibatchStddev, in the discriminator's last block
            Course = new Growing(o, growth, d, build.Schema.Height),
        };
    }
}

/// <summary>Two networks that grow together over the images shown; the data is reduced and blended to where they stand.</summary>
internal sealed class Growing(ProganOptions o, Growth growth, ProganDiscriminator d, int lastSide) : Course
{
    /// <summary>The rates rise whenever a level is new, and are reduced after the first.</summary>
    public override double LearningRateFactor
    {
        get
        {
            var now = d.Now;
            var ramp = o.RampImages == 0 ? 1 : Math.Min(1, now.Images / (double)o.RampImages);
            return now.Level == growth.First ? ramp : ramp * o.LaterRate;
        }
    }

    /// <summary>Both networks grow by the images of a batch, which counts wherever it stands in a round.</summary>
    public override void Begin(TurnContext turn, Module generator)
    {
        var images = d.Images + turn.BatchSize;
        ((GrowingNetwork)generator).GrowTo(images);
        d.GrowTo(images);
    }

    public override Tensor Present(Tensor real) => d.Present(real);

    /// <summary>Pictures of the data's side: before the last level their pixels are squares.</summary>
    public override Tensor Finish(Tensor samples) => GrowingNetwork.Enlarge(samples, lastSide / (int)samples.Size(2));

    public override void DiscriminatorSaw(Scores scores, LossTerms losses)
    {
        var now = d.Now;
        losses.Signals["side"] = () => growth.Side(now.Level);
        losses.Signals["alpha"] = () => now.Alpha;
    }
}
