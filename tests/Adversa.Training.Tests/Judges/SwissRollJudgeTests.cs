using Adversa.Data;
using Adversa.Training.Judges;
using Adversa.Worlds.Points;

namespace Adversa.Training.Tests.Judges;

public sealed class SwissRollJudgeTests
{
    private readonly SwissRollJudge _judge = new();

    [Fact]
    public void Real_points_lie_as_far_off_as_normal_noise_does_and_cover_the_curve_evenly()
    {
        var report = Values(PointSamples.Of(new SwissRollWorld(split: Split.Test), 4000));

        Assert.Equal(SwissRollWorld.Sigma * Math.Sqrt(2 / Math.PI), report["distance"], tolerance: 0.001);      // E|N(0, σ²)|; 3 standard errors
        Assert.Equal(0.6745 * SwissRollWorld.Sigma, report["median_distance"], tolerance: 0.002);               // half of a normal variable lies within 0.6745 σ
        Assert.Equal(0.9973, report["high_quality"], tolerance: 0.003);
        Assert.Equal(1, report["coverage"]);
        Assert.InRange(report["rkl"], 0, 0.02);                                                                   // (50 - 1) / (2n) is 0.006
    }

    [Fact]
    public void Half_of_the_curve_covers_half_of_it_with_a_divergence_of_log_two()
    {
        var report = Values([.. Enumerable.Range(0, 1000).Select(i => SwissRollWorld.Curve((i + 0.5) / 2000)).SelectMany(p => new[] { (float)p.X, (float)p.Y })]);

        Assert.Equal((1.0, 0.5), (report["high_quality"], report["coverage"]));
        Assert.Equal(Math.Log(2), report["rkl"], tolerance: 1e-4);
        Assert.Equal(0, report["distance"], tolerance: 1e-6);
    }

    [Fact]
    public void A_point_between_the_turns_is_not_good()
    {
        var (x, y) = SwissRollWorld.Curve(0.5);
        var off = 1 + 3.5 * SwissRollWorld.Sigma / Math.Sqrt(x * x + y * y);

        Assert.Equal(0.5, Values([(float)x, (float)y, (float)(x * off), (float)(y * off)])["high_quality"]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_is_not_good_and_leaves_the_numbers_finite(float value)
    {
        var report = _judge.Judge([value, 0]);

        Assert.All(report.Values, number => Assert.True(double.IsFinite(number.Value), number.Name));
        Assert.Equal(0, Values([value, 0])["high_quality"]);
    }

    [Fact]
    public void No_samples_and_half_a_point_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _judge.Judge([]));
        Assert.Throws<ArgumentException>(() => _judge.Judge([1, 0, 1]));
    }

    private Dictionary<string, double> Values(float[] samples) => _judge.Judge(samples).Values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
