using Adversa.Torch;

namespace Adversa.Metrics.Tests;

public class OtherMetricTests
{
    [Fact]
    public void Frechet_distances_over_N_and_over_N_minus_1_agree_with_the_reference()
    {
        var (x, y) = (Lattice.Of(40, 4, 3, 11), Lattice.Of(30, 4, 5, 13));
        var distance = FrechetDistance.Between(x, y);

        Lattice.Same("frechet.over_n_minus_1", distance.Value);
        Lattice.Same("frechet.over_n", distance.OverN(40, 30).Value);
        Lattice.Same("frechet.thin", FrechetDistance.Between(Lattice.Of(6, 9, 3, 11), Lattice.Of(7, 9, 5, 13)).Value);      // fewer samples than dimensions
        Assert.Equal(3080, Assert.Throws<MetricException>(() => FrechetDistance.Between(x.First(1), y)).Code);
    }

    [Fact]
    public void A_distance_that_falls_as_1_over_N_is_followed_to_its_end()
    {
        var limit = FrechetLimit.Fit([10, 20, 50], [3 + 7 / 10.0, 3 + 7 / 20.0, 3 + 7 / 50.0]);

        Assert.Equal(3, limit.Intercept, tolerance: 1e-12);
        Assert.Equal(7, limit.Slope, tolerance: 1e-10);
        Assert.Throws<MetricException>(() => FrechetLimit.Fit([10, 10], [1, 2]));
    }

    [Fact]
    public void The_norm_of_a_convolution_agrees_and_exceeds_that_of_its_matrix()
    {
        using var scope = new TensorScope();
        var kernel = FeatureSet.From([.. Lattice.Of(3, 8, 3, 11).Values.ToArray().Select(w => w - 5)], 8);

        Lattice.Same("spectral.reshaped", SpectralNorms.Largest(kernel.ToTensor()));
        Lattice.Same("spectral.circular", SpectralNorms.CircularConvolution(kernel.ToTensor().Reshape(3, 2, 2, 2), 6));
        Lattice.Same("spectral.reshaped", SpectralNorms.PowerIteration(kernel, [1, 1, 1], 200).Sigma);
        Assert.True(SpectralNorms.PowerIteration(kernel, [1, 0, 0], 1).Sigma < Lattice.Golden("spectral.reshaped"));
    }

    [Fact]
    public void Solids_share_cells_above_the_threshold()
    {
        Assert.Equal(1 / 3.0, VoxelOverlap.Of([1, 1, 0, 0.5], [0, 1, 1, 0.5]), tolerance: 1e-12);            // 0.5 is empty
        Assert.Equal(3082, Assert.Throws<MetricException>(() => VoxelOverlap.Of([0, 0], [0, 0])).Code);
    }

    [Fact]
    public void The_best_threshold_is_found_and_a_useless_score_is_undetectable()
    {
        Assert.Equal((1 / 3.0 + 0) / 2, Steganalysis.Error([0, 1, 5], [4, 5, 6]), tolerance: 1e-12);
        Assert.Equal(0.5, Steganalysis.Error([3, 3], [3, 3]));
        Assert.Equal(0.5, Steganalysis.Error([9, 9], [1, 1]));                                            // a score that is upside down is not turned
    }

    [Fact]
    public void Bits_are_read_by_sign()
    {
        var read = MessageBits.Of(FeatureSet.From([1.0, 0, 1, 1], 2), FeatureSet.From([0.1, -3, 2, 0], 2));

        Assert.Equal((0.75, 0.5, 0.25), (read.Accuracy, read.Exact, read.ErrorRate));
    }

    [Fact]
    public void A_discriminator_that_scores_unseen_as_fake_has_overfitted()
    {
        var signals = OverfittingSignals.Of([1, 3, -1, 1], [-2, -2], [-2, -2]);

        Assert.Equal((0.5, 1.0), (signals.Rt, signals.Rv));
        Assert.Equal(0, OverfittingSignals.Of([1, 3], [2, 2], [0, 0]).Rv);
        Assert.Null(OverfittingSignals.Of([1, 1], [1, 1], [1, 1]).Rv);
    }

    [Fact]
    public void Shares_half_way_to_uniform_have_the_closed_divergence()
    {
        Assert.Equal(0, ModeCount.Of(2, [0, 1]).Jsd, tolerance: 1e-12);
        Assert.Equal((Math.Log(4 / 3.0) + 0.5 * Math.Log(2 / 3.0) + 0.5 * Math.Log(2)) / 2, ModeCount.Of(2, [0, 0]).Jsd, tolerance: 1e-12);
        Assert.Equal(Math.Log(2), ModeCount.Of(2, [-1]).Jsd);
        Assert.Equal([1, 0], ModeCount.Near(FeatureSet.From([0.1, 0.5, 9], 1), FeatureSet.From([0.0, 10], 1), radius: 0.5).Good);      // 0.5 is not nearer than 0.5
    }

    [Fact]
    public void What_is_not_finite_is_named()
    {
        var refusal = Assert.Throws<MetricException>(() => FeatureSet.From([1f, 2, 3, float.NaN], 2));

        Assert.Equal((3081, "Number 1 of sample 1 is NaN; metrics need finite numbers."), (refusal.Code, refusal.Message));
        Assert.Throws<ArgumentException>(() => FeatureSet.From([1f, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Between(Lattice.Real, Lattice.Of(5, 3, 3, 11)));
    }
}
