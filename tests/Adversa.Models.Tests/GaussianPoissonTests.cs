using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class GaussianPoissonTests
{
    private const int Side = 16;
    private const int Pixels = Side * Side;
    private const double Sigma = 0.8;

    // Both systems written out as matrices over all pixels, and solved without a transform.
    [Theory]
    [InlineData(BlendEquations.Normal)]
    [InlineData(BlendEquations.Authors)]
    public void The_cosine_transform_solves_what_a_dense_solver_solves(BlendEquations equations)
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);
        var (across, down, colours) = (Random(Side, Side - 1), Random(Side - 1, Side), Random(Side, Side));
        var (d, g) = (Differences(), Blur());
        var v = Tensor.Cat([across.Flatten(), down.Flatten()]).Reshape(-1, 1);
        const double beta = 0.7;
        var isNormal = equations == BlendEquations.Normal;
        var left = d.T().Matmul(d) + beta * (isNormal ? g.T().Matmul(g) : g);
        var right = d.T().Matmul(v) + beta * (isNormal ? g.T() : Tensor.From(Identity(), Pixels, Pixels)).Matmul(colours.Reshape(-1, 1));

        var y = GaussianPoisson.Solve(across, down, colours, beta, Sigma, equations);

        var residual = left.Matmul(y.Reshape(-1, 1)) - right;
        Assert.All(residual.Doubles(), value => Assert.InRange(value, -1e-10, 1e-10));
        Assert.All(Ops.LinalgSolve(left, right).Doubles().Zip(y.Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-10));

        Tensor Random(int height, int width) => Tensor.Rand([1, 1, height, width], noise).To(DType.Float64);
    }

    [Fact]
    public void A_picture_comes_back_from_its_own_gradients_and_its_own_blur()
    {
        using var scope = new TensorScope();
        using var noise = new Generator(2);
        var y = Tensor.Rand([1, 1, Side, Side], noise).To(DType.Float64);
        var (across, down) = GaussianPoisson.Gradients(y);

        var back = GaussianPoisson.Solve(across, down, Blur().Matmul(y.Reshape(-1, 1)).Reshape(1, 1, Side, Side), 1, Sigma);

        Assert.All(y.Doubles().Zip(back.Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    // A paste that is only lighter has the target's gradients, and nothing of its light is left: not inside, and not at the seam. A blur of 0.1 pixels is none.
    [Fact]
    public void A_paste_that_differs_by_its_light_alone_vanishes_in_the_target()
    {
        using var scope = new TensorScope();
        using var noise = new Generator(3);
        var target = Tensor.Rand([2, 3, 12, 20], noise) - 0.5;
        var mask = new float[2 * 12 * 20];
        for (var i = 0; i < 2; i++)
            for (var row = 3; row < 9; row++) mask.AsSpan((i * 12 + row) * 20 + 5, 8).Fill(1);

        var blended = GaussianPoisson.Blend(target, target + 0.4, Tensor.From(mask, 2, 1, 12, 20), target, 1, 0.1);

        Assert.All(target.Doubles().Zip(blended.Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // Inside, the paste's details; a small picture gives the colours. Four times smaller, it is solved on three sizes.
    [Fact]
    public void From_coarse_to_fine_details_come_from_the_paste_and_colours_from_the_small_picture()
    {
        using var scope = new TensorScope();
        using var noise = new Generator(4);
        var (target, paste) = (Tensor.Zeros([1, 1, 32, 32]), Tensor.Rand([1, 1, 32, 32], noise) - 0.5);

        var blended = GaussianPoisson.Blend(target, paste, Tensor.Ones([1, 1, 32, 32]), Tensor.Full([1, 1, 8, 8], 0.25), 1e-3, 0.5);

        var (made, given) = (GaussianPoisson.Gradients(blended).Across.Doubles(), GaussianPoisson.Gradients(paste).Across.Doubles());
        Assert.Equal(0.25, blended.Mean().Item(), 1e-3);
        Assert.All(made.Zip(given), pair => Assert.Equal(pair.First, pair.Second, 0.02));
    }

    /// <summary>Differences between neighbours in a row, then between those in a column.</summary>
    private static Tensor Differences()
    {
        var rows = new List<double[]>();
        for (var row = 0; row < Side; row++)
            for (var column = 0; column < Side - 1; column++) Add(row * Side + column, row * Side + column + 1);
        for (var row = 0; row < Side - 1; row++)
            for (var column = 0; column < Side; column++) Add(row * Side + column, (row + 1) * Side + column);
        return Tensor.From(rows.SelectMany(row => row).ToArray(), rows.Count, Pixels);

        void Add(int from, int to)
        {
            var row = new double[Pixels];
            (row[from], row[to]) = (-1, 1);
            rows.Add(row);
        }
    }

    /// <summary>The Gaussian's weights summed over a picture that goes on as in a mirror.</summary>
    private static Tensor Blur()
    {
        var one = new double[Side, Side];
        var reach = (int)Math.Ceiling(4 * Sigma);
        var sum = Enumerable.Range(-reach, 2 * reach + 1).Sum(Weight);
        for (var i = 0; i < Side; i++)
            for (var t = -reach; t <= reach; t++) one[i, Mirrored(i + t)] += Weight(t) / sum;
        var all = new double[Pixels * Pixels];
        for (var i = 0; i < Pixels; i++)
            for (var j = 0; j < Pixels; j++) all[i * Pixels + j] = one[i / Side, j / Side] * one[i % Side, j % Side];
        return Tensor.From(all, Pixels, Pixels);

        static double Weight(int t) => Math.Exp(-t * t / (2 * Sigma * Sigma));
        static int Mirrored(int i) => i < 0 ? -1 - i : i >= Side ? 2 * Side - 1 - i : i;
    }

    private static double[] Identity()
    {
        var all = new double[Pixels * Pixels];
        for (var i = 0; i < Pixels; i++) all[i * Pixels + i] = 1;
        return all;
    }
}
