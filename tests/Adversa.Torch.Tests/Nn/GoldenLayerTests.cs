using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

public sealed class GoldenLayerTests
{
    private static readonly Dictionary<string, Func<Golden, Generator, Module>> Layers = new()
    {
        ["linear"] = Dense, ["linear_nobias"] = Dense,
        ["conv2d_k3s1p1"] = Conv, ["conv2d_k4s2p1"] = Conv, ["conv2d_k5s2p2_nobias"] = Conv, ["conv2d_fullkernel"] = Conv,
        ["conv_transpose2d_k4s2p1"] = Transposed, ["conv_transpose2d_k4s1p0"] = Transposed, ["conv_transpose2d_k3s2p1op1"] = Transposed,
        ["conv_transpose2d_k2s2_nobias"] = Transposed, ["conv_transpose2d_k7_from1x1"] = Transposed,
        ["conv1d_k4s2p1"] = Line, ["conv1d_k3_nobias"] = Line, ["conv3d_k3s2p1"] = Volume, ["conv3d_k4_nobias"] = Volume,
        ["conv_transpose1d_k4s2p1"] = LineTransposed, ["conv_transpose1d_k3s2p1op1_nobias"] = LineTransposed,
        ["conv_transpose3d_k4s2p1"] = VolumeTransposed, ["conv_transpose3d_k3s2p1op1_nobias"] = VolumeTransposed,
        ["batch_norm2d_train"] = Norm2d, ["batch_norm2d_eval"] = Norm2d,
        ["batch_norm1d_train"] = (f, _) => new BatchNorm1d((int)f.Number("num_features")),
        ["leaky_relu_0.2"] = (_, _) => new LeakyReLU(0.2), ["relu"] = (_, _) => new ReLU(), ["tanh"] = (_, _) => new Tanh(),
        ["sigmoid"] = (_, _) => new Sigmoid(), ["elu"] = (_, _) => new ELU(), ["softplus"] = (_, _) => new Softplus(), ["softplus_beta2"] = (_, _) => new Softplus(2, 5),
        ["silu"] = (_, _) => new SiLU(), ["gelu"] = (_, _) => new GELU(), ["prelu"] = (_, _) => new PReLU(), ["prelu_channels"] = (_, _) => new PReLU(3),
        ["batch_norm3d_train"] = (_, _) => new BatchNorm3d(3), ["group_norm"] = (_, _) => new GroupNorm(2, 6),
        ["layer_norm"] = (_, _) => new LayerNorm([6]), ["layer_norm_chw"] = (_, _) => new LayerNorm([3, 4, 4]),
        ["instance_norm2d"] = (_, _) => new InstanceNorm2d(3), ["instance_norm2d_affine"] = (_, _) => new InstanceNorm2d(3, affine: true),
        ["pixel_shuffle2"] = (_, _) => new PixelShuffle(2), ["self_attention2d"] = (_, g) => new SelfAttention2d(6, g, groups: 2),
        ["equalized_linear"] = (_, g) => new EqualizedLinear(7, 5, g), ["equalized_linear_gain1"] = (_, g) => new EqualizedLinear(7, 5, g, gain: 1),
        ["equalized_conv2d"] = (_, g) => new EqualizedConv2d(3, 5, 3, g, padding: 1), ["equalized_conv2d_fullkernel"] = (_, g) => new EqualizedConv2d(3, 5, 4, g),
        ["pixel_norm"] = (_, _) => new PixelNorm(), ["pixel_norm_latent"] = (_, _) => new PixelNorm(),
        ["minibatch_stddev"] = (_, _) => new MinibatchStddev(), ["minibatch_stddev_two_features"] = (_, _) => new MinibatchStddev(features: 2),
        ["minibatch_stddev_small"] = (_, _) => new MinibatchStddev(), ["minibatch_stddev_features"] = (_, _) => new MinibatchStddev(),
        ["max_pool2d_2"] = (_, _) => new MaxPool2d(2), ["max_pool2d_3s2p1"] = (_, _) => new MaxPool2d(3, 2, 1), ["avg_pool2d_2"] = (_, _) => new AvgPool2d(2),
        ["upsample_nearest2"] = (_, _) => new Upsample(2), ["upsample_bilinear2"] = (_, _) => new Upsample(2, UpsampleMode.Bilinear),
        ["dcgan28_d"] = (_, g) => Nets.Dcgan28Discriminator(g), ["dcgan28_g"] = (_, g) => Nets.Dcgan28Generator(g),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_gradients_and_buffers_equal_PyTorch(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        using var generator = new Generator(1);
        using var layer = Layers[name](golden, generator);
        layer.LoadStateDict(golden.Under("weight."));
        if (name.EndsWith("_eval", StringComparison.Ordinal)) layer.Eval();
        var x = golden["input"].Leaf();

        var y = layer.Forward(x);
        (y * golden["grad_output"]).Sum().Backward();

        golden.Check("output", y);
        golden.Check("grad.input", x.Grad);
        foreach (var (key, parameter) in layer.NamedParameters())
            if (golden.Says("zero_gradient", key)) Assert.All(parameter.Grad!.Doubles(), g => Assert.Equal(0, g, 1e-6));      // sums of terms near 1 that cancel
            else golden.Check("grad." + key, parameter.Grad);
        foreach (var (key, buffer) in layer.NamedBuffers()) golden.Check((layer.IsTraining ? "after." : "weight.") + key, buffer);
    }

    [Fact]
    public void Every_golden_file_is_named_by_a_test()
    {
        var folder = Path.Join(Golden.Root, "tests");
        var tests = string.Concat(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        var files = Directory.GetFiles(Path.Join(folder, "golden"), "*.safetensors").Select(Path.GetFileNameWithoutExtension);

        Assert.All(files, name => Assert.Contains($"\"{name}\"", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Embedding_and_the_gradients_of_its_rows_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("embedding");
        using var generator = new Generator(1);
        using var layer = new Embedding(5, 3, generator);
        layer.LoadStateDict(golden.Under("weight."));

        var y = layer.Forward(golden["input"]);
        (y * golden["grad_output"]).Sum().Backward();

        golden.Check("output", y);
        golden.Check("grad.weight", layer.Parameters[0].Grad);
    }

    [Fact]
    public void A_gated_recurrent_layer_and_its_gradients_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("gru");
        using var generator = new Generator(1);
        using var layer = new Gru(2, 3, generator);
        layer.LoadStateDict(golden.Under("weight."));

        var x = golden["input"].Leaf();
        var y = layer.Forward(x);
        (y * golden["grad_output"]).Sum().Backward();

        golden.Check("output", y);
        golden.Check("grad.input", x.Grad);
        foreach (var (key, parameter) in layer.NamedParameters()) golden.Check("grad." + key, parameter.Grad);
    }

    [Fact]
    public void Batch_norm_sums_gradients_and_updates_buffers_over_two_forwards()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("batch_norm2d_two_steps");
        using var layer = new BatchNorm2d(3);
        layer.LoadStateDict(golden.Under("weight."));

        foreach (var (tag, after) in new[] { ("", "after1."), ("2", "after.") })
        {
            var x = golden["input" + tag].Leaf();
            var y = layer.Forward(x);
            (y * golden["grad_output" + tag]).Sum().Backward();
            golden.Check("output" + tag, y);
            golden.Check("grad.input" + tag, x.Grad);
            foreach (var (key, buffer) in layer.NamedBuffers()) golden.Check(after + key, buffer);
        }

        foreach (var (key, parameter) in layer.NamedParameters()) golden.Check("grad." + key, parameter.Grad);
    }

    [Theory]
    [InlineData("log_softmax_ce")]
    [InlineData("bce_with_logits")]
    [InlineData("mse")]
    public void Losses_and_their_gradients_equal_PyTorch(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        var x = golden["input"].Leaf();
        var target = golden["target"];

        var loss = name switch
        {
            "log_softmax_ce" => Torch.Ops.CrossEntropyLoss(x, target),
            "bce_with_logits" => Torch.Ops.BinaryCrossEntropyWithLogits(x, target),
            _ => Torch.Ops.MseLoss(x, target),
        };
        loss.Backward();

        golden.Check("output", loss);
        golden.Check("grad.input", x.Grad);
        if (golden.Has("log_softmax")) golden.Check("log_softmax", Torch.Ops.LogSoftmax(x, 1));
    }

    [Theory]
    [InlineData("d_loss")]
    [InlineData("d_loss_smooth")]
    [InlineData("g_minimax")]
    [InlineData("g_nonsaturating")]
    public void Gan_losses_by_softplus_equal_PyTorch_at_extreme_scores(string loss)
    {
        using var scope = new TensorScope();
        using var golden = new Golden("gan_losses");
        var (real, fake) = (golden["real"].Leaf(), golden["fake"].Leaf());
        var a = golden.Number("smoothing");

        var value = loss switch
        {
            "d_loss" => (-real).Softplus().Mean() + fake.Softplus().Mean(),
            "d_loss_smooth" => (a * (-real).Softplus() + (1 - a) * real.Softplus()).Mean() + fake.Softplus().Mean(),
            "g_minimax" => -fake.Softplus().Mean(),
            _ => (-fake).Softplus().Mean(),
        };
        value.Backward();

        golden.Check(loss, value);
        golden.Check($"grad.{loss}.fake", fake.Grad);
        if (golden.Has($"grad.{loss}.real")) golden.Check($"grad.{loss}.real", real.Grad);
    }

    private static Linear Dense(Golden f, Generator g) => new((int)f.Number("in_features"), (int)f.Number("out_features"), g, f.Flag("bias"));

    private static BatchNorm2d Norm2d(Golden f, Generator g) => new((int)f.Number("num_features"), f.Number("eps"), f.Number("momentum"));

    private static Conv2d Conv(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"), (int)f.Number("kernel_size"), g,
        (int)f.Number("stride"), (int)f.Number("padding"), f.Flag("bias"));

    private static Conv1d Line(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"), (int)f.Number("kernel_size"), g,
        (int)f.Number("stride"), (int)f.Number("padding"), f.Flag("bias"));

    private static Conv3d Volume(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"), (int)f.Number("kernel_size"), g,
        (int)f.Number("stride"), (int)f.Number("padding"), f.Flag("bias"));

    private static ConvTranspose1d LineTransposed(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"),
        (int)f.Number("kernel_size"), g, (int)f.Number("stride"), (int)f.Number("padding"), (int)f.Number("output_padding"), f.Flag("bias"));

    private static ConvTranspose3d VolumeTransposed(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"),
        (int)f.Number("kernel_size"), g, (int)f.Number("stride"), (int)f.Number("padding"), (int)f.Number("output_padding"), f.Flag("bias"));

    private static ConvTranspose2d Transposed(Golden f, Generator g) => new((int)f.Number("in_channels"), (int)f.Number("out_channels"),
        (int)f.Number("kernel_size"), g, (int)f.Number("stride"), (int)f.Number("padding"), (int)f.Number("output_padding"), f.Flag("bias"));
}
