using Adversa.Core.Options;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.StyleganOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of StyleGAN2.</summary>
/// <param name="Latent">Z and W, the lengths of z and of a style, from 1 to 4096.</param>
/// <param name="MappingLayers">Dense layers from z to a style, from 1 to 16.</param>
/// <param name="Width">Channels at the picture's own resolution, from 1 to 1024; each below has twice as many.</param>
/// <param name="MostChannels">No resolution has more, from 1 to 1024.</param>
/// <param name="Levels">How often the side doubles, from 1 to 6; left out, down to a picture of 4 to 7 pixels.</param>
/// <param name="LearningRate">The rate of both players, in (0, 1].</param>
/// <param name="Gamma">γ, the weight of R1, 0 to 10,000; left out, .0002·H·W over the batch.</param>
/// <param name="R1Every">R1 is taken in every n-th round, from 1 to 1000.</param>
/// <param name="PathWeight">The weight of the path-length penalty, from 0 to 1000; 0 leaves it out.</param>
/// <param name="PathEvery">It is taken in every n-th round, from 1 to 1000.</param>
/// <param name="Mixing">The share of pictures in training of which two styles are mixed, from 0 to 1.</param>
public sealed record StyleganOptions(int Latent = 128, int MappingLayers = 2, int Width = 32, int MostChannels = 64, int? Levels = null,
    double LearningRate = 2.5e-3, double? Gamma = null, int R1Every = 16, double PathWeight = 0, int PathEvery = 4, double Mixing = 0) : IGameOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<StyleganOptions> List { get; } = new(new StyleganOptions(),
    [
        Option.Int("latent", o => o.Latent, (o, x) => o with { Latent = x }, 1, 4096),
        Option.Int("mappingLayers", o => o.MappingLayers, (o, x) => o with { MappingLayers = x }, 1, 16),
        Option.Int("width", o => o.Width, (o, x) => o with { Width = x }, 1, 1024),
        Option.Int("mostChannels", o => o.MostChannels, (o, x) => o with { MostChannels = x }, 1, 1024),
        Option.OptionalInt("levels", o => o.Levels, (o, x) => o with { Levels = x }, 0, MostLevels),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1).As(OptionDial.SharedRate),
        Option.OptionalReal("gamma", o => o.Gamma, (o, x) => o with { Gamma = x }, 0, 1e4),
        Option.Int("r1Every", o => o.R1Every, (o, x) => o with { R1Every = x }, 1, 1000),
        Option.Real("pathWeight", o => o.PathWeight, (o, x) => o with { PathWeight = x }, 0, 1000),
        Option.Int("pathEvery", o => o.PathEvery, (o, x) => o with { PathEvery = x }, 1, 1000),
        Option.Real("mixing", o => o.Mixing, (o, x) => o with { Mixing = x }, 0, 1),
    ]);

    private const int MostLevels = 6, SmallestFirstPicture = 4;

    /// <inheritdoc/>
    public Norm DiscriminatorNorm => Norm.None;

    /// <inheritdoc/>
    public bool IsEqualized => true;

    /// <inheritdoc/>
    public double? Middle => new GanLoss().Middle;

    /// <summary>How often the side doubles for some pictures: as asked, or while both sides can be halved and leave 4 pixels.</summary>
    /// <param name="schema">The pictures.</param>
    public int LevelsFor(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Levels ?? Enumerable.Range(1, MostLevels).LastOrDefault(levels => Halves(schema.Height, levels) && Halves(schema.Width, levels), 1);

        static bool Halves(int side, int times) => side % (1 << times) == 0 && side >> times >= SmallestFirstPicture;
    }

    /// <summary>Channels at each resolution, from the smallest picture to the largest.</summary>
    /// <param name="schema">The pictures.</param>
    public IReadOnlyList<int> Widths(SampleSchema schema)
    {
        var levels = LevelsFor(schema);
        return [.. Enumerable.Range(0, levels + 1).Select(level => (int)Math.Min(MostChannels, (long)Width << (levels - level)))];
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. List.Problems(this), .. GameBodies.Sides(schema, LevelsFor(schema))];
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> ValidateBatch(int batch) => Check.That("batch", batch < StyleganVariant.Group || batch % StyleganVariant.Group == 0,
        Words.BatchIsComparesGroups("stylegan2-small", batch, StyleganVariant.Group, batch / StyleganVariant.Group * StyleganVariant.Group));
}

/// <summary>StyleGAN2: a generator steered by styles.</summary>
public static class StyleganVariant
{
    internal const int Group = 4;                // samples whose spread the discriminator is told
    private const double GammaOfPixel = 2e-4, EmaRamp = 0.05;

    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<StyleganOptions>(
        id: "stylegan2-small",
        about: Words.StylesSteerGenerator,
        paper: new("Analyzing and Improving the Image Quality of StyleGAN", "Karras, Laine, Aittala, Hellsten, Lehtinen, Aila", 2020, "arXiv:1912.04958"),
        presets:
        [
            new("small", new StyleganOptions(), Batch: 32, Steps: 6_000, Words.NarrowForCPUUpTo48) { LargestSide = 48 },
            new("small64", new StyleganOptions(Width: 16, PathWeight: 2, Mixing: 0.9), Batch: 16, Steps: 10_000, Words.NarrowForCPUAt64),
            new("wide", new StyleganOptions(Latent: 512, Width: 64, MostChannels: 256, PathWeight: 2, Mixing: 0.9),
                Batch: 32, Steps: 780_000, Words.WidthsForGPUAt64) { Techniques = new(Ada: 0.6) },
        ],
        options: StyleganOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastSide = 8 },
        HasStyles = true,
    };

    private static StyleGame Build(StyleganOptions o, BuildContext build)
    {
        var widths = o.Widths(build.Schema);
        var group = build.Techniques.MinibatchStddev > 0 ? build.Techniques.MinibatchStddev : Group;
        return new(build,
            newGenerator: () => new StyleGenerator(build.Schema, o.Latent, o.MappingLayers, widths, o.Mixing, build.Init, build.Noise),
            discriminator: build.Discriminator(new StyleDiscriminator(build.SeenSchema, widths, build.Init, group)),
            new GanLoss(),
            generatorOptimizer: Lazy(o.PathWeight > 0 ? o.PathEvery : null),
            discriminatorOptimizer: Lazy(o.R1Every))
        {
            Latent = o.Latent,
            Output = Output.None,
            Penalties =
            [
                new R1Penalty(o.Gamma ?? GammaOfPixel * build.Schema.Height * build.Schema.Width) { Every = o.R1Every, IsSharedByBatch = o.Gamma is null },
            ],
            Group = group,
            PathWeight = o.PathWeight,
            PathEvery = o.PathEvery,
            EmaRamp = EmaRamp,
        };

        // One more update in every k-th round: rate and β are those of k updates spread over k + 1. Karras et al., 2020, appendix B.
        OptimizerOptions Lazy(int? every)
        {
            var r = every is { } k ? k / (k + 1.0) : 1;
            return new(OptimizerKind.Adam, r * o.LearningRate, 0, Math.Pow(0.99, r));
        }
    }
}
