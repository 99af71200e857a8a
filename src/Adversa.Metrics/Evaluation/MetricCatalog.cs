using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>Every metric that compares features, by the name that <c>--metrics</c> takes.</summary>
public static class MetricCatalog
{
    /// <summary>The only space in which a Fréchet distance is FID: the Inception weights of 2015-12-05, whose file's SHA-256 begins so.</summary>
    public const string PublishedInception = "inception-6726825d";

    private const int Subsets = 100, SubsetSize = 1000, Directions = 256, Bins = 50, Cells = 3, InceptionParts = 10, MostPairs = 1000;

    private static readonly Interval Share = new(0, 1), Positive = new(0, double.PositiveInfinity);

    /// <summary>Which way the numbers go that compare no features: those of judges, of classifiers, and of pictures with their reconstructions.</summary>
    private static readonly Dictionary<string, bool> Others = new()
    {
        ["modes"] = true, ["high_quality"] = true, ["on_roll"] = true, ["classes"] = true, ["readable"] = true, ["rkl"] = false, ["fd_j"] = false,
        ["accuracy"] = true, ["gan_train"] = true, ["gan_test"] = true, ["ssim"] = true, ["ms_ssim"] = true, ["psnr"] = true,
    };

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("fd", Words.FrechetDistanceAbout,
            Words.FrechetConventions,
            input => [new("fd", FrechetDistance.Between(input.Real, input.Drawn).Value)]) { Title = "FD", InceptionTitle = "FID", Rises = false, Range = Positive },
        new("fdlimit", Words.FrechetLimitAbout, Words.FrechetLimitConventions,
            input => [new("fdlimit", FrechetLimit.Between(input.Real, input.Drawn, input.Seed).Intercept)]) { Title = "FDlimit", InceptionTitle = "FID-infinity", Rises = false, WithoutInterval = ["fdlimit"] },
        new("kid", Words.KernelDistanceAbout,
            Words.XYDUnbiasedCrossTerm,
            Kid) { Title = "KD", InceptionTitle = "KID", Rises = false, Quick = input => [new("kid", KernelDistance.Polynomial(input.Real, input.Drawn).Unbiased)] },
        new("pr", Words.PrecisionRecallAbout,
            Words.PrecisionRecallConventions,
            input => PrecisionRecall.Of(input.Real, input.Drawn, k: 3) is var overlap ? [new("precision", overlap.Precision), new("recall", overlap.Recall)] : []) { Numbers = ["precision", "recall"], Rises = true, Range = Share },
        new("dc", Words.DensityCoverageAbout,
            Words.DensityCoverageConventions,
            input => PrecisionRecall.Of(input.Real, input.Drawn, k: 5) is var overlap ? [new("density", overlap.Density), new("coverage", overlap.Coverage)] : []) { Numbers = ["density", "coverage"], Rises = true, Range = Positive },
        new("prd", Words.PrdAbout,
            Words.PrdConventions,
            input => PrecisionRecallCurve.Of(input.Real, input.Drawn, input.Seed) is var curve ? [new("prd_f8", curve.F8), new("prd_f_eighth", curve.FEighth)] : []) { Numbers = ["prd_f8", "prd_f_eighth"], Rises = true, Range = Share, WithoutInterval = ["prd_f8", "prd_f_eighth"] },
        new("is", Words.InceptionScoreAbout,
            Words.ExpMeanKLPYX,
            Scores) { NeedsClasses = true, Numbers = ["is", "mode_score"], Rises = true },
        new("swd", Words.SlicedWassersteinAbout,
            Words.SlicedWassersteinConventions,
            input => input.EquallyMany() is var equal ? [new("swd", SlicedWasserstein.Squared(equal.Real, equal.Drawn, SlicedWasserstein.Directions(equal.Real.Width, Directions, equal.Seed)))] : []) { Rises = false, Range = Positive },
        new("nn", Words.TwoSampleAbout,
            Words.TwoSampleConventions,
            input => TwoSampleNeighbours.Of(input.Real, input.Drawn) is var test ? [new("nn_accuracy", test.Accuracy), new("nn_real", test.Real), new("nn_fake", test.Fake)] : []) { Numbers = ["nn_accuracy", "nn_real", "nn_fake"], Range = Share },
        new("ndb", Words.BinsAbout,
            Words.BinsConventions,
            input => BinDifference.Of(input.Real, input.Drawn, Bins, input.Seed) is var bins ? [new("ndb", bins.Different), new("ndb_share", bins.Share, Range: Share)] : []) { Numbers = ["ndb", "ndb_share"], Rises = false, Range = new(0, Bins), WithoutInterval = ["ndb", "ndb_share"] },
        new("diversity", Words.SpreadAbout,
            Words.SpreadConventions,
            Diversity) { Range = Positive, Lot = MostPairs },
        new("memorization", Words.CopyingAbout,
            Words.AuthenticityShareFartherFromNearestTraining,
            Memorization) { NeedsTrain = true, Numbers = ["authenticity", "copying_z", "copying_ct", "birthday"], WithoutInterval = ["birthday"] },
    ];

    /// <summary>The metric of a name, or null.</summary>
    /// <param name="name">Such as <c>fd</c>.</param>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Which way a number goes: true where it rises with quality, false where it falls; null where nobody knows.</summary>
    /// <param name="number">By its name or its title: a metric's, such as <c>fd</c> or <c>FD-lenet-1a2b3c4d</c>, or a judge's, such as <c>rkl</c>.</param>
    public static bool? RisesWithQuality(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Others.TryGetValue(number, out var rises) ? rises : All.FirstOrDefault(metric => metric.Names(number))?.Rises;
    }

    private static List<Number> Kid(MetricInput input)
    {
        var size = Math.Min(SubsetSize, Math.Min(input.Real.Count, input.Drawn.Count) / 2);
        var spread = KernelDistanceSubsets.Of(input.Real, input.Drawn, Subsets, size, input.Seed);
        return [new("kid", spread.Mean, spread.Deviation)];
    }

    private static List<Number> Scores(MetricInput input)
    {
        if (input is not { DrawnProbabilities: { } drawn, RealProbabilities: { } real }) throw MetricException.Undefined(Words.SpaceKnowsNoClasses);
        var spread = InceptionScore.Of(drawn.Drawn(drawn.Count, input.Seed), InceptionScore.Even(drawn.Count, InceptionParts));
        return [new("is", spread.Mean, spread.Deviation), new("mode_score", ModeScore.Of(drawn, Histograms.Mean(real, 0, real.Count)).Value)];
    }

    private static List<Number> Diversity(MetricInput input)
    {
        var real = PairwiseDistance.Mean(input.Real);
        return real > 0 ? [new("diversity", PairwiseDistance.Mean(input.Drawn) / real)]
            : throw MetricException.Undefined(Words.RealsAreAllEqual);
    }

    private static List<Number> Memorization(MetricInput input)
    {
        if (input.Train is not { } train) throw MetricException.Undefined(Words.TakesTrainingSamplesAndUnseenReals);
        var unseen = input.Unseen ?? input.Real;
        var birthday = BirthdayParadox.Of(input.Drawn, BirthdayParadox.AlikeDistance(input.Real), input.Seed);
        return
        [
            new("authenticity", Authenticity.Of(train, input.Drawn)),
            new("copying_z", DataCopying.Of(train, unseen, input.Drawn).Z),
            InCells(input with { Real = unseen }, train),
            new("birthday", birthday.Draws, Missing: birthday.Draws is null ? Words.NoTwoAreAlike(birthday.Pool) : null),
        ];
    }

    private static Number InCells(MetricInput input, FeatureSet train)
    {
        try
        {
            return new("copying_ct", DataCopying.InCells(train, input.Real, input.Drawn, Cells, input.Seed));
        }
        catch (MetricException e)
        {
            return new("copying_ct", null, Missing: e.Text);
        }
    }
}
