using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests.Nn;

public sealed class SpectralNormTests
{
    private static readonly Dictionary<string, Func<Generator, WeightedLayer>> Layers = new()
    {
        ["spectral_norm_linear"] = g => new Linear(5, 4, g), ["spectral_norm_conv1d"] = g => new Conv1d(2, 3, 3, g),
        ["spectral_norm_conv2d"] = g => new Conv2d(3, 4, 3, g, padding: 1), ["spectral_norm_conv2d_fullkernel"] = g => new Conv2d(3, 2, 4, g),
        ["spectral_norm_conv3d"] = g => new Conv3d(2, 3, 2, g, bias: false),
        ["spectral_norm_conv_transpose2d"] = g => new ConvTranspose2d(3, 2, 4, g, stride: 2, padding: 1),
        ["spectral_norm_conv_transpose2d_from1x1"] = g => new ConvTranspose2d(3, 2, 4, g),
    };

    public static TheoryData<string> Cases => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_steps_of_training_and_an_evaluation_equal_PyTorch(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        using var layer = Build(name);
        layer.LoadStateDict(golden.Under("weight."));
        using var sgd = new Sgd(layer.NamedParameters(), golden.Number("lr"));

        foreach (var tag in new[] { "", "2" })
        {
            var x = golden["input" + tag].Leaf();
            var y = layer.Forward(x);
            layer.ZeroGrad();
            (y * golden["grad_output" + tag]).Sum().Backward();
            golden.Check("output" + tag, y);
            golden.Check($"grad{tag}.input", x.Grad);
            foreach (var (key, parameter) in layer.NamedParameters()) golden.Check($"grad{tag}.{key}", parameter.Grad);
            if (tag.Length > 0) continue;
            foreach (var (key, buffer) in layer.NamedBuffers()) golden.Check("after1." + key, buffer);
            sgd.Step();
        }

        layer.Eval();
        golden.Check("output_eval", layer.Forward(golden["input2"]));
        Assert.Equal(golden.Under("after.").Keys.Order(), layer.StateDict().Keys.Order());
        foreach (var (key, tensor) in layer.StateDict()) golden.Check("after." + key, tensor);
    }

    // With r = σ₂/σ₁ the relative error of σ falls as (1 - r)·r^4n: at r = 0.96 fifty iterations leave 1e-5 times the first misfit.
    [Theory]
    [MemberData(nameof(Cases))]
    public void After_fifty_iterations_sigma_is_the_largest_singular_value(string name)
    {
        using var scope = new TensorScope();
        using var layer = Build(name);
        var w = layer.StateDict()["weight_orig"];
        var matrix = (layer is ConvTranspose2d ? Torch.Ops.Transpose(w, 0, 1) : w).Flatten(1);
        var values = Torch.Ops.LinalgSvdvals(matrix).ToArray<float>();
        Assert.True(values[1] < 0.96 * values[0], "draw another matrix: this one converges too slowly");

        using (Autograd.NoGrad())
            for (var i = 0; i < 50; i++) layer.Forward(Input(name));

        Assert.Equal(values[0], Sigma(layer, matrix), 1e-4 * values[0]);
    }

    [Fact]
    public void A_training_pass_iterates_once_and_an_evaluation_never()
    {
        using var scope = new TensorScope();
        using var layer = Build("spectral_norm_linear");
        using var _ = Autograd.NoGrad();
        var (u, v) = (layer.StateDict()["weight_u"], layer.StateDict()["weight_v"]);
        var before = u.ToArray<float>();
        var w = layer.StateDict()["weight_orig"];

        layer.Eval();
        layer.Forward(Tensor.Ones([2, 5]));
        Assert.Equal(before, u.ToArray<float>());

        layer.Train();
        layer.Forward(Tensor.Ones([2, 5]));
        var once = Torch.Ops.Mv(w.T(), Tensor.From(before, 4));
        once /= once.Square().Sum().Sqrt();
        Golden.Close(once.Doubles(), v.Doubles(), 1e-6, "v after one iteration");
    }

    // A discriminator's turn: two passes, then one backward through both. The second pass moves u and v, which the first one's graph holds.
    [Fact]
    public void Two_passes_before_one_backward_do_not_spoil_each_others_graph()
    {
        using var scope = new TensorScope();
        using var layer = Build("spectral_norm_linear");
        using var twin = Build("spectral_norm_linear");
        twin.LoadStateDict(layer.StateDict());
        var (real, fake) = (Input("spectral_norm_linear"), 2 * Input("spectral_norm_linear"));

        var (first, second) = (layer.Forward(real), layer.Forward(fake));
        (first.Square().Sum() + second.Square().Sum()).Backward();
        twin.Forward(real).Square().Sum().Backward();
        twin.Forward(fake).Square().Sum().Backward();

        Golden.Close(twin.Parameters[0].Grad!.Doubles(), layer.Parameters[0].Grad!.Doubles(), 1e-6, "gradient");
    }

