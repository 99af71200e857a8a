using Adversa.Data;
using Adversa.Worlds.Points;

namespace Adversa.Worlds.Tests.Points;

public class GaussianTests
{
    private static readonly Gaussian Narrow = new(0, 1), Wide = new(1.5, 2), Usual = GaussianWorld.Usual;

    [Fact]
    public void Samples_have_the_mean_and_covariance_that_are_promised()
    {
        var world = new GaussianWorld();
        var (n, point) = (40_000, new float[2]);
        var (sums, squares) = (new double[2], new double[2, 2]);
        for (var i = 0; i < n; i++)
        {
            world.Read(i, point, out _);
            for (var a = 0; a < 2; a++)
            {
                sums[a] += point[a];
                for (var b = 0; b < 2; b++) squares[a, b] += point[a] * point[b];
            }
        }

        for (var a = 0; a < 2; a++)
        {
            Assert.Equal(Usual.Mean[a], sums[a] / n, 0.02);                                              // 4 deviations of the mean
            for (var b = 0; b < 2; b++) Assert.Equal(Usual.Covariance(a, b), squares[a, b] / n - sums[a] / n * sums[b] / n, 0.03);
        }
    }

    [Fact]
    public void The_density_integrates_to_one_and_its_gradient_is_the_score()
    {
        var sum = 0.0;
        for (var x = -6.0; x <= 8; x += 0.05)
            for (var y = -4.0; y <= 3; y += 0.05) sum += Usual.Density(x, y) * 0.0025;
        Assert.Equal(1, sum, 1e-6);

        const double h = 1e-5;
        var score = Usual.Score(0.3, 0.2);
        Assert.Equal((Usual.LogDensity(0.3 + h, 0.2) - Usual.LogDensity(0.3 - h, 0.2)) / (2 * h), score[0], 1e-6);
        Assert.Equal((Usual.LogDensity(0.3, 0.2 + h) - Usual.LogDensity(0.3, 0.2 - h)) / (2 * h), score[1], 1e-6);
    }

    [Fact]
    public void The_optimal_discriminator_is_the_share_of_the_real_density()
    {
        var expected = Narrow.Density(0.7) / (Narrow.Density(0.7) + Wide.Density(0.7));

        Assert.Equal(expected, GaussianTruth.OptimalDiscriminator(Narrow, Wide, 0.7), 1e-12);
        Assert.Equal(0.5, GaussianTruth.OptimalDiscriminator(Narrow, Narrow, 3), 1e-12);
        Assert.Equal(-1 + 2 * expected, GaussianTruth.OptimalLeastSquares(Narrow, Wide, 1, -1, 0.7), 1e-12);
    }

    [Fact]
    public void Wasserstein_is_the_integral_of_the_distance_between_the_quantiles()
    {
        var sum = 0.0;                                          // over z, weighted by the normal density
        for (var z = -9.0; z < 9; z += 1e-4) sum += Math.Abs((0 + 1 * z) - (1.5 + 2 * z)) * Narrow.Density(z) * 1e-4;

        Assert.Equal(sum, GaussianTruth.Wasserstein1(Narrow, Wide), 1e-3);
        Assert.Equal(2.5, GaussianTruth.Wasserstein1(new(0, 1), new(2.5, 1)), 1e-12);                     // the same shape: the shift
    }

    [Fact]
    public void Jensen_and_Shannon_agree_with_sums_over_samples()
    {
        var rng = new Rng(1);
        var sum = 0.0;
        const int n = 400_000;
        for (var i = 0; i < n; i++)
        {
            var (p, q) = (rng.Normal(), 1.5 + 2 * rng.Normal());
            double Ratio(double x, Gaussian of) => Math.Log(2 * of.Density(x) / (Narrow.Density(x) + Wide.Density(x)));
            sum += 0.5 * (Ratio(p, Narrow) + Ratio(q, Wide)) / n;
        }

        Assert.Equal(sum, GaussianTruth.JensenShannon(Narrow, Wide), 2e-3);
        Assert.Equal(0, GaussianTruth.JensenShannon(Usual, Usual), 1e-9);
        Assert.Equal(Math.Log(2), GaussianTruth.JensenShannon(new(0, 1), new(60, 1)), 1e-9);
        Assert.Equal(GaussianTruth.JensenShannon(new(0, 1), new(2, 1)), GaussianTruth.JensenShannon(new([0, 0], [[1], [0, 1]]), new([2, 0], [[1], [0, 1]])), 1e-6);
    }

    [Fact]
    public void Frechet_has_its_closed_form_for_commuting_covariances()
    {
        Assert.Equal(1.5 * 1.5 + 1, GaussianTruth.Frechet(Narrow, Wide), 1e-9);                           // (m1 - m2)^2 + (s1 - s2)^2
        Assert.Equal(9 + 4 + 1 + 4, GaussianTruth.Frechet(new([0, 0], [[1], [0, 2]]), new([3, 2], [[2], [0, 4]])), 1e-9);
        Assert.Equal(0, GaussianTruth.Frechet(Usual, Usual), 1e-9);
        Assert.Equal(GaussianTruth.Frechet(Usual, new([0, 0], [[1], [0, 1]])), GaussianTruth.Frechet(new([0, 0], [[1], [0, 1]]), Usual), 1e-9);
    }

    [Fact]
    public void The_PCA_likelihood_is_the_expected_one_of_the_fitted_model()
    {
        // Diagonal variances 9, 4, 1, two components: the model keeps 9 and 4 and the noise 1, so it is the truth itself.
        var data = new Gaussian([0, 0, 0], [[3], [0, 2], [0, 0, 1]]);
        var entropy = 0.5 * Math.Log(Math.Pow(2 * Math.PI * Math.E, 3) * 36);

        Assert.Equal(-entropy, GaussianTruth.PcaLogLikelihood(data, 2), 1e-9);
        Assert.True(GaussianTruth.PcaLogLikelihood(data, 1) < GaussianTruth.PcaLogLikelihood(data, 2));
    }

    [Fact]
    public void Segments_and_points_without_overlap_have_a_constant_divergence_but_a_distance_that_shrinks()
    {
        Assert.Equal(Math.Log(2), SegmentWorld.JensenShannon(0, 0.3), 1e-12);
        Assert.Equal(0.3, SegmentWorld.Wasserstein1(0, 0.3), 1e-12);
        Assert.Equal(0, SegmentWorld.JensenShannon(0.3, 0.3));
    }
}
