namespace Adversa.Metrics.Tests;

public class TransportTests
{
    private static readonly FeatureSet X = Lattice.Of(40, 4, 3, 11), Y = Lattice.Of(30, 4, 5, 13), Z = Lattice.Of(30, 4, 2, 11);

    [Fact]
    public void Slices_agree_with_the_reference_and_a_shift_costs_its_square_along_itself()
    {
        var directions = FeatureSet.From([0.6, 0.8, 0, 0, 0, 0, 1, 0, 0.5, -0.5, 0.5, -0.5], 4);

        Lattice.Same("sliced", SlicedWasserstein.Squared(Y, Z, directions));
        Assert.Equal(9, SlicedWasserstein.Squared(FeatureSet.From([0.0, 5], 1), FeatureSet.From([8.0, 3], 1), FeatureSet.From([1.0], 1)), tolerance: 1e-12);
        Assert.Throws<MetricException>(() => SlicedWasserstein.Squared(X, Y, directions));
    }

    [Fact]
    public void Directions_have_length_1_and_lean_to_no_side()
    {
        var directions = SlicedWasserstein.Directions(3, 2000, seed: 1);

        for (var i = 0; i < 20; i++) Assert.Equal(1, directions[i].ToArray().Sum(x => x * x), tolerance: 1e-12);
        for (var d = 0; d < 3; d++) Assert.Equal(1 / 3.0, Enumerable.Range(0, 2000).Average(i => directions[i][d] * directions[i][d]), tolerance: 0.03);      // 4.5 standard errors
    }

    [Fact]
    public void The_line_agrees_with_scipy_with_and_without_weights()
    {
        double[] u = [.. Enumerable.Range(0, 40).Select(i => X[i][0])], v = [.. Enumerable.Range(0, 30).Select(i => Y[i][1])];

        Lattice.Same("line.w1", Wasserstein.W1(u, v));
        Lattice.Same("line.weighted", Wasserstein.W1(u, v, [.. Enumerable.Range(1, 40).Select(w => (double)w)], [.. Enumerable.Range(1, 30).Reverse().Select(w => (double)w)]));
        Assert.Equal(Math.Sqrt(2.5), Wasserstein.W2([0, 4], [5, 2]), tolerance: 1e-12);          // 0 with 2, 4 with 5
    }

    [Fact]
    public void The_best_assignment_agrees_with_scipy()
    {
        var (w1, squared) = Wasserstein.Exact(Y, Z);

        Lattice.Same("emd.w1", w1);
        Lattice.Same("emd.w2_squared", squared);
    }

    [Fact]
    public void The_best_assignment_is_the_cheapest_of_all_permutations_and_on_a_line_that_of_the_sorted_ones()
    {
        var rng = new Rng(3);
        for (var round = 0; round < 20; round++)
        {
            FeatureSet a = Drawn(6, 2), b = Drawn(6, 2);
            double Cost(int i, int j) => Math.Sqrt(Math.Pow(a[i][0] - b[j][0], 2) + Math.Pow(a[i][1] - b[j][1], 2));
            var best = Permutations([.. Enumerable.Range(0, 6)]).Min(order => order.Select((column, row) => Cost(row, column)).Sum());

            Assert.Equal(best / 6, Wasserstein.Exact(a, b).W1, tolerance: 1e-12);
        }

        FeatureSet x = Drawn(60, 1), y = Drawn(60, 1);
        Assert.Equal(Wasserstein.W1(x.Values.ToArray(), y.Values.ToArray()), Wasserstein.Exact(x, y).W1, tolerance: 1e-12);

        FeatureSet Drawn(int rows, int width) => FeatureSet.From([.. Enumerable.Range(0, rows * width).Select(_ => rng.Normal())], width);
    }

    [Fact]
    public void Chamfer_and_its_sets_can_be_done_by_hand()
    {
        FeatureSet At(params double[] points) => FeatureSet.From(points, 1);

        Assert.Equal((1 / 2.0 + 1 / 2.0, 1 / 2.0 + 1 / 2.0), PointClouds.Chamfer(At(0, 1), At(0, 2)));      // there 0 and 1, back 0 and 1
        Assert.Equal((4 + 4.0, 2 + 2.0), PointClouds.Chamfer(At(0), At(2)));
        var clouds = PointClouds.Of([At(0), At(0.1)], [At(0), At(5), At(9)]);
        Assert.Equal(1 / 3.0, clouds.Coverage, tolerance: 1e-12);
        Assert.Equal((0 + 2 * 4.9 * 4.9 + 2 * 8.9 * 8.9) / 3, clouds.MinimumMatching, tolerance: 1e-9);
    }

    [Fact]
    public void Clusters_of_the_union_show_what_is_missing()
    {
        var curve = PrecisionRecallCurve.Of([0.5, 0.2, 0, 0.3], [0.1, 0.4, 0.3, 0.2]);

        Lattice.Same("prd.f8", curve.F8);
        Lattice.Same("prd.f_eighth", curve.FEighth);
        Lattice.Same("prd.precision", curve.Precision[500]);
        Lattice.Same("prd.recall", curve.Recall[300]);

        FeatureSet Heaps(params int[] at) => FeatureSet.From([.. Enumerable.Range(0, 200).Select(i => at[i % at.Length] + 0.001 * (i * 37 % 101))], 1);
        var halved = PrecisionRecallCurve.Of(Heaps(0, 10, 20, 30), Heaps(0, 10), seed: 1);
        Assert.True(halved.FEighth > 0.9 && halved.F8 < 0.65, $"{halved.FEighth} {halved.F8}");       // all it draws is right, half is missing
    }

    [Fact]
    public void Cells_find_separate_heaps()
    {
        var heaps = FeatureSet.From([0.0, 0.1, 0.2, 10, 10.1, 10.2, 20, 20.1, 20.2], 1);

        Assert.Equal([0.1, 10.1, 20.1], KMeans.Of(heaps, 3, seed: 1).Centres.Values.ToArray().Order(), new Near(1e-12));
        Assert.Throws<MetricException>(() => KMeans.Of(heaps, 10, seed: 1));
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 1 ? [items]
        : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (int[])[item, .. rest]));
}
