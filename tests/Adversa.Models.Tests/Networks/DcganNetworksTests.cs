using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class DcganNetworksTests
{
    private static readonly SampleSchema Digits = new(FieldKind.Image, 1, 28, 28);

    [Fact]
    public void The_generator_takes_PyTorchs_weights_and_gives_its_pictures_and_gradients()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("dcgan28_g");
        using var rng = new Generator(1);
        using var g = new DcganGenerator(Digits, latent: (int)golden.Number("latent"), width: (int)golden.Number("width"), levels: 2, Output.Tanh, rng);
        var z = golden["input"].Flatten(1).Leaf();                              // ours takes [N, Z]

        AssertSameKeys(golden, g);
        g.LoadStateDict(golden.Under("weight."));
        var pictures = g.Forward(z);
        (pictures * golden["grad_output"]).Sum().Backward();

        golden.Check("output", pictures);
        CheckGradients(golden, g, z);
    }

    [Fact]
    public void The_discriminator_takes_PyTorchs_weights_and_gives_its_scores_and_gradients()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("dcgan28_d");
        using var rng = new Generator(1);
        using var d = new DcganDiscriminator(Digits, width: (int)golden.Number("width"), levels: 2, rng);
        var x = golden["input"].Leaf();

        AssertSameKeys(golden, d);
        d.LoadStateDict(golden.Under("weight."));
        var scores = d.Forward(x);
        (scores * golden["grad_output"].Flatten(1)).Sum().Backward();

        Assert.Equal([4, 1], scores.Shape);
        golden.Check("output", scores.Reshape(4, 1, 1, 1));
        CheckGradients(golden, d, x);
    }

    // The losses of three steps of our networks, objective and optimizer together. Adam's first steps have length lr whatever the gradient, so a cancelled
    // gradient's rounding moves a weight by up to a few hundredths of lr = 2e-4: 1e-5 on losses of about 1.4.
    [Fact]
    public void Three_steps_of_the_game_have_PyTorchs_losses()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("dcgan28_step");
        using var rng = new Generator(1);
        var (latent, width) = ((int)golden.Number("latent"), (int)golden.Number("width"));
        using var g = new DcganGenerator(Digits, latent, width, 2, Output.Tanh, rng);
        using var d = new DcganDiscriminator(Digits, width, 2, rng);
        g.LoadStateDict(golden.Under("weight.g."));
        d.LoadStateDict(golden.Under("weight.d."));
        var options = new OptimizerOptions(OptimizerKind.Adam, golden.Number("lr"), golden.Number("beta1"), golden.Number("beta2"));
        using var gAdam = options.Create(g.NamedParameters());
        using var dAdam = options.Create(d.NamedParameters());
        var objective = new GanLoss();

        for (var step = 1; step <= 3; step++)
        {
            d.ZeroGrad();
            var dLoss = objective.Discriminator(new(d.Forward(golden[$"real.{step}"]), d.Forward(g.Forward(golden[$"z1.{step}"].Flatten(1)).Detach()))).Total();
            dLoss.Backward();
            dAdam.Step();
            d.RequireGrad(false);
            g.ZeroGrad();
            var gLoss = objective.Generator(new(null, d.Forward(g.Forward(golden[$"z2.{step}"].Flatten(1))))).Total();
            gLoss.Backward();
            gAdam.Step();
            d.RequireGrad(true);

            golden.Check($"d_loss.{step}", dLoss, 1e-5);
            golden.Check($"g_loss.{step}", gLoss, 1e-5);
        }
    }

    [Theory]
    [InlineData(28, 28, 2)]
    [InlineData(24, 40, 2)]
    [InlineData(96, 48, 4)]
    [InlineData(12, 14, 1)]
    public void Pictures_need_not_be_square(int height, int columns, int levels)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, 3, height, columns);
        using var g = new DcganGenerator(schema, 5, 2, levels, Output.Tanh, rng);
        using var d = new DcganDiscriminator(schema, 2, levels, rng);

        var pictures = g.Forward(Tensor.Randn([2, 5], rng));

        Assert.Equal([2, 3, height, columns], pictures.Shape);
        Assert.Equal([2, 1], d.Forward(pictures).Shape);
    }

    // 1024 channels at 4x4, halved as the side doubles: figure 1 of the paper. Shapes alone: no forward pass.
    [Fact]
    public void Radford64_has_the_channels_of_figure_1()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var dcgan = VariantCatalog.Find("dcgan")!;
        using var model = dcgan.Build(dcgan.Presets.Single(p => p.Name == "radford64").Options, new(new(FieldKind.Image, 3, 64, 64), rng, rng));

        var kernels = model.Players.Select(player => player.Network.NamedParameters().Where(p => p.Tensor.Dims == 4).Select(p => p.Tensor.Shape).ToList()).ToList();

        Assert.Equal([[100, 1024, 4, 4], [1024, 512, 4, 4], [512, 256, 4, 4], [256, 128, 4, 4], [128, 3, 4, 4]], kernels[0]);
        Assert.Equal([[128, 3, 4, 4], [256, 128, 4, 4], [512, 256, 4, 4], [1024, 512, 4, 4], [1, 1024, 4, 4]], kernels[1]);
    }

    // 200,000 weights: the standard error of their deviation is .02 / √(2n) = 3e-5, of their mean 4.5e-5; five of them are allowed.
    [Fact]
    public void Convolutions_begin_normal_with_deviation_002_and_batch_norm_around_1()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var d = new DcganDiscriminator(Digits, width: 80, levels: 2, rng);

        var weights = d.StateDict()["net.2.weight"].Doubles();
        var scale = d.StateDict()["net.3.weight"].Doubles();

        Assert.Equal(0, weights.Average(), 2.5e-4);
        Assert.Equal(0.02, Deviation(weights), 1.5e-4);
        Assert.Equal(1, scale.Average(), 5 * 0.02 / Math.Sqrt(160));
        Assert.Equal(0.02, Deviation(scale), 5 * 0.02 / Math.Sqrt(320));
        Assert.All(d.NamedParameters().Where(p => p.Name.EndsWith("bias", StringComparison.Ordinal)), p => Assert.All(p.Tensor.Doubles(), b => Assert.Equal(0, b)));
    }

    // A lecture's statement: with a kernel as large as the stride, a transposed convolution paints one square for each pixel, without overlap.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_transposed_convolution_with_kernel_equal_to_stride_paints_one_square_for_each_pixel(int stride)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var paint = new ConvTranspose2d(1, 1, stride, rng, stride, bias: false);
        var kernel = paint.StateDict()["weight"].Doubles();
        var pixels = Enumerable.Range(1, 12).Select(i => (float)i).ToArray();

        var painted = paint.Forward(Tensor.From(pixels, 1, 1, 3, 4));

        Assert.Equal([1, 1, 3 * stride, 4 * stride], painted.Shape);
        var values = painted.Doubles();
        for (var row = 0; row < 3 * stride; row++)
            for (var column = 0; column < 4 * stride; column++)
                Assert.Equal(pixels[row / stride * 4 + column / stride] * kernel[row % stride * stride + column % stride], values[row * 4 * stride + column], 1e-6);   // one float32 product
    }

    [Fact]
    public void A_picture_of_another_size_is_refused_with_both_shapes()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var g = new DcganGenerator(Digits, 4, 2, 2, Output.Tanh, rng);
        using var d = new DcganDiscriminator(Digits, 2, 2, rng);

        var picture = Assert.Throws<ShapeException>(() => d.Forward(Tensor.Zeros([16, 3, 28, 28])));
        var latent = Assert.Throws<ShapeException>(() => g.Forward(Tensor.Zeros([2, 4, 1, 1])));

        Assert.Equal("A picture for the discriminator must have shape [N, 1, 28, 28]; got [16, 3, 28, 28].", picture.Message);
        Assert.Equal("The latent must have shape [N, Z]; got [2, 4, 1, 1].", latent.Message);
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => Math.Pow(v - mean, 2)));
    }

    private static void AssertSameKeys(Golden golden, Module network) =>
        Assert.Equal(golden.Under("weight.").Keys.Order(StringComparer.Ordinal), network.StateDict().Keys.Order(StringComparer.Ordinal));

    private static void CheckGradients(Golden golden, Module network, Tensor input)
    {
        golden.Check("grad.input", input.Grad!.Reshape(golden["grad.input"].Shape));
        foreach (var (name, parameter) in network.NamedParameters()) golden.Check("grad." + name, parameter.Grad);
        foreach (var (name, buffer) in network.NamedBuffers()) golden.Check("after." + name, buffer);
    }
}
