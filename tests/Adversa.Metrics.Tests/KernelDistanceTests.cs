namespace Adversa.Metrics.Tests;

public class KernelDistanceTests
{
    private static readonly FeatureSet X = Lattice.Of(40, 4, 3, 11), Y = Lattice.Of(30, 4, 5, 13), Z = Lattice.Of(30, 4, 2, 11);

    [Fact]
    public void Each_estimator_agrees_with_the_reference()
    {
        var (unequal, equal, normal) = (KernelDistance.Polynomial(X, Y), KernelDistance.Polynomial(Y, Z), KernelDistance.Normal(Y, Z, 4));

        Lattice.Same("kernel.unbiased", unequal.Unbiased);
        Lattice.Same("kernel.biased", unequal.Biased);
        Assert.Null(unequal.UStatistic);
        Lattice.Same("kernel_equal.unbiased", equal.Unbiased);
        Lattice.Same("kernel_equal.u_statistic", equal.UStatistic);
        Lattice.Same("kernel_normal.unbiased", normal.Unbiased);
        Lattice.Same("kernel_normal.biased", normal.Biased);
        Lattice.Same("kernel_normal.u_statistic", normal.UStatistic);
    }

    [Fact]
    public void Two_pairs_on_a_line_can_be_done_by_hand()
    {
        // D = 1, so k(x, y) = (xy + 1)³; {0, 1} against {0, 2}: own pairs k(0, 1) = 1 and k(0, 2) = 1, cross pairs 1 + 1 + 1 + 27
        var distance = KernelDistance.Polynomial(FeatureSet.From([0.0, 1], 1), FeatureSet.From([0.0, 2], 1));

        Assert.Equal(1 + 1 - 2 * 30 / 4.0, distance.Unbiased, tolerance: 1e-12);
        Assert.Equal((1 + 1 + 1 + 8) / 4.0 + (1 + 1 + 1 + 125) / 4.0 - 2 * 30 / 4.0, distance.Biased, tolerance: 1e-12);
        Assert.Equal(1 + 1 - 2 * (1 + 1) / 2.0, distance.UStatistic!.Value, tolerance: 1e-12);
    }

    [Fact]
    public void Subsets_give_the_mean_and_the_spread_over_them()
    {
        int[] Rows(int from) => [.. Enumerable.Range(from, 10)];
        var spread = KernelDistanceSubsets.Of(Y, Z, [.. new[] { 0, 7, 20 }.Select(from => (Rows(from), Rows(from)))]);

        Lattice.Same("kernel_subsets.mean", spread.Mean);
        Lattice.Same("kernel_subsets.deviation", spread.Deviation);
        Lattice.Same("kernel_subsets.sample_deviation", spread.SampleDeviation);
    }

    [Fact]
    public void Subsets_are_drawn_without_replacement_and_again_by_the_same_seed()
    {
        var whole = KernelDistance.Polynomial(Y, Z).Unbiased;

        Assert.Equal(whole, KernelDistanceSubsets.Of(Y, Z, 2, 30, seed: 1).Mean, tolerance: 1e-6 * Math.Abs(whole));       // each subset is the whole set
        Assert.Equal(KernelDistanceSubsets.Of(Y, Z, 3, 10, seed: 1).Values, KernelDistanceSubsets.Of(Y, Z, 3, 10, seed: 1).Values);
        Assert.NotEqual(KernelDistanceSubsets.Of(Y, Z, 3, 10, seed: 1).Mean, KernelDistanceSubsets.Of(Y, Z, 3, 10, seed: 2).Mean);
        Assert.Equal(3080, Assert.Throws<MetricException>(() => KernelDistanceSubsets.Of(Y, Z, 3, 31, seed: 1)).Code);
    }
}
