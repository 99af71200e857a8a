using Adversa.Training.Diagnostics;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class SpectrumTests
{
    private const int Length = 256;

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(100)]
    public void A_wave_on_a_slope_is_found_with_all_of_its_movement(int cycles)
    {
        var series = Series(t => 5 + 0.02 * t + 3 * Math.Sin(2 * Math.PI * cycles * t / Length + 1));

        var (found, share) = Spectrum.Strongest(series);

        Assert.Equal(cycles, found);
        Assert.InRange(share, 0.97, 1);                  // a wave is not orthogonal to a line, so the slope takes a little of it
        Assert.InRange(Spectrum.Persistence(series), 0.9, 1.1);
    }

    [Fact]
    public void Noise_has_no_period()
    {
        var rng = new Rng(3);

        Assert.InRange(Spectrum.Strongest(Series(_ => rng.Normal())).Share, 0, 0.15);
    }

    [Fact]
    public void A_walk_at_random_has_no_period_although_it_moves_slowly()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (rng, at) = (new Rng(seed), 0.0);

            Assert.InRange(Spectrum.Strongest(Series(_ => at += rng.Normal())).Share, 0, 0.4);
        }
    }

    [Fact]
    public void A_wave_that_dies_away_does_not_persist()
    {
        Assert.InRange(Spectrum.Persistence(Series(t => Math.Exp(-t / 50.0) * Math.Sin(t))), 0, 0.2);
    }

    [Fact]
    public void A_line_does_not_move()
    {
        var (_, share) = Spectrum.Strongest(Series(_ => 2));

        Assert.Equal(0, share);
        Assert.Equal(0, Spectrum.Persistence(Series(_ => 2)));
    }

    private static double[] Series(Func<int, double> of) => [.. Enumerable.Range(0, Length).Select(of)];
}
