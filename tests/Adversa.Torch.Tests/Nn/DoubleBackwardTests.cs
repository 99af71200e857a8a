using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

public sealed class DoubleBackwardTests
{
    private static readonly Dictionary<string, Func<Generator, Net>> Critics = new()
    {
        ["linear, leaky relu"] = g => new(new Flatten(), new Linear(32, 6, g), new LeakyReLU(0.2), new Linear(6, 1, g)),
        ["linear, softplus"] = g => new(new Flatten(), new Linear(32, 6, g), new Lambda(x => x.Softplus()), new Linear(6, 1, g)),
        ["conv, leaky relu"] = g => new(new Conv2d(2, 3, 4, g, stride: 2, padding: 1), new LeakyReLU(0.2), new Conv2d(3, 1, 2, g)),
        ["conv, softplus"] = g => new(new Conv2d(2, 3, 3, g, padding: 1), new Lambda(x => x.Softplus()), new Conv2d(3, 1, 4, g)),
        ["grouped conv, softplus"] = g => new(new Conv2d(2, 4, 3, g, padding: 1, groups: 2), new Lambda(x => x.Softplus()), new Conv2d(4, 4, 4, g, groups: 4), new Conv2d(4, 1, 1, g)),
        ["transposed conv, softplus"] = g => new(new ConvTranspose2d(2, 2, 4, g, stride: 2, padding: 1), new Lambda(x => x.Softplus()), new Conv2d(2, 1, 8, g)),
        ["transposed conv with output padding, tanh"] = g => new(new ConvTranspose2d(2, 2, 3, g, stride: 2, padding: 1, outputPadding: 1), new Tanh(), new Conv2d(2, 1, 8, g)),
        ["linear, layer norm, silu"] = g => new(new Flatten(), new Linear(32, 6, g), new LayerNorm([6]), new SiLU(), new Linear(6, 1, g)),
        ["conv, group norm, gelu"] = g => new(new Conv2d(2, 4, 3, g, padding: 1), new GroupNorm(2, 4), new GELU(), new Conv2d(4, 1, 4, g)),
        ["conv, instance norm, softplus"] = g => new(new Conv2d(2, 2, 3, g, bias: false), new InstanceNorm2d(2, affine: true), new Softplus(), new Conv2d(2, 1, 2, g)),
        ["equalized, pixel norm, minibatch stddev, softplus"] = g => new(new EqualizedConv2d(2, 2, 3, g, padding: 1), new PixelNorm(), new MinibatchStddev(),
            new Softplus(), new EqualizedConv2d(3, 2, 4, g), new Flatten(), new EqualizedLinear(2, 1, g, gain: 1)),
        ["self-attention, softplus"] = g => new(Awake(new SelfAttention2d(2, g, groups: 1), g), new Softplus(), new Conv2d(2, 1, 4, g)),
        ["spectral norm in evaluation, softplus"] = g => Normalized(new(new Conv2d(2, 3, 4, g, stride: 2, padding: 1), new Softplus(), new Conv2d(3, 1, 2, g)), g),
        ["pooling and upsampling, softplus"] = g => new(new Conv2d(2, 2, 3, g, padding: 1), new Lambda(x => x.Softplus()), new AvgPool2d(2),
            new Upsample(2, UpsampleMode.Bilinear), new Conv2d(2, 1, 4, g)),
    };

    public static TheoryData<string> CriticNames => [.. Critics.Keys];

    // Central differences with h = 1e-5 in float64 err by about h^2 = 1e-10 and by rounding 1e-16 / h = 1e-11, times derivatives of order one.
    [Theory]
    [MemberData(nameof(CriticNames))]
    public void Gradient_penalty_has_the_weight_gradients_that_finite_differences_show(string name)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(5);
        using var critic = Critics[name](rng).InFloat64();
        var x = Tensor.Randn([3, 2, 4, 4], rng).To(DType.Float64).Leaf();
        var named = critic.NamedParameters().ToList();
        Tensor Penalty()
        {
            var gradient = Autograd.Grad([critic.Forward(x).Sum()], [x], createGraph: true)[0];
            return ((gradient.Flatten(1).Square().Sum([1]) + 1e-12).Sqrt() - 1).Square().Mean() + critic.Forward(x).Square().Mean();
        }

        var exact = Autograd.Grad([Penalty()], [.. named.Select(p => p.Tensor)]);

