using Adversa.Models.Games;
using Adversa.Models.Losses;

namespace Adversa.Models.Tests.Losses;

public sealed class EquilibriumTests
{
    // k is the running sum of λ(γ L(x) - L(x̃)) as long as it stays within [0, 1].
    [Fact]
    public void The_controller_on_scripted_losses_is_the_closed_form()
    {
        var equilibrium = new Equilibrium(gamma: 0.5, gain: 0.1);
        (double Real, double Fake)[] script = [(2, 0.5), (1.8, 0.6), (1.6, 0.7), (1.4, 0.9), (1, 0.6)];

        foreach (var (real, fake) in script)
        {
            (equilibrium.OnReal, equilibrium.OnFake) = (real, fake);
            equilibrium.Update();
        }

        Assert.Equal(0.1 * script.Sum(s => 0.5 * s.Real - s.Fake), equilibrium.K, 1e-12);
        Assert.Equal(1 + Math.Abs(0.5 - 0.6), equilibrium.Measure, 1e-12);
    }

    [Fact]
    public void K_begins_at_0_and_is_clipped_at_both_ends_without_a_memory_of_the_excess()
    {
        var equilibrium = new Equilibrium(gamma: 0.5, gain: 1);

        Assert.Equal(0, equilibrium.K);
        Assert.Equal(0, After(real: 1, fake: 100));
        Assert.Equal(0.25, After(real: 1, fake: 0.25));        // at once, not after 100 are worked off
        Assert.Equal(1, After(real: 100, fake: 0));
        Assert.Equal(0.75, After(real: 1, fake: 0.75));

        double After(double real, double fake)
        {
            (equilibrium.OnReal, equilibrium.OnFake) = (real, fake);
            equilibrium.Update();
            return equilibrium.K;
        }
    }

    [Theory]
    [InlineData(2, 1, 2)]              // at the ratio γ the measure is L(x) alone
    [InlineData(2, 1.5, 2.5)]
    [InlineData(2, 0.5, 2.5)]
    public void The_measure_adds_the_distance_from_the_equilibrium(double real, double fake, double expected)
    {
        Assert.Equal(expected, new Equilibrium(gamma: 0.5, gain: 0) { OnReal = real, OnFake = fake }.Measure, 1e-12);
    }

    [Fact]
    public void The_rate_is_halved_each_time_the_measure_has_stood_still_for_the_patience()
    {
        var watch = new StallWatch(patience: 3);

        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25], Enumerable.Repeat(2.0, 7).Select(measure =>
        {
            watch.See(measure);
            return watch.Factor;
        }));
    }

    // The smoothed value moves a hundredth of the way: after n ones it is 1 + .99ⁿ, and still falls by 1 % in four values at n = 100.
    [Fact]
    public void A_falling_measure_is_never_a_stall()
    {
        var watch = new StallWatch(patience: 5);
        watch.See(2);

        watch.See(1);
        Assert.Equal(1.99, watch.Smooth, 1e-12);
        for (var i = 0; i < 100; i++) watch.See(1);

        Assert.Equal(1, watch.Factor);
        Assert.Equal(1 + Math.Pow(0.99, 101), watch.Smooth, 1e-12);
    }

    [Fact]
    public void Without_patience_the_rate_stays()
    {
        var watch = new StallWatch(patience: 0);

        for (var i = 0; i < 1000; i++) watch.See(1);

        Assert.Equal(1, watch.Factor);
    }
}
