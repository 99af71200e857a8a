using Adversa.Data;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Points;

namespace Adversa.Worlds.Tests.Points;

public class PointWorldTests
{
    // Tweedie: the mean noise is -√(1 - ᾱ) times the slope of the log-density of what carries the noise, which is a mixture of five normal laws. Central
    // differences of 1e-5 are good to 1e-6 of a slope of some tens. Also where all densities underflow.
    [Theory]
    [InlineData(0.9, -3.9, 1)]
    [InlineData(0.5, 0.6, 1)]
    [InlineData(0.999, 1.2, 40)]
    [InlineData(1e-5, 2, 1)]
    [InlineData(0.9999, 9, 200)]
    public void The_mean_noise_on_the_grid_is_the_slope_of_its_log_density(double alphaBar, double at, double scale)
    {
        var variance = alphaBar * 0.0025 + 1 - alphaBar;
        double LogDensity(double x)
        {
            var exponents = new[] { -4.0, -2, 0, 2, 4 }.Select(c => -Math.Pow(x - Math.Sqrt(alphaBar) * c, 2) / (2 * variance)).ToList();
            return exponents.Max() + Math.Log(exponents.Sum(e => Math.Exp(e - exponents.Max())));
        }

        var slope = (LogDensity(at + 1e-5) - LogDensity(at - 1e-5)) / 2e-5;

        Assert.Equal(-Math.Sqrt(1 - alphaBar) * slope, GridWorld.MeanNoise(at, alphaBar), 1e-6 * scale);
    }

    [Fact]
    public void Grid_points_lie_around_25_centres_equally_often()
    {
        var (world, point, counts) = (new GridWorld(), new float[2], new int[25]);
        var far = 0;
        for (var i = 0; i < 25_000; i++)
        {
            world.Read(i, point, out _);
            var (centre, distance) = GridWorld.Nearest(point[0], point[1]);
            counts[centre]++;
            if (distance > 3 * 0.05) far++;
        }

        Assert.Equal(25, GridWorld.Centres.Count);
        Assert.All(counts, count => Assert.InRange(count, 860, 1140));                                    // 1000 +- 4.5 deviations
        Assert.InRange(far, 200, 360);                                                                    // exp(-4.5) = 1.1 % beyond three deviations
        Assert.Equal(1 / (25 * 2 * Math.PI * 0.0025), GridWorld.Density(-4, 2), 1e-6);
    }

    [Fact]
    public void Swiss_roll_points_lie_as_far_from_the_curve_as_the_noise_says_and_tell_their_place()
    {
        var (world, point, arc) = (new SwissRollWorld(), new float[2], new float[1]);
        var squares = 0.0;
        for (var i = 0; i < 4000; i++)
        {
            world.Read(i, point, out _);
            world.ReadAttributes(i, arc);
            var (near, distance) = SwissRollWorld.Nearest(point[0], point[1]);
            squares += distance * distance;
            Assert.True(Math.Abs(near - arc[0]) < 0.05, $"{i}: drawn at {arc[0]}, found at {near}");
        }

        Assert.Equal(SwissRollWorld.Sigma, Math.Sqrt(squares / 4000), SwissRollWorld.Sigma * 0.05);       // noise across the curve alone
    }

    [Fact]
    public void The_side_of_the_curve_has_a_sign()
    {
        var (x, y) = SwissRollWorld.Curve(0.4);
        var (_, outside) = SwissRollWorld.Nearest(x * 1.02, y * 1.02);
        var (_, inside) = SwissRollWorld.Nearest(x * 0.98, y * 0.98);

        Assert.True(outside > 0 && inside < 0, $"{outside} {inside}");
        Assert.Equal(0, SwissRollWorld.Nearest(x, y).Distance, 1e-9);
    }

    [Fact]
    public void Stacked_digits_are_three_digits_whose_tuple_is_the_class()
    {
        var world = new StackedDigitsWorld();
        var (picture, digits, seen) = (new float[3 * 784], new float[3], new HashSet<int>());
        for (var i = 0; i < 3000; i++)
        {
            world.Read(i, picture, out var label);
            world.ReadAttributes(i, digits);
            Assert.Equal(100 * (int)digits[0] + 10 * (int)digits[1] + (int)digits[2], label);
            if (i < 20) Assert.Equal([.. digits.Select(d => (int)d)], world.Truth(i).Select(truth => truth.Class));
            seen.Add(label);
        }

        Assert.InRange(seen.Count, 920, 970);                                                             // 1000 (1 - exp(-3)) = 950
    }
}
