using Adversa.Torch;

namespace Adversa.Metrics.Tests;

public class FrechetDistanceTests
{
    // The reference: nuclear norm of C1 C2ᵀ in numpy float64, which needs no eigenvalues of a product. Tolerances are the vectors' own.
    [Theory]
    [InlineData("fid_d16", 3.3550236174889703, 2.95091394991407, 5.194748647661982, 3.0866295661471734, 5.327427082770677, 1e-9)]
    [InlineData("fid_d1", 0.18784013168495284, 1.0189557275554217, 0.13866508419915569, 0.3758903852942829, 0.5936801728509643, 1e-9)]
    [InlineData("fid_rankdef_n40_d128", 26.76410401883403, 5.619440816193508, 5.362648525998468, 3.7223625973333094, 30.301468166359385, 1e-7)]
    [InlineData("fid_rankdef_mixed", 11.522862139985673, 4.193066030333437, 4.60175858021268, 3.2191423784252553, 13.879401993681281, 1e-7)]
    [InlineData("fid_dead_features", 1.4017643255748646, 1.6919762678693793, 1.327521156706383, 1.1149337732378066, 2.191394203675014, 1e-7)]
    [InlineData("fid_large_mean", 2.881275901444957, 3.3451191236388143, 1.6374822047600315, 1.96872051230418, 3.926436205235443, 1e-7)]
    [InlineData("fid_identical", 0, 3.602543917240815, 3.602543917240815, 3.6025439172408147, 0, 1e-6)]
    public void Every_term_agrees_with_the_reference(string name, double mean, double trace1, double trace2, double root, double value, double absolute)
    {
        using var scope = new TensorScope();

        var distance = FrechetDistance.Between(Golden($"{name}_real"), Golden($"{name}_fake"));

        foreach (var (expected, got) in new[] { (mean, distance.MeanTerm), (trace1, distance.Trace1), (trace2, distance.Trace2), (root, distance.TraceRoot), (value, distance.Value) })
            Assert.Equal(expected, got, tolerance: absolute + 1e-6 * expected);
    }

    [Fact]
    public void Commuting_covariances_have_the_closed_form()
    {
        using var scope = new TensorScope();
        var (c, s) = (Math.Cos(0.7), Math.Sin(0.7));
        Tensor Turned(double a, double b) => Doubles([a * c * c + b * s * s, (a - b) * c * s, (a - b) * c * s, a * s * s + b * c * c], 2, 2);

        var distance = FrechetDistance.Between(Doubles([1, 2], 2), Turned(4, 0.25), Doubles([0, 4], 2), Turned(1, 9));

        Assert.Equal(1 + 4 + Math.Pow(2 - 1, 2) + Math.Pow(0.5 - 3, 2), distance.Value, tolerance: 1e-12);      // ‖Δμ‖² + Σ (√v₁ - √v₂)²
    }

    [Fact]
    public void Two_pairs_of_points_in_the_plane_can_be_done_by_hand()
    {
        using var scope = new TensorScope();

        // Variances over N - 1: {0, 2} has 2, {0, 4} has 8, on axes that are at right angles, so the root of the product is 0.
        var distance = FrechetDistance.Between(Tensor.From([0f, 0f, 2f, 0f], 2, 2), Tensor.From([0f, 0f, 0f, 4f], 2, 2));

        Assert.Equal((5.0, 2.0, 8.0), (distance.MeanTerm, distance.Trace1, distance.Trace2));
        Assert.Equal(0, distance.TraceRoot, tolerance: 1e-7);
        Assert.Equal(15, distance.Value, tolerance: 1e-6);
    }

    [Fact]
    public void It_is_symmetric_and_does_not_change_when_both_sets_are_moved_or_turned_together()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(3);
        var (x, y) = (Tensor.Randn([60, 5], generator), Tensor.Randn([40, 5], generator) * 1.5 + 0.3);
        var turn = Ops.LinalgEigh(x.T().Matmul(x))[1];                                           // orthogonal

        var value = FrechetDistance.Between(x, y).Value;

        Assert.Equal(value, FrechetDistance.Between(y, x).Value, tolerance: 1e-9);
        Assert.Equal(value, FrechetDistance.Between(x + 7, y + 7).Value, tolerance: 1e-4);       // float32 sums near 7 round at 5e-7 each
        Assert.Equal(value, FrechetDistance.Between(x.Matmul(turn), y.Matmul(turn)).Value, tolerance: 1e-4);
    }

    [Fact]
    public void Identical_sets_of_fewer_samples_than_dimensions_are_at_no_distance()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(4);
        var x = Tensor.Randn([10, 64], generator);

        Assert.Equal(0, FrechetDistance.Between(x, x).Value, tolerance: 1e-9);
    }

    [Fact]
    public void What_has_no_covariance_is_refused()
    {
        using var scope = new TensorScope();
        var good = Tensor.From([0f, 1f, 2f, 3f], 2, 2);

        Assert.Contains("got 1", Assert.Throws<ShapeException>(() => FrechetDistance.Between(Tensor.From([0f, 1f], 1, 2), good)).Message, StringComparison.Ordinal);
        Assert.Contains("[M, 2]", Assert.Throws<ShapeException>(() => FrechetDistance.Between(good, Tensor.From([0f, 1f, 2f], 3, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => FrechetDistance.Between(good, Tensor.From([0f, 1f, float.NaN, 3f], 2, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_frees_what_it_took()
    {
        using var scope = new TensorScope();
        var x = Golden("fid_d1_real");
        FrechetDistance.Between(x, x);
        var before = Tensor.LiveCount;

        FrechetDistance.Between(x, x);

        Assert.Equal(before, Tensor.LiveCount);
    }

    private static Tensor Golden(string name)
    {
        var (values, count, width) = GoldenPoints.Read(name);
        return Tensor.From(values, count, width);
    }

    private static Tensor Doubles(double[] values, params long[] shape) => Tensor.From(values, shape);
}
