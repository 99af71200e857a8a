using Adversa.Core.Options;
using Adversa.Models.Networks;
using Option = Adversa.Core.Options.Option<Adversa.Models.Variants.DClassifierOptions>;

namespace Adversa.Models.Variants;

/// <summary>Options of the classifier that is built on a discriminator.</summary>
/// <param name="Mode">What learns.</param>
/// <param name="L2">Weight of half the squared norm of the linear layer's weights, 0 to 10.</param>
/// <param name="LearningRate">Adam's rate, in (0, 1].</param>
public sealed record DClassifierOptions(TapMode Mode = TapMode.Probe, double L2 = 1e-4, double LearningRate = 1e-3) : IVariantOptions
{
    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<DClassifierOptions> List { get; } = new(new DClassifierOptions(),
    [
        Option.Choice("mode", o => o.Mode, (o, x) => o with { Mode = x }),
        Option.Real("l2", o => o.L2, (o, x) => o with { L2 = x }, 0, 10),
        Option.Real("learningRate", o => o.LearningRate, (o, x) => o with { LearningRate = x }, 1e-9, 1),
    ]);

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate(SampleSchema schema) => List.Problems(this);
}

/// <summary>A trained discriminator reused: its features carry a classifier, and its score tells what is strange.</summary>
public static class DClassifierVariant
{
    /// <summary>The catalog's entry.</summary>
    public static Variant Descriptor { get; } = new Variant<DClassifierOptions>(
        id: "d-classifier",
        about: Words.ClassifierOnFeaturesOfAnotherRuns,
        paper: new("Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks", "Radford, Metz, Chintala", 2015, "arXiv:1511.06434"),
        presets:
        [
            new("probe", new DClassifierOptions(), Batch: 64, Steps: 1_500, Words.LinearLayerOnFrozenFeatures),
            new("fine-tune", new DClassifierOptions(Mode: TapMode.FineTune, LearningRate: 2e-4), Batch: 64, Steps: 1_500,
                Words.DiscriminatorLearnsOnBelowLinearLayer),
        ],
        options: DClassifierOptions.List,
        build: Build)
    {
        Needs = new(FieldKind.Image) { LeastClasses = 2 },
        BuildsOn = Refusal,
    };

    private static Classifier Build(DClassifierOptions o, BuildContext build)
    {
        var tap = build.Source?.Discriminator ?? throw new ArgumentException("d-classifier is built on a model that has a discriminator.", nameof(build));
        var network = new TapClassifier(build.Schema, tap, o.Mode, build.Init);
        return new(build.Schema, network, new(OptimizerKind.Adam, o.LearningRate, 0.9, 0.999))
        {
            BuiltOn = build.Source,
            Penalty = o.L2 > 0 ? () => o.L2 / 2 * (network.HeadWeight * network.HeadWeight).Sum() : null,      // λ/2 ‖W‖²
            Score = o.Mode == TapMode.Probe ? network.Score : null,      // one that was tuned to tell classes no longer tells real from generated
        };
    }

    private static Text? Refusal(Model source, SampleSchema schema)
    {
        if (source.Discriminator is null) return Words.HasNoDiscriminatorTakesOneSample;
        var theirs = source.Schema;
        return (theirs.Kind, theirs.Channels, theirs.Height, theirs.Width) == (schema.Kind, schema.Channels, schema.Height, schema.Width) ? null : Words.DiscriminatorTakesSamples(theirs, schema);
    }
}
