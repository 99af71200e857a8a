using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

public sealed class PrecisionTests
{
    // 1 + 2^-9 has nine bits of mantissa: bfloat16, with seven, takes it for 1.
    private const float JustAboveOne = 1 + 1f / 512;

    public static TheoryData<string> Layers => ["linear", "conv1d", "conv2d", "conv3d", "convTranspose2d", "project", "equalizedLinear", "equalizedConv2d"];

    private const string NoBf16 = "This libtorch has no bf16 on this processor: see docs/platforms.md";

    public static bool HasBf16 => !Engine.OneDnnErrs;

    [Theory(Skip = NoBf16, SkipUnless = nameof(HasBf16))]
    [MemberData(nameof(Layers))]
    public void A_layers_factors_are_rounded_in_bf16_and_its_result_is_single_precision(string name)
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        var (layer, shape) = Layer(name, init);
        using var owned = layer;
        foreach (var parameter in layer.Parameters) Init.Constant(parameter, 0.5);
        var x = Tensor.Full(shape, JustAboveOne);

        var exact = layer.Forward(x).ToArray<float>();
        Tensor rounded;
        using (new PrecisionScope(Precision.Bf16)) rounded = layer.Forward(x);
        var ofOnes = layer.Forward(Tensor.Ones(shape)).To(DType.BFloat16).To(DType.Float32).ToArray<float>();

        Assert.Equal(DType.Float32, rounded.DType);
        Assert.Equal(ofOnes, rounded.ToArray<float>());
        Assert.NotEqual(exact, rounded.ToArray<float>());
        Assert.Equal(exact, layer.Forward(x).ToArray<float>());      // the scope has ended
    }

    [Fact(Skip = NoBf16, SkipUnless = nameof(HasBf16))]
    public void Scopes_nest_and_gradients_are_single_precision()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var layer = new Linear(3, 2, init);
        var x = Tensor.Randn([4, 3], init);
        using (new PrecisionScope(Precision.Bf16))
        {
            using (new PrecisionScope(Precision.Fp32)) Assert.Equal(Precision.Fp32, PrecisionScope.Current);
            Assert.Equal(Precision.Bf16, PrecisionScope.Current);
            layer.Forward(x).Square().Sum().Backward();
        }

        Assert.Equal(Precision.Fp32, PrecisionScope.Current);
        var half = layer.Parameters[0].Grad!.ToArray<float>();
        layer.ZeroGrad();
        layer.Forward(x).Square().Sum().Backward();
        var full = layer.Parameters[0].Grad!.ToArray<float>();

        Assert.Equal(DType.Float32, layer.Parameters[0].Grad!.DType);
        Assert.NotEqual(full, half);
        Assert.All(full.Zip(half), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.02 * full.Max(Math.Abs)));
    }

    // On a GPU the rounded factors have their channels last. The numbers are the same; so is what follows, a penalty's double backward too.
    [Fact(Skip = NoBf16, SkipUnless = nameof(HasBf16))]
    public void With_channels_last_a_critic_computes_the_same()
    {
        float[] Gradient(bool channelsLast)
        {
            using var scope = new TensorScope();
            using var init = new Generator(1);
            var first = new ConvTranspose2d(2, 4, 4, init, 2, 1);
            using var net = new Sequential(first, new BatchNorm2d(4), new LeakyReLU(0.2), new Conv2d(4, 3, 3, init), new Flatten(), new Linear(3 * 36, 1, init));
            var x = Tensor.Randn([2, 2, 4, 4], init).Leaf();
            using var order = new Order(channelsLast);
            using var numbers = new PrecisionScope(Precision.Bf16);
            Assert.Equal(!channelsLast, first.Forward(x).IsContiguous);

            var slope = Autograd.Grad([net.Forward(x).Sum()], [x], createGraph: true)[0];
            slope.Square().Sum().Backward();
            return net.Parameters[0].Grad!.ToArray<float>();
        }

        var (rows, channels) = (Gradient(channelsLast: false), Gradient(channelsLast: true));

        Assert.All(rows.Zip(channels), pair => Assert.Equal(pair.First, pair.Second, 0.02 * rows.Max(Math.Abs)));
    }

    private readonly struct Order : IDisposable
    {
        public Order(bool channelsLast) => PrecisionScope.ChannelsLastAnywhere = channelsLast;

        public void Dispose() => PrecisionScope.ChannelsLastAnywhere = false;
    }

    [Fact(Skip = NoBf16, SkipUnless = nameof(HasBf16))]
    public void A_tensor_of_another_type_is_left_as_it_is()
    {
        using var scope = new TensorScope();
        using var numbers = new PrecisionScope(Precision.Bf16);

        var y = PrecisionScope.Product(Tensor.Ones([2, 3], DType.Float64), Tensor.Ones([1, 3], DType.Float64), null, static (x, w, b) => Ops.Linear(x, w, b));

        Assert.Equal(DType.Float64, y.DType);
    }

    private static (Module Layer, long[] Input) Layer(string name, Generator init) => name switch
    {
        "linear" => (new Linear(3, 2, init), [2, 3]),
        "conv1d" => (new Conv1d(2, 3, 3, init), [2, 2, 8]),
        "conv2d" => (new Conv2d(2, 3, 3, init), [2, 2, 8, 8]),
        "conv3d" => (new Conv3d(2, 3, 3, init), [2, 2, 6, 6, 6]),
        "convTranspose2d" => (new ConvTranspose2d(2, 3, 4, init, 2, 1), [2, 2, 8, 8]),
        "project" => (new ConvTranspose2d(4, 3, 4, init), [2, 4, 1, 1]),
        "equalizedLinear" => (new EqualizedLinear(3, 2, init), [2, 3]),
        _ => (new EqualizedConv2d(2, 3, 3, init), [2, 2, 8, 8]),
    };
}