    [Fact]
    public void Every_weighted_layer_below_a_network_is_normalised_and_nothing_else()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new Conv2d(1, 2, 3, rng), new BatchNorm2d(2), new Sequential(new PReLU(), new ConvTranspose2d(2, 3, 4, rng, bias: false)), new Flatten(), new Linear(4, 1, rng));
        var parameters = net.Parameters;

        SpectralNorm.Apply(net, rng);

        Assert.Equal(["net.0.weight_orig", "net.0.bias", "net.0.weight_u", "net.0.weight_v", "net.1.weight", "net.1.bias", "net.1.running_mean", "net.1.running_var",
            "net.1.num_batches_tracked", "net.2.0.weight", "net.2.1.weight_orig", "net.2.1.weight_u", "net.2.1.weight_v", "net.4.weight_orig", "net.4.bias",
            "net.4.weight_u", "net.4.weight_v"], net.StateDict().Keys);
        Assert.Equal(parameters, net.NamedParameters().Select(p => p.Tensor));
        Assert.All(net.NamedBuffers().Where(b => b.Name.Contains("weight_", StringComparison.Ordinal)), b => Assert.Equal(1, b.Tensor.Square().Sum().Item(), 1e-6));
    }

    [Fact]
    public void An_initialisation_that_comes_late_still_finds_the_weights()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new Conv2d(1, 2, 3, rng));
        SpectralNorm.Apply(net, rng);

        Init.Dcgan(net, rng);

        Assert.All(net.StateDict()["net.0.weight_orig"].ToArray<float>(), w => Assert.NotEqual(0, w));
        Assert.All(net.StateDict()["net.0.bias"].ToArray<float>(), b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_frozen_network_passes_gradients_on()
    {
        using var scope = new TensorScope();
        using var layer = Build("spectral_norm_conv2d");
        layer.RequireGrad(false);
        var x = Input("spectral_norm_conv2d").Leaf();

        layer.Forward(x).Sum().Backward();

        Assert.Contains(x.Grad!.ToArray<float>(), g => g != 0);
        Assert.All(layer.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void Applying_it_twice_or_to_nothing_is_refused()
    {
        using var rng = new Generator(1);
        using var layer = Build("spectral_norm_linear");
        using var none = new Net(new Flatten(), new BatchNorm1d(2));

        Assert.Equal("Linear has a spectral norm already; apply it once.", Assert.Throws<InvalidOperationException>(() => SpectralNorm.Apply(layer, rng)).Message);
        Assert.StartsWith("Spectral norm needs dense or convolutional layers; Net has none.", Assert.Throws<ArgumentException>(() => SpectralNorm.Apply(none, rng)).Message, StringComparison.Ordinal);
    }

    // The numbers are float64's; 24x40 in float32 keeps six digits.
    [Fact]
    public void Sigma_and_its_vectors_equal_the_reference_numbers_after_each_count_of_iterations()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var _ = Autograd.NoGrad();
        using var layer = new Linear(40, 24, rng, bias: false);
        SpectralNorm.Apply(layer, rng);
        var (w, expected) = (Vectors.Array("sn_w"), Vectors.Expected("spectral_linear"));
        var state = layer.StateDict();
        state["weight_orig"].CopyInPlace(w);
        state["weight_u"].CopyInPlace(Vectors.Array("sn_u0"));

        for (var i = 1; i <= 20; i++)
        {
            layer.Forward(Tensor.Ones([1, 40]));
            if (expected.TryGetProperty($"sigma_after_{i}", out var sigma)) Assert.Equal(sigma.GetDouble(), Sigma(layer, w), 1e-5);
            if (i > 1) continue;
            Golden.Close([.. expected.GetProperty("u_after_1").EnumerateArray().Select(v => v.GetDouble())], state["weight_u"].Doubles(), 1e-5, "u");
            Golden.Close([.. expected.GetProperty("v_after_1").EnumerateArray().Select(v => v.GetDouble())], state["weight_v"].Doubles(), 1e-5, "v");
        }
    }

    // The singular value of the reshaped kernel, 1.21, is not the norm of the convolution, 2.22 on a ring of 16x16.
    [Fact]
    public void A_convolution_is_divided_by_the_norm_of_its_reshaped_kernel()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var _ = Autograd.NoGrad();
        using var layer = new Conv2d(4, 8, 3, rng, bias: false);
        SpectralNorm.Apply(layer, rng);
        layer.StateDict()["weight_orig"].CopyInPlace(Vectors.Array("sn_conv"));

        for (var i = 0; i < 200; i++) layer.Forward(Tensor.Zeros([1, 4, 3, 3]));

        Assert.Equal(Vectors.Expected("spectral_conv").GetProperty("sigma_reshaped").GetDouble(), Sigma(layer, Vectors.Array("sn_conv").Flatten(1)), 1e-5);
    }

    private static WeightedLayer Build(string name)
    {
        using var rng = new Generator(1);
        var layer = Layers[name](rng);
        SpectralNorm.Apply(layer, rng);
        return layer;
    }

    private static Tensor Input(string name)
    {
        using var golden = new Golden(name);
        return golden["input"].Clone();
    }

    /// <summary>uᵀ W v of the layer's own vectors.</summary>
    private static double Sigma(Module layer, Tensor matrix)
    {
        var state = layer.StateDict();
        return Torch.Ops.Dot(state["weight_u"], Torch.Ops.Mv(matrix, state["weight_v"])).Item();
    }
}
