using Adversa.Data;
using Adversa.Training.Judges;
using Adversa.Worlds.Points;

namespace Adversa.Training.Tests.Judges;

public sealed class ModeJudgeTests
{
    private readonly ModeJudge _judge = ModeJudge.Ring;

    [Fact]
    public void Real_points_draw_every_mode_and_lie_within_three_sigma_as_often_as_a_plane_normal_does()
    {
        var report = Values(PointSamples.Of(new RingWorld(split: Split.Test), 20_000));

        Assert.Equal(8, report["modes"]);
        Assert.Equal(1 - Math.Exp(-4.5), report["high_quality"], tolerance: 0.003);       // P(r <= 3σ) in two dimensions; 4 standard errors
        Assert.InRange(report["rkl"], 0, 1e-3);
    }

    [Fact]
    public void Real_points_of_the_grid_do_the_same_with_its_own_sigma()
    {
        var report = ModeJudge.Grid.Judge(PointSamples.Of(new GridWorld(split: Split.Test), 20_000)).Values.ToDictionary(pair => pair.Name, pair => pair.Value);

        Assert.Equal(25, report["modes"]);
        Assert.Equal(1 - Math.Exp(-4.5), report["high_quality"], tolerance: 0.003);
        Assert.InRange(report["rkl"], 0, 2e-3);                                            // (K - 1) / (2n) is 6e-4
    }

    [Fact]
    public void One_point_drawn_for_ever_is_one_mode_and_the_largest_divergence()
    {
        var report = Values([.. Enumerable.Repeat(new[] { 1f, 0f }, 100).SelectMany(p => p)]);

        Assert.Equal((1.0, 1.0), (report["modes"], report["high_quality"]));
        Assert.Equal(Math.Log(8), report["rkl"], tolerance: 1e-12);
    }

    [Fact]
    public void Two_modes_of_three_to_one_have_the_closed_divergence()
    {
        var report = Values([1, 0, 1, 0, 1, 0, -1, 0]);

        Assert.Equal(2, report["modes"]);
        Assert.Equal(0.75 * Math.Log(6) + 0.25 * Math.Log(2), report["rkl"], tolerance: 1e-12);
    }

    [Fact]
    public void A_point_just_outside_three_sigma_is_not_good_and_just_inside_is()
    {
        Assert.Equal(0.5, Values([1.0299f, 0, 1.0301f, 0])["high_quality"]);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Nothing_good_still_gives_finite_numbers(float value)
    {
        var report = Values([value, value]);

        Assert.Equal((0.0, 0.0), (report["modes"], report["high_quality"]));
        Assert.All(report.Values, number => Assert.True(double.IsFinite(number)));
    }

    [Fact]
    public void No_samples_and_half_a_point_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _judge.Judge([]));
        Assert.Throws<ArgumentException>(() => _judge.Judge([1, 0, 1]));
    }

    private Dictionary<string, double> Values(float[] samples) => _judge.Judge(samples).Values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
