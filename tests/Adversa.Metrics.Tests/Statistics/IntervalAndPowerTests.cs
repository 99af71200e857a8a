using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests.Statistics;

public sealed class IntervalAndPowerTests
{
    [Theory]
    [InlineData(0.975, 1, 12.7062047)]
    [InlineData(0.975, 9, 2.2621572)]
    [InlineData(0.95, 5, 2.0150484)]
    [InlineData(0.025, 9, -2.2621572)]
    [InlineData(0.975, 200, 1.9718962)]
    public void Quantiles_of_t_are_those_of_the_tables(double p, double degrees, double expected) => Assert.Equal(expected, StudentT.Quantile(p, degrees), 1e-6);

    [Fact]
    public void The_normal_distribution_is_that_of_the_tables()
    {
        Assert.Equal(0.975, StudentT.Normal(1.959963984540054), 1e-12);
        Assert.Equal(0.5, StudentT.Normal(0), 1e-15);
        Assert.Equal(2.866515718791933e-7, StudentT.Normal(-5), 1e-15);
        Assert.Equal((0.0, 1.0), (StudentT.Normal(-40), StudentT.Normal(40)));
    }

    [Theory]
    [InlineData(0.5, 34)]
    [InlineData(0.8, 15)]
    [InlineData(1.0, 10)]
    [InlineData(1.5, 6)]
    public void Seeds_for_a_power_of_four_fifths_are_those_of_Gpower(double effect, int pairs) => Assert.Equal(pairs, Power.Seeds(effect));     // G*Power 3.1, paired t, two-sided 0.05

    [Fact]
    public void No_effect_is_never_found_and_few_pairs_find_nothing()
    {
        Assert.Null(Power.Seeds(0));
        Assert.Null(Power.Seeds(0.1));
        Assert.Equal(0, Power.Of(10, pairs: 5));
        Assert.InRange(Power.Of(10, pairs: 6), 0.999, 1);
        Assert.Equal(7, Power.Seeds(100, alpha: 0.05 / 3));        // three systems: 2^-6 is the first p below 0.0167
    }

    [Fact]
    public void The_interval_of_a_mean_covers_it_about_as_often_as_it_says()
    {
        var (rng, normal, skewed) = (new Rng(1), 0, 0);
        const int studies = 1000;
        for (var i = 0; i < studies; i++)
        {
            if (Bootstrap.Mean([.. Enumerable.Range(0, 8).Select(_ => 3 + rng.Normal())], seed: i, draws: 1000) is { } a && a.Low <= 3 && 3 <= a.High) normal++;
            if (Bootstrap.Mean([.. Enumerable.Range(0, 8).Select(_ => -Math.Log(1 - rng.NextDouble()))], seed: i, draws: 1000) is { } b && b.Low <= 1 && 1 <= b.High) skewed++;
        }

        Assert.Equal(0.941, normal / (double)studies, 0.03);       // of 20,000 studies of a program in C++: 0.941 and 0.895; plain percentiles cover 0.886 and 0.839
        Assert.Equal(0.895, skewed / (double)studies, 0.035);      // four times the σ of 1000 studies
    }

    [Fact]
    public void An_interval_needs_three_values_and_repeats_itself()
    {
        Assert.Null(Bootstrap.Mean([1, 2]));
        Assert.Equal(Bootstrap.Mean([1, 2, 4, 8]), Bootstrap.Mean([1, 2, 4, 8]));
        Assert.Equal(new Interval(5, 5), Bootstrap.Mean([5, 5, 5]));
    }
}
