using Adversa.Metrics.Statistics;
using MeasurePicture = System.Func<Adversa.Metrics.FeatureSet, int, Adversa.Metrics.FeatureSet, int, double>;

namespace Adversa.Metrics.Evaluation;

/// <summary>Metrics that look at pictures pixel by pixel: of pictures with their reconstructions, how much came back; of drawn ones among themselves, how varied they are.</summary>
/// <remarks>Rows of the inputs are pictures, <c>[C, H, W]</c>, in [-1, 1]; what a network oversteps is clipped, as it is when a picture is saved.</remarks>
public static class PictureMetrics
{
    /// <summary>The names, as <c>--metrics</c> takes them.</summary>
    public const string Likeness = "ssim", MultiScale = "msssim", Noise = "psnr";

    private const double Range = 2;                                  // of [-1, 1]
    private const int MostPictures = 1000, MostLarge = 200, Large = 3 * 96 * 96;      // numbers from which a picture is large: SSIM takes 50 ms of one of 256x256x3

    private static readonly Text
        Window = Words.SsimConventions,
        Scales = Words.MultiScaleConventions,
        Decibels = Words.PsnrConventions;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Likeness, MultiScale, Noise];

    /// <summary>Real pictures and their reconstructions, row by row: <see cref="MetricInput.Real"/> and <see cref="MetricInput.Drawn"/>. High is good.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="schema">The pictures.</param>
    public static Metric Paired(string name, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (number, how, most) = name == Likeness ? ("ssim", Window, Most(schema)) : name == MultiScale ? ("ms_ssim", Join(Window, Scales), Most(schema)) : ("psnr", Decibels, int.MaxValue);
        return new(name, Words.HowNearReconstructionsComeToTheir,
            Join(Words.RealPicturesAndTheirReconstructionsMean, how), input =>
            {
                var (count, measure) = (Math.Min(most, input.Real.Count), Of(name, schema));
                var rows = Shuffles.Draw(new Rng(input.Seed), input.Real.Count, count);       // by lot: files may be sorted by class
                return [Number(number, rows.Select(i => measure(input.Real, i, input.Drawn, i)))];
            }) { Numbers = [number] };
    }

    /// <summary>Pairs of drawn pictures, of a class where probabilities of classes are known: a high mean says that they are much alike. Read it beside the same of real pictures.</summary>
    /// <param name="name"><see cref="Likeness"/> or <see cref="MultiScale"/>.</param>
    /// <param name="schema">The pictures.</param>
    public static Metric Among(string name, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (number, how, most) = name == Likeness ? ("ssim_pairs", Window, Most(schema)) : name == MultiScale ? ("ms_ssim_pairs", Join(Window, Scales), Most(schema))
            : throw new ArgumentException($"\"{name}\" is not measured among pictures.", nameof(name));
        return new(name, Words.HowAlikeDrawnPictures,
            Join(Words.RandomPairsEvenlyOfClassesDatas(most), how), input =>
            {
                var (measure, pairs) = (Of(name, schema), Pairs(input.Drawn.Count, input.DrawnProbabilities, most, input.Seed).ToList());
                var values = pairs.ConvertAll(pair => measure(input.Drawn, pair.First, input.Drawn, pair.Second));
                return [Number(number, values) with { Interval = OfPairs(pairs, values) }];
            }) { Numbers = [number] };
    }

    /// <summary>Pairs of different rows, as many of each class that has two or more.</summary>
    private static IEnumerable<(int First, int Second)> Pairs(int count, FeatureSet? probabilities, int most, long seed)
    {
        var classes = Enumerable.Range(0, count).GroupBy(i => probabilities is null ? 0 : Likeliest(probabilities[i])).Select(group => group.ToArray()).Where(rows => rows.Length > 1).ToList();
        if (classes.Count == 0) throw MetricException.TooFew(Words.NoClassHasTwoPictures);
        var rng = new Rng(seed);
        for (var pair = 0; pair < most; pair++)
        {
            var rows = classes[pair % classes.Count];
            var (first, second) = (rng.NextInt(rows.Length), rng.NextInt(rows.Length - 1));
            yield return (rows[first], rows[second < first ? second : second + 1]);
        }
    }

    /// <summary>Where the mean over pairs lies at 95 %. Pairs that share a picture move together.</summary>
    /// <remarks>Fafchamps and Gubert, 2007, "The Formation of Risk Sharing Networks", eq. 2.8: squared sums of deviations over each picture's pairs, less those of the pairs, which are
    /// in two such sums; never less than that of independent pairs.</remarks>
    private static Interval? OfPairs(List<(int First, int Second)> pairs, List<double> values)
    {
        if (values.Count < 2) return null;
        var (mean, sums) = (values.Average(), new Dictionary<int, double>());
        foreach (var ((first, second), value) in pairs.Zip(values))
            foreach (var picture in new[] { first, second }) sums[picture] = sums.GetValueOrDefault(picture) + value - mean;
        var alone = values.Sum(value => (value - mean) * (value - mean));
        var error = Math.Sqrt(Math.Max(alone, sums.Values.Sum(sum => sum * sum) - alone) / values.Count / (values.Count - 1.0));
        return Jackknife.Around(mean, error, Math.Min(sums.Count, values.Count) - 1, range: new(-1, 1));
    }

    private static int Most(SampleSchema schema) => schema.Values < Large ? MostPictures : MostLarge;

    private static int Likeliest(ReadOnlySpan<double> row)
    {
        var best = 0;
        for (var k = 1; k < row.Length; k++)
            if (row[k] > row[best]) best = k;
        return best;
    }

    private static MeasurePicture Of(string name, SampleSchema schema)
    {
        var (c, h, w) = (schema.Channels, schema.Height, schema.Width);
        return name switch
        {
            Likeness => (a, i, b, j) => Ssim.Of(Clipped(a[i]), Clipped(b[j]), c, h, w, Range),
            MultiScale => (a, i, b, j) => MultiScaleSsim.Of(Clipped(a[i]), Clipped(b[j]), c, h, w, Range).PerChannel,
            Noise => (a, i, b, j) => Psnr.Of(FeatureSet.From(Clipped(a[i]), a.Width), FeatureSet.From(Clipped(b[j]), b.Width), Range).Pooled,
            _ => throw new ArgumentException($"There is no metric \"{name}\" of pictures.", nameof(name)),
        };
    }

    private static double[] Clipped(ReadOnlySpan<double> picture)
    {
        var values = picture.ToArray();
        foreach (ref var value in values.AsSpan()) value = Math.Clamp(value, -1, 1);
        return values;
    }

    private static Number Number(string name, IEnumerable<double> values)
    {
        var spread = new Spread([.. values]);
        return double.IsFinite(spread.Mean) ? new(name, spread.Mean, spread.Deviation, Interval: spread.IntervalOfMean())
            : throw MetricException.Undefined(Words.ReconstructionEqualsPictureSoIsNo);
    }

    private static Text Join(Text first, Text second) => Words.Semicolon(first, second);
}
