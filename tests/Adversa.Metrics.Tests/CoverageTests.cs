using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests;

/// <summary>Whether the intervals hold: many runs are simulated, and the error that each one reports is compared with how far the number really moves from run to run.</summary>
public class CoverageTests
{
    private const int Studies = 40, Samples = 110, Groups = 10;

    /// <summary>Every number that a metric of the catalog gives an interval, alike, apart, and less spread than the data.</summary>
    public static TheoryData<string> Metrics => [.. MetricCatalog.All.Where(metric => metric.Numbers.Except(metric.WithoutInterval).Any()).Select(metric => metric.Name)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void The_error_of_a_metric_is_how_far_it_moves(string name)
    {
        foreach (var (width, shift, spread) in new[] { (2, 0.0, 1.0), (2, 3.0, 1.0), (6, 0.0, 0.6) })
        {
            var reported = new Dictionary<string, List<(double Value, Interval Interval)>>();
            for (var study = 0; study < Studies; study++)
            {
                var (real, drawn) = (Cloud(2 * study, width, 0, 1), Cloud(2 * study + 1, width, shift, spread));
                foreach (var one in MetricCatalog.Find(name)!.Take("points", new(real, drawn, Cloud(-1, width, 0, 1), Classes(real), Classes(drawn)), null))
                    if (one is { Value: { } value, Interval: { } interval }) (reported.TryGetValue(one.Name, out var list) ? list : reported[one.Name] = []).Add((value, interval));
            }

            foreach (var (number, all) in reported)
                if (!IsNearlyFixed(number, all)) Assert.True(Ratio(all, Groups - 1) is >= 0.7 and <= 1.6, $"{number}, {width} numbers, {shift} apart, spread {spread}: {Ratio(all, Groups - 1):F2}");
        }
    }

    [Fact]
    public void Numbers_that_hang_on_cells_or_jump_with_single_samples_have_no_interval()
    {
        foreach (var name in new[] { "fdlimit", "ndb", "prd" })
            Assert.All(MetricCatalog.Find(name)!.Take("points", new(Cloud(1, 2, 0, 1), Cloud(2, 2, 0, 1), null, null, null), null), one => Assert.Equal((true, null), (one.Value is not null, one.Interval)));
    }

    // A picture is in many pairs where there are more pairs than pictures: an interval over pairs as if they were independent is several times too narrow.
    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    public void The_error_of_a_mean_over_pairs_of_pictures_knows_that_pairs_share_pictures(int pictures)
    {
        var (schema, all) = (new SampleSchema(FieldKind.Image, 1, 11, 11), new List<(double, Interval)>());
        for (var study = 0; study < 30; study++)
        {
            var rng = new Rng(study);
            var drawn = FeatureSet.From([.. Enumerable.Range(0, pictures).SelectMany(_ =>
            {
                var strength = 0.3 + 0.5 * rng.NextDouble();                      // some pictures are clearer than others
                return Enumerable.Range(0, 121).Select(i => Math.Clamp(strength * Math.Sin(i) + 0.3 * rng.Normal(), -1, 1)).ToArray();
            })], 121);
            var one = PictureMetrics.Among(PictureMetrics.Likeness, schema).Take("pixels", new(drawn, drawn, null, null, null, Seed: study), null)[0];
            all.Add((one.Value!.Value, one.Interval!.Value));
        }

        Assert.InRange(Ratio(all, pictures - 1), 0.7, 1.6);
    }

    /// <summary>The mean error that was reported, by the end of the interval that is not cut off, over the deviation of the values.</summary>
    private static double Ratio(List<(double Value, Interval Interval)> all, int degrees)
    {
        var mean = all.Average(one => one.Value);
        var deviation = Math.Sqrt(all.Sum(one => (one.Value - mean) * (one.Value - mean)) / (all.Count - 1));
        var error = Math.Sqrt(all.Average(one => Math.Pow(Math.Max(one.Value - one.Interval.Low, one.Interval.High - one.Value), 2))) / StudentT.Quantile(0.975, degrees);
        return error < 1e-12 && deviation < 1e-12 ? 1 : error / deviation;
    }

    /// <summary>A share of nearly all samples in every study, which moves by less than one sample.</summary>
    private static bool IsNearlyFixed(string number, List<(double Value, Interval Interval)> all) =>
        number is "precision" or "recall" or "coverage" && all.Max(one => one.Value) - all.Min(one => one.Value) < 4.0 / Samples;

    private static FeatureSet Cloud(long seed, int width, double shift, double spread)
    {
        var rng = new Rng(seed + 10_000);
        return FeatureSet.From([.. Enumerable.Range(0, width * Samples).Select(i => spread * rng.Normal() + (i % width == 0 ? shift : 0))], width);
    }

    private static FeatureSet Classes(FeatureSet set) => ClassProbabilities.Softmax(FeatureSet.From([.. Enumerable.Range(0, set.Count).SelectMany(i => new[] { 3 * set[i][0], -3 * set[i][0], 3 * set[i][1] })], 3));
}
