using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests.Statistics;

public sealed class ComparisonTests
{
    [Fact]
    public void The_better_is_named_in_the_direction_of_the_score()
    {
        var (low, high) = (Of("low", 1, 2, 3, 4, 5, 6), Of("high", 2.1, 3.2, 3.9, 5.3, 6.1, 7.2));

        Assert.Equal("high", Comparison.All([low, high], higherIsBetter: true).Single().Better);
        Assert.Equal("low", Comparison.All([low, high], higherIsBetter: false).Single().Better);
        var one = Comparison.All([high, low], higherIsBetter: true).Single();
        Assert.Equal((Outcome.First, 6, 0.03125), (one.Outcome, one.Pairs, one.P));
        Assert.Equal(6.8 / 6, one.Difference!.Value, 1e-12);
        Assert.True(one.Interval!.Value.Low > 0.8 && one.Interval.Value.High < 1.4);
        Assert.Null(one.More);
    }

    [Fact]
    public void Five_clear_seeds_are_not_enough_yet_and_one_more_would_settle_it()
    {
        var one = Comparison.All([Of("a", 11, 12, 13, 14, 15), Of("b", 1, 2.1, 3, 4.1, 5)], higherIsBetter: true).Single();

        Assert.Equal((Outcome.Undecided, 0.0625, 1), (one.Outcome, one.P, one.More!.Value));
    }

    [Fact]
    public void One_seed_each_decides_nothing_and_no_difference_asks_for_no_seeds()
    {
        Assert.Equal((Outcome.Undecided, 9), (One(Of("a", 5), Of("b", 1)).Outcome, One(Of("a", 5), Of("b", 1)).More!.Value));
        Assert.Null(One(Of("a", 1, 2, 3, 4), Of("b", 1, 2, 3, 4)).More);
        Assert.Equal((0, null), (One(Of("a"), Of("b", 1)).Pairs, One(Of("a"), Of("b", 1)).Difference));

        static Comparison One(Scores a, Scores b) => Comparison.All([a, b], higherIsBetter: true).Single();
    }

    [Fact]
    public void Runs_are_paired_by_seed_and_a_failed_run_has_the_worst_score()
    {
        var a = new Scores("a", new Dictionary<long, double> { [3] = 30, [1] = 10, [2] = double.NaN });
        var b = new Scores("b", new Dictionary<long, double> { [1] = 11, [2] = 12, [3] = 13, [4] = 99 });

        Assert.Equal((3, (30 - 13 + 10 - 11 + 10 - 12) / 3.0), (Comparison.All([a, b], true)[0].Pairs, Comparison.All([a, b], true)[0].Difference!.Value));
        Assert.Equal((30 - 13 + 10 - 11 + 99 - 12) / 3.0, Comparison.All([a, b], higherIsBetter: false)[0].Difference!.Value, 1e-12);
    }

    [Fact]
    public void Many_systems_are_corrected_together()
    {
        var systems = new[] { Of("a", 1, 2, 3, 4, 5, 6), Of("b", 2.1, 3.2, 3.9, 5.3, 6.1, 7.2), Of("c", 1.1, 1.9, 3.1, 3.9, 5.1, 5.9) };

        var all = Comparison.All(systems, higherIsBetter: true);

        Assert.Equal([("a", "b"), ("a", "c"), ("b", "c")], all.Select(one => (one.First, one.Second)));
        Assert.All(all, one => Assert.Equal(Outcome.Undecided, one.Outcome));      // 0.03125 times three
        Assert.Equal(3 * 0.03125, all[0].P, 1e-12);
    }

    [Fact]
    public void Of_a_hundred_studies_the_better_is_named_at_the_stated_power_and_copies_stay_undecided()
    {
        var rng = new Rng(7);
        double[] Simulated(double mean) => [.. Enumerable.Range(0, 40).Select(_ => mean + 0.05 * rng.Normal())];

        Resampled(Simulated(0.67), Simulated(0.60), seeds: 10);
    }

    [Fact]
    public void The_same_holds_for_pools_of_real_runs_on_the_ring()
    {
        var pool = File.ReadLines(Path.Join(GoldenPoints.Root(), "tests/golden/studies/ring-rate.tsv")).Select(line => line.Split('\t'))
            .ToLookup(cells => cells[0], cells => double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture));

        Resampled([.. pool["plain"]], [.. pool["faster"]], seeds: 8);
    }

    /// <summary>Draws a hundred studies of two pools of forty runs, and a hundred of two halves of one pool.</summary>
    private static void Resampled(double[] better, double[] worse, int seeds)
    {
        Assert.Equal((40, 40), (better.Length, worse.Length));
        var (rng, right, wrong, undecided) = (new Rng(11), 0, 0, 0);
        for (var study = 0; study < 100; study++)
        {
            var outcome = Comparison.All([Drawn("better", better, seeds), Drawn("worse", worse, seeds)], higherIsBetter: true)[0].Outcome;
            if (outcome == Outcome.First) right++;
            if (outcome == Outcome.Second) wrong++;
            var copies = Drawn("both", study % 2 == 0 ? better : worse, 2 * seeds).Runs;
            if (Comparison.All([Half(copies, 0), Half(copies, seeds)], higherIsBetter: true)[0].Outcome == Outcome.Undecided) undecided++;
        }

        Assert.Equal(Power.Of(Effect(better, worse), seeds), right / 100.0, 0.15);         // 100 studies: σ ≤ 0.05
        Assert.Equal(0, wrong);
        Assert.InRange(undecided, 90, 100);

        Scores Half(IReadOnlyDictionary<long, double> runs, int first) => new($"half {first}", runs.Where(run => run.Key >= first && run.Key < first + seeds).ToDictionary(run => run.Key - first, run => run.Value));
        Scores Drawn(string name, double[] pool, int count)
        {
            double[] all = [.. pool];
            for (var i = 0; i < count; i++) { var j = i + rng.NextInt(all.Length - i); (all[i], all[j]) = (all[j], all[i]); }
            return Of(name, all[..count]);
        }
    }

    private static double Effect(double[] a, double[] b) => (a.Average() - b.Average()) / Math.Sqrt(Variance(a) + Variance(b));

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static Scores Of(string name, params double[] values) => new(name, values.Select((value, i) => (Seed: (long)i, value)).ToDictionary(p => p.Seed, p => p.value));
}
