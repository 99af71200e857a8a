using Adversa.Metrics;
using Adversa.Metrics.Statistics;
using Adversa.Training.Judges;

namespace Adversa.Training.Tests.Judges;

/// <summary>Whether the intervals of judges hold: many runs are simulated, and the error that each reports is compared with how far the number really moves.</summary>
public sealed class JudgeIntervalTests
{
    private const int Studies = 60, Samples = 300;

    public static TheoryData<string> Judges => ["ring", "grid", "swiss-roll", "classes", "even classes", "tuples"];

    [Theory]
    [MemberData(nameof(Judges))]
    public void The_error_of_a_judges_number_is_how_far_it_moves(string name)
    {
        var reported = new Dictionary<string, List<(double Value, Interval Interval)>>();
        for (var study = 0; study < Studies; study++)
        {
            var rng = new Rng(study);
            IJudge judge = name switch { "ring" => ModeJudge.Ring, "grid" => ModeJudge.Grid, "swiss-roll" => new SwissRollJudge(), "tuples" => new Classes(1000), _ => new Classes(10) };
            var report = judge.JudgeWithIntervals(Drawn(name, rng), 2);
            foreach (var one in report.Values)
                if (one.Interval is { } interval) (reported.TryGetValue(one.Name, out var list) ? list : reported[one.Name] = []).Add((one.Value, interval));
        }

        Assert.All(reported, pair => Assert.True(Ratio(pair.Value) is >= 0.7 and <= 1.6, $"{pair.Key}: {Ratio(pair.Value):F2}"));
    }

    private static float[] Drawn(string name, Rng rng) => [.. Enumerable.Range(0, Samples).SelectMany<int, float>(_ =>
    {
        if (name is "classes" or "even classes" or "tuples")
        {
            var k = name == "tuples" ? rng.NextInt(1000) : name == "even classes" ? rng.NextInt(10) : (int)(10 * rng.NextDouble() * rng.NextDouble());
            return [k, rng.NextDouble() < 0.8 ? 1f : 0f];
        }

        if (name == "swiss-roll")
        {
            var arc = 4 * rng.NextDouble() + 5;
            return [(float)(arc * Math.Cos(arc) / 7 + 0.1 * rng.Normal()), (float)(arc * Math.Sin(arc) / 7 + 0.1 * rng.Normal())];
        }

        if (name == "grid") return [(float)(2 * rng.NextInt(5) - 4 + 0.05 * rng.Normal() * (1 + rng.NextInt(2))), (float)(2 * rng.NextInt(4) - 4 + 0.05 * rng.Normal())];
        var turn = Math.PI / 4 * rng.NextInt(7);
        return [(float)(Math.Cos(turn) + 0.02 * rng.Normal() * (1 + 2 * rng.NextInt(2))), (float)(Math.Sin(turn) + 0.02 * rng.Normal())];
    })];

    private static double Ratio(List<(double Value, Interval Interval)> all)
    {
        var mean = all.Average(one => one.Value);
        var deviation = Math.Sqrt(all.Sum(one => (one.Value - mean) * (one.Value - mean)) / (all.Count - 1));
        var error = Math.Sqrt(all.Average(one => Math.Pow(Math.Max(one.Value - one.Interval.Low, one.Interval.High - one.Value), 2))) / StudentT.Quantile(0.975, 9);
        return error < 1e-12 && deviation < 1e-12 ? 1 : error / deviation;
    }

    /// <summary>Reads a class in the first number and confidence in the second, as the judge of pictures does in pictures.</summary>
    private sealed class Classes(int classes) : IJudge
    {
        public JudgeReport Judge(float[] samples)
        {
            var modes = ModeCount.Of(classes, samples.Chunk(2).Select(sample => sample[1] > 0 ? (int)sample[0] : -1));
            return new(modes.Samples, [new("readable", modes.HighQuality), new("rarest_share", modes.Good.Min() / (double)modes.Samples), new("class_entropy", modes.Entropy / Math.Log(classes)), new("rkl", modes.ReverseKl)],
                new("", ""), new("", ""));
        }

        public void Dispose() { }
    }
}
