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
        const int pool = 40, seeds = 10;
        var rng = new Rng(7);
        var worse = Enumerable.Range(0, pool).Select(_ => 0.60 + 0.05 * rng.Normal()).ToList();
        var better = Enumerable.Range(0, pool).Select(_ => 0.67 + 0.05 * rng.Normal()).ToList();
        var (right, wrong, undecided) = (0, 0, 0);
        for (var study = 0; study < 100; study++)
        {
            var outcome = Comparison.All([Drawn("better", better), Drawn("worse", worse)], higherIsBetter: true)[0].Outcome;
            if (outcome == Outcome.First) right++;
            if (outcome == Outcome.Second) wrong++;
            var copies = Take(2 * seeds, pool);
            if (Comparison.All([Scored("x", copies[..seeds], worse), Scored("y", copies[seeds..], worse)], higherIsBetter: true)[0].Outcome == Outcome.Undecided) undecided++;
        }

        var power = Power.Of(Effect(better, worse), seeds);
        Assert.InRange(right / 100.0, power - 0.15, Math.Min(1, power + 0.15));    // 100 studies: σ ≤ 0.05
        Assert.Equal(0, wrong);
        Assert.InRange(undecided, 90, 100);

        Scores Drawn(string name, List<double> scores) => Scored(name, Take(seeds, pool), scores);
        static Scores Scored(string name, IEnumerable<int> chosen, List<double> scores) => new(name, chosen.Select((run, i) => (Seed: (long)i, Score: scores[run])).ToDictionary(p => p.Seed, p => p.Score));
        int[] Take(int count, int of)
        {
            int[] all = [.. Enumerable.Range(0, of)];
            for (var i = 0; i < count; i++) { var j = i + rng.NextInt(of - i); (all[i], all[j]) = (all[j], all[i]); }
            return all[..count];
        }
    }

    private static double Effect(List<double> a, List<double> b) => (a.Average() - b.Average()) / Math.Sqrt(Variance(a) + Variance(b));

    private static double Variance(List<double> values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Count - 1);

    private static Scores Of(string name, params double[] values) => new(name, values.Select((value, i) => (Seed: (long)i, value)).ToDictionary(p => p.Seed, p => p.value));
}
