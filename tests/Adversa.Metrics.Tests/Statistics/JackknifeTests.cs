using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests.Statistics;

public sealed class JackknifeTests
{
    [Fact]
    public void Of_a_mean_it_is_the_interval_of_Student_over_the_means_of_the_groups()
    {
        double[] groups = [3, 1, 4, 1.5, 9, 2, 6, 5, 3.5, 8];         // each the mean of equally many samples
        var mean = groups.Average();

        var error = Jackknife.Error(mean, [.. groups.Select(left => (groups.Sum() - left) / 9)], [.. groups.Chunk(2).Select(left => (groups.Sum() - left.Sum()) / 8)]);

        var expected = Math.Sqrt(groups.Sum(x => (x - mean) * (x - mean)) / 9 / 10);
        Assert.Equal(expected, error, 1e-12);
        Assert.Equal(mean + 2.262157163 * expected, Jackknife.Around(mean, error, 9).High, 1e-7);      // t of 9 degrees at 0.975
    }

    // The mean of β over pairs of groups of independent normal β: its variance is known, and the plain jackknife finds about twice as much.
    [Fact]
    public void What_samples_do_together_is_counted_once()
    {
        const int studies = 400;
        var (squares, sum) = (0.0, 0.0);
        for (var study = 0; study < studies; study++)
        {
            var rng = new Rng(study);
            var pairs = new double[10, 10];
            for (var i = 0; i < 10; i++)
                for (var j = 0; j < i; j++) pairs[i, j] = rng.Normal();
            double Of(Func<int, bool> keeps)
            {
                var (total, count) = (0.0, 0);
                for (var i = 0; i < 10; i++)
                    for (var j = 0; j < i; j++)
                        if (keeps(i) && keeps(j)) (total, count) = (total + pairs[i, j], count + 1);
                return total / count;
            }

            var error = Jackknife.Error(Of(_ => true), [.. Enumerable.Range(0, 10).Select(g => Of(i => i != g))], [.. Enumerable.Range(0, 5).Select(g => Of(i => i / 2 != g))]);
            (squares, sum) = (squares + error * error, sum + Of(_ => true) * Of(_ => true));
        }

        Assert.InRange(Math.Sqrt(squares / sum), 0.8, 1.3);           // never below half of the plain variance, so a little wide
    }

    [Fact]
    public void It_ends_where_the_number_ends() => Assert.Equal(new(0.5, 1), Jackknife.Around(0.9, 0.4, 9, range: new(0.5, 1)));

    [Fact]
    public void The_intervals_of_a_metric_hold_the_truth_about_as_often_as_they_say()
    {
        // Two normal clouds in the plane, of one covariance, whose means lie 1 apart: the squared 2-Wasserstein distance, and so the Fréchet distance, is 1. The estimate is
        // (d + k) / N too large by chance alone, which 400 samples make small beside the interval.
        const int studies = 60;
        var held = Enumerable.Range(0, studies).Count(study =>
        {
            var fd = MetricCatalog.Find("fd")!.Take("points", new(Cloud(2 * study, 0), Cloud(2 * study + 1, 1), null, null, null), null)[0];
            return fd.Interval!.Value.Low <= 1 && 1 <= fd.Interval.Value.High;
        });

        Assert.InRange(held, 51, studies);           // 57 are expected; 50 and fewer have a chance of 0.1 %
    }

    [Fact]
    public void More_samples_make_it_narrower_and_a_faster_estimate_of_the_kernel_distance_agrees()
    {
        double Width(string metric, int count) => MetricCatalog.Find(metric)!.Take("points", new(Cloud(1, 0, count), Cloud(2, 1, count), null, null, null), null)[0].Interval is { } at ? at.High - at.Low : double.NaN;

        Assert.InRange(Width("fd", 1600) / Width("fd", 400), 0.2, 0.9);
        var kid = MetricCatalog.Find("kid")!.Take("points", new(Cloud(1, 0), Cloud(2, 1), null, null, null), null)[0];
        Assert.InRange(kid.Value!.Value, kid.Interval!.Value.Low, kid.Interval.Value.High);
    }

    // A conditional system draws its classes in turn: with a period that divides ten, each tenth would be one class, and the interval would say how far the classes lie apart.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void The_turns_in_which_samples_come_do_not_change_it(int classes)
    {
        const int count = 1000;
        var rng = new Rng(7);
        double[] inTurn = [.. Enumerable.Range(0, count).Select(i => i % classes + 0.1 * rng.Normal())];
        double[] byLot = [.. inTurn.OrderBy(_ => rng.NextUInt())];

        Assert.InRange(Width(inTurn) / Width(byLot), 0.4, 2.5);          // 9 degrees of freedom each: the ratio of two such errors lies there with 99 %

        static double Width(double[] values)
        {
            var interval = Jackknife.Of([("mean", values.Average(), new(double.NegativeInfinity, double.PositiveInfinity))], values.Length,
                keeps => new Dictionary<string, double> { ["mean"] = values.Where((_, i) => keeps(i)).Average() })["mean"];
            return interval.High - interval.Low;
        }
    }

    private static FeatureSet Cloud(long seed, double shift, int count = 400)
    {
        var rng = new Rng(seed + 1000);
        return FeatureSet.From([.. Enumerable.Range(0, 2 * count).Select(i => rng.Normal() + (i % 2 == 0 ? shift : 0))], 2);
    }
}