        for (var i = 0; i < named.Count; i++)
            if (named[i].Name == "net.0.k.bias") Assert.All(exact[i].Doubles(), g => Assert.Equal(0, g, 1e-12));      // softmax does not see what is added to all
            else Golden.Close(Differences(named[i].Tensor, () => Penalty().Item()), exact[i].Doubles(), 1e-7, named[i].Name);
    }

    [Theory]
    [InlineData("wgan_gp_double_backward")]
    [InlineData("wgan_gp_double_backward_softplus")]
    public void Wgan_gp_equals_PyTorch_in_float64(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        using var rng = new Generator(1);
        Module activation = golden.Text("activation") == "softplus" ? new Lambda(x => x.Softplus()) : new LeakyReLU(0.2);
        using var critic = new Net(new Conv2d(2, 4, 4, rng, stride: 2, padding: 1), activation, new Conv2d(4, 1, 4, rng)).InFloat64();
        critic.LoadStateDict(golden.Under("weight."));
        const double tolerance = 1e-12;                    // some thousand roundings of 1e-16

        var xhat = (golden["eps"] * golden["real"] + (1 - golden["eps"]) * golden["fake"]).Leaf();
        var score = critic.Forward(xhat);
        var norm = (Autograd.Grad([score.Sum()], [xhat], createGraph: true)[0].Flatten(1).Square().Sum([1]) + 1e-12).Sqrt();
        var penalty = 10 * (norm - 1).Square().Mean();
        var loss = critic.Forward(golden["fake"]).Mean() - critic.Forward(golden["real"]).Mean() + penalty;
        loss.Backward();

        golden.Check("output", score, tolerance);
        golden.Check("gradient_norm", norm, tolerance);
        golden.Check("penalty", penalty, tolerance);
        golden.Check("loss", loss, tolerance);
        // The last layer's bias gradient is 1 - 1 = 0: the means of the scores cancel, up to rounding.
        foreach (var (key, p) in critic.NamedParameters())
            if (golden[$"grad.loss.{key}"].Doubles().All(v => v == 0)) Assert.All(p.Grad!.Doubles(), v => Assert.Equal(0, v, 1e-14));
            else golden.Check($"grad.loss.{key}", p.Grad, tolerance);
    }

    // The same sums in another order: 1e-12 in float64, relative to the largest value.
    [Theory]
    [InlineData(4, 2, 1, 0)]
    [InlineData(3, 2, 1, 1)]
    [InlineData(5, 3, 2, 2)]
    [InlineData(3, 1, 0, 0)]
    [InlineData(1, 2, 0, 1)]
    public void Fast_transposed_convolution_equals_libtorchs_own(int kernel, int stride, int padding, int outputPadding)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(2);
        using var layer = new ConvTranspose2d(2, 3, kernel, rng, stride, padding, outputPadding).InFloat64();
        var (w, b) = (layer.Parameters[0], layer.Parameters[1]);
        var x = Tensor.Randn([2, 2, 5, 4], rng).To(DType.Float64).Leaf();

        var fast = layer.Forward(x);
        var own = Torch.Ops.ConvTranspose2d(x, w, b, [stride, stride], [padding, padding], [outputPadding, outputPadding], 1, [1, 1]);
        var (gFast, gOwn) = (Autograd.Grad([fast.Square().Sum()], [x, w, b]), Autograd.Grad([own.Square().Sum()], [x, w, b]));

        Assert.Equal(own.Shape, fast.Shape);
        Golden.Close(own.Doubles(), fast.Doubles(), 1e-12, "output");
        for (var i = 0; i < 3; i++) Golden.Close(gOwn[i].Doubles(), gFast[i].Doubles(), 1e-12, $"gradient {i}");
    }

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(2, -1, 0)]
    [InlineData(1, 9, 0)]
    public void Fast_transposed_convolution_refuses_what_libtorchs_own_refuses(int stride, int padding, int outputPadding)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(2);
        using var layer = new ConvTranspose2d(2, 3, 3, rng, stride, padding, outputPadding);

        var error = Assert.Throws<TorchException>(() => layer.Forward(Tensor.Randn([1, 2, 4, 4], rng)));

        Assert.Contains("conv_transpose2d", error.Message, StringComparison.Ordinal);
    }

    /// <summary>In evaluation, for in training each pass would move u and v, and with them the differences.</summary>
    private static Net Normalized(Net net, Generator rng)
    {
        SpectralNorm.Apply(net, rng);
        net.Eval();
        return net;
    }

    /// <summary>The projection begins at 0 and would hide all that comes before it.</summary>
    private static SelfAttention2d Awake(SelfAttention2d block, Generator rng)
    {
        foreach (var (name, tensor) in block.NamedParameters())
            if (name.StartsWith("proj_out", StringComparison.Ordinal)) Init.Normal(tensor, 0, 1, rng);
        return block;
    }

    private static double[] Differences(Tensor parameter, Func<double> value)
    {
        const double h = 1e-5;
        var numbers = parameter.ToArray<double>();
        var slopes = new double[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            double At(double shift)
            {
                using var inner = new TensorScope();
                var moved = (double[])numbers.Clone();
                moved[i] += shift;
                using (Autograd.NoGrad()) parameter.CopyInPlace(Tensor.From(moved, parameter.Shape));
                return value();
            }

            slopes[i] = (At(h) - At(-h)) / (2 * h);
        }

        using (Autograd.NoGrad()) parameter.CopyInPlace(Tensor.From(numbers, parameter.Shape));
        return slopes;
    }
}
