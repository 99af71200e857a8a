using Adversa.Worlds.Points;

namespace Adversa.Metrics.Tests;

public class ModeCountTests
{
    [Fact]
    public void The_ring_agrees_with_the_reference()
    {
        var (points, count, _) = GoldenPoints.Read("ring_points");

        var modes = ModeCount.Of(RingWorld.Modes, Enumerable.Range(0, count).Select(i => Good(RingWorld.Nearest(points[2 * i], points[2 * i + 1]), RingWorld.Sigma)));

        Assert.Equal([286, 171, 195, 91, 85, 46, 38, 0], modes.Good);
        Assert.Equal((7, 0.912), (modes.Drawn, modes.HighQuality));
        Assert.Equal(0.33785022504758166, modes.ReverseKl, tolerance: 1e-12);
        Assert.Equal(1.7415913166322539, modes.Entropy, tolerance: 1e-12);
    }

    [Fact]
    public void The_grid_agrees_with_the_reference()
    {
        var (points, count, _) = GoldenPoints.Read("grid_points");

        var modes = ModeCount.Of(GridWorld.Modes, Enumerable.Range(0, count).Select(i => Good(GridWorld.Nearest(points[2 * i], points[2 * i + 1]), GridWorld.Sigma)));

        Assert.Equal(22, modes.Drawn);
        Assert.Equal(0.9791666666666666, modes.HighQuality, tolerance: 1e-12);
        Assert.Equal(0.1394672225711913, modes.ReverseKl, tolerance: 1e-12);
        Assert.Equal(3.0794086022970095, modes.Entropy, tolerance: 1e-12);
    }

    [Fact]
    public void Two_modes_of_three_to_one_have_the_closed_divergence_whatever_is_not_good()
    {
        var modes = ModeCount.Of(4, [0, 0, 0, 2, -1, -1, -1, -1]);

        Assert.Equal((2, 0.5), (modes.Drawn, modes.HighQuality));
        Assert.Equal(0.75 * Math.Log(3) + 0.25 * Math.Log(1), modes.ReverseKl, tolerance: 1e-12);      // Σ p log(p K)
    }

    [Fact]
    public void Even_samples_have_no_divergence_one_mode_the_largest_and_none_good_the_same()
    {
        Assert.Equal(0, ModeCount.Of(3, [0, 1, 2]).ReverseKl, tolerance: 1e-12);
        Assert.Equal(Math.Log(3), ModeCount.Of(3, [1, 1]).ReverseKl, tolerance: 1e-12);
        Assert.Equal((0, 0.0, Math.Log(3)), (ModeCount.Of(3, [-1]).Drawn, ModeCount.Of(3, [-1]).HighQuality, ModeCount.Of(3, [-1]).ReverseKl));
    }

    [Fact]
    public void No_samples_are_refused() => Assert.Throws<ArgumentException>(() => ModeCount.Of(3, []));

    private static int Good((int Index, double Distance) nearest, double sigma) => nearest.Distance <= 3 * sigma ? nearest.Index : -1;
}
