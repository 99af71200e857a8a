using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests.Optim;

/// <summary>The mathematics of averages that are chosen afterwards, in double precision and without a network.</summary>
public sealed class PowerProfileTests
{
    private static readonly double[] Widths = [0.05, 0.1];

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void The_recursion_weighs_step_t_by_the_integral_of_its_power_from_t_minus_1_to_t(double width)
    {
        const int steps = 50;
        var profile = PowerProfile.OfWidth(width, steps);
        var weights = new double[steps];
        for (var t = 1; t <= steps; t++)
        {
            for (var i = 0; i < steps; i++) weights[i] *= profile.Kept(t);
            weights[t - 1] += 1 - profile.Kept(t);
        }

        Assert.Equal(1, weights.Sum(), 1e-12);
        for (var t = 1; t <= steps; t++)
            Assert.Equal((Math.Pow(t, profile.Power + 1) - Math.Pow(t - 1, profile.Power + 1)) / Math.Pow(steps, profile.Power + 1), weights[t - 1], 1e-12);
    }

    [Fact]
    public void A_width_and_its_power_belong_together()
    {
        foreach (var width in (double[])[0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3]) Assert.Equal(width, PowerProfile.OfWidth(width, 7).Width, 1e-12);
        Assert.Equal((6.94, 16.97), (Math.Round(PowerProfile.OfWidth(0.1, 1).Power, 2), Math.Round(PowerProfile.OfWidth(0.05, 1).Power, 2)));      // the paper's
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerProfile.OfWidth(0.31, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerProfile.OfWidth(double.NaN, 1));
    }

    [Fact]
    public void A_width_is_the_deviation_of_its_profile_and_a_product_its_integral()
    {
        var (p, q) = (PowerProfile.OfWidth(0.1, 3), PowerProfile.OfWidth(0.2, 2));
        double P(double t) => (p.Power + 1) * Math.Pow(t, p.Power) / Math.Pow(3, p.Power + 1);
        double Q(double t) => (q.Power + 1) * Math.Pow(t, q.Power) / Math.Pow(2, q.Power + 1);
        var mean = Integral(t => t * P(t), 3);

        Assert.Equal(0.1 * 3, Math.Sqrt(Integral(t => (t - mean) * (t - mean) * P(t), 3)), 1e-6);
        Assert.Equal(Integral(t => P(t) * Q(t), 2), p.Dot(q), 1e-6);
        Assert.Equal(p.Dot(q), q.Dot(p), 1e-12);
    }

    [Fact]
    public void A_stored_profile_is_its_own_combination()
    {
        var stored = Stored(1);

        var (shares, misfit) = PowerProfile.Combine(stored, PowerProfile.OfWidth(0.1, 20));

        Assert.Equal(0, misfit);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i == 39 ? 1.0 : 0), shares);
    }

    [Theory]
    [InlineData(0.05001, 0.001, 0.01)]
    [InlineData(0.075, 0.01, 0.01)]
    [InlineData(0.15, 0.03, 0.01)]
    [InlineData(0.2, 0.05, 0.01)]
    [InlineData(0.25, 0.1, 0.02)]
    [InlineData(0.3, 0.65, 0.2)]                      // the power is negative: the first twentieth weighs most a step, and no stored average holds it alone
    public void Another_average_of_a_path_of_weights_is_as_near_as_the_profiles_are(double width, double misfitMost, double errorMost)
    {
        const int steps = 2000, parts = 20;
        var path = Enumerable.Range(1, steps).Select(t => 3 - 2 * Math.Exp(-t / 300.0) + 0.5 * Math.Sin(t / 40.0)).ToArray();
        var (stored, wanted) = (Stored(steps / parts, parts), PowerProfile.OfWidth(width, steps));

        var (shares, misfit) = PowerProfile.Combine(stored, wanted);
        var (made, direct) = (stored.Select((profile, i) => shares[i] * Average(path, profile)).Sum(), Average(path, wanted));

        Assert.InRange(misfit, 0, misfitMost);
        Assert.Equal(1, shares.Sum(), 1e-9);
        // |∫ (p̂ - p)(θ - c)| ≤ ‖p̂ - p‖ ‖θ - c‖ for every constant c, as the shares add up to 1
        var bound = misfit * Math.Sqrt(wanted.Dot(wanted)) * Math.Sqrt(path.Sum(theta => (theta - path.Average()) * (theta - path.Average())));
        Assert.InRange(Math.Abs(made - direct), 0, bound + 1e-9);
        Assert.InRange(Math.Abs(made - direct), 0, errorMost);
    }

    private static List<PowerProfile> Stored(double every, int parts = 20) => [.. Enumerable.Range(1, parts).SelectMany(i => Widths.Select(width => PowerProfile.OfWidth(width, every * i)))];

    private static double Average(double[] path, PowerProfile profile)
    {
        var average = 0.0;
        for (var t = 1; t <= (int)Math.Round(profile.End); t++) average += (1 - profile.Kept(t)) * (path[t - 1] - average);
        return average;
    }

    private static double Integral(Func<double, double> f, double end)
    {
        const int parts = 200_000;
        return Enumerable.Range(0, parts).Sum(i => f((i + 0.5) * end / parts)) * end / parts;
    }
}
