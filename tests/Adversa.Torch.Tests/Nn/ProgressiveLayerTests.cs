using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

public sealed class ProgressiveLayerTests
{
    // Inputs and weights of unit variance: an output is a sum of fan-in products of variance 1, scaled to gain². 40,000 outputs
    // share 20 weight rows, so the standard error of the mean square is about gain²·√(2/2000): a tenth is three of them.
    [Theory]
    [InlineData(1)]
    [InlineData(1.4142135623730951)]
    public void Equalized_layers_draw_unit_weights_and_scale_their_output_to_the_gain(double gain)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(3);
        using var dense = new EqualizedLinear(100, 20, rng, gain);
        using var convolution = new EqualizedConv2d(10, 20, 5, rng, gain: gain);

        Assert.Equal(1, dense.Parameters[0].Square().Mean().Item(), 0.1);
        Assert.Equal(1, convolution.Parameters[0].Square().Mean().Item(), 0.1);
        Assert.All(dense.Parameters[1].ToArray<float>(), b => Assert.Equal(0, b));
        Assert.Equal(gain * gain, dense.Forward(Tensor.Randn([2000, 100], rng)).Square().Mean().Item(), 0.1 * gain * gain);
        Assert.Equal(gain * gain, convolution.Forward(Tensor.Randn([20, 10, 14, 14], rng)).Square().Mean().Item(), 0.1 * gain * gain);
    }

    [Fact]
    public void Equalized_layers_expect_a_relu_behind_them()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(3);
        using var unsaid = new EqualizedLinear(2, 1, rng);
        using var said = new EqualizedLinear(2, 1, rng, gain: Math.Sqrt(2));
        said.LoadStateDict(unsaid.StateDict());

        Assert.Equal(said.Forward(Tensor.Ones([1, 2])).Item(), unsaid.Forward(Tensor.Ones([1, 2])).Item());
    }

    [Fact]
    public void Pixel_norm_leaves_every_pixel_a_mean_square_of_one_whatever_its_size()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(3);
        using var norm = new PixelNorm();
        var x = Tensor.Randn([2, 5, 3, 3], rng);

        var (y, larger) = (norm.Forward(x), norm.Forward(1000 * x));

        Assert.All(y.Square().Mean([1]).ToArray<float>(), v => Assert.Equal(1, v, 1e-5));
        Golden.Close(y.Doubles(), larger.Doubles(), 1e-5, "the larger input");
    }

    [Fact]
    public void Equal_pictures_have_the_root_of_the_epsilon_as_deviation()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(3);
        using var layer = new MinibatchStddev();

        var y = layer.Forward(Torch.Ops.Expand(Tensor.Randn([1, 3, 2, 2], rng), [8, 3, 2, 2]));

        Assert.Equal([8, 4, 2, 2], y.Shape);
        Assert.All(y.Narrow(1, 3, 1).Reshape(-1).ToArray<float>(), v => Assert.Equal(1e-4, v, 1e-8));
    }

    // By hand: samples 0, 2 and 1, 3 are the groups of two; their biased deviations are |0 - 4|/2 and |1 - 9|/2, the epsilon shows in the ninth digit.
    [Fact]
    public void Sample_n_belongs_to_group_n_modulo_the_number_of_groups()
    {
        using var scope = new TensorScope();
        using var layer = new MinibatchStddev(groupSize: 2);

        var y = layer.Forward(Tensor.From([0f, 1f, 4f, 9f], 4, 1));

        Golden.Close([0, 2, 1, 4, 4, 2, 9, 4], y.Doubles(), 1e-6, "value and deviation of each sample");
    }

    // The vectors state a relative and an absolute 1e-6; float32 sums of 96 terms keep it.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Minibatch_stddev_equals_the_reference_numbers(int features)
    {
        using var scope = new TensorScope();
        var x = Vectors.Array("mbstd_x");
        using var layer = new MinibatchStddev(4, features);

        var statistic = layer.Forward(x).Narrow(1, x.Size(1), features).Doubles();

        var expected = Vectors.Expected("minibatch_stddev").GetProperty($"group4_feat{features}").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(v => v.GetDouble());
        var pixels = (int)(x.Size(2) * x.Size(3));
        Golden.Close([.. expected.SelectMany(v => Enumerable.Repeat(v, pixels))], statistic, 1e-6, "statistic");
    }

    [Fact]
    public void A_batch_that_is_no_multiple_of_the_group_is_refused_with_those_that_are()
    {
        using var scope = new TensorScope();
        using var layer = new MinibatchStddev();

        var error = Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Ones([6, 3, 2, 2])));

        Assert.Equal("MinibatchStddev compares groups of 4; a batch of 6 is no multiple of it. Use a batch of 4 or 8.", error.Message);
    }
}
