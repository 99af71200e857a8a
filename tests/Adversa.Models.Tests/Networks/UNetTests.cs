using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests.Networks;

public sealed class UNetTests
{
    [Fact]
    public void The_network_takes_PyTorchs_weights_and_gives_its_noise_and_gradients()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("unet");
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, (int)golden.Number("channels"), 8, 8);
        using var net = new UNet(schema, (int)golden.Number("width"), (int)golden.Number("levels"), (int)golden.Number("blocks"), (int)golden.Number("attention_level"),
            dropout: 0, new(schema, rng, rng));
        var x = golden["input"].Leaf();

        Assert.Equal(golden.Under("weight.").Keys.Order(StringComparer.Ordinal), net.StateDict().Keys.Order(StringComparer.Ordinal));
        net.LoadStateDict(golden.Under("weight."));
        var noise = net.Forward(x, golden["steps"] + 1);                          // the reference counts from 0
        (noise * golden["grad_output"]).Sum().Backward();

        golden.Check("output", noise);
        golden.Check("grad.input", x.Grad);
        foreach (var (name, parameter) in net.NamedParameters())
            if (name.EndsWith(".k.bias", StringComparison.Ordinal)) Assert.All(parameter.Grad!.Doubles(), g => Assert.Equal(0, g, 1e-4));      // a softmax does not see it
            else golden.Check("grad." + name, parameter.Grad);
    }

    [Fact]
    public void The_papers_network_for_CIFAR_has_35_746_307_parameters()
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 32, 32);
        using var rng = new Generator(1);
        using var model = VariantCatalog.Find("ddpm")!.Build(VariantCatalog.Find("ddpm")!.FromJson([]), new(schema, rng, rng));

        Assert.Equal(35_746_307, model.Sampler().SampledNetwork.Parameters.Sum(p => p.Elements));
    }

    // Glorot's bound of a 3x3 kernel from 8 to 8 channels: √(6 / (9·16)) = .204; of 576 uniform numbers the largest is within 2 % of it.
    [Fact]
    public void At_first_the_noise_is_zero_and_weights_are_Glorots()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, 1, 12, 12);
        using var net = new UNet(schema, 8, 3, 2, 2, 0, new(schema, rng, rng));

        Assert.All(net.Forward(Tensor.Randn([2, 1, 12, 12], rng), Tensor.From([1L, 9L], 2)).Doubles(), y => Assert.Equal(0, y));
        var state = net.Values();
        Assert.InRange(state["down.0.block.0.conv1.weight"].Max(Math.Abs), 0.98 * 0.2041, 0.2042);
        Assert.All(state.Where(pair => pair.Key.EndsWith("conv2.weight", StringComparison.Ordinal) || pair.Key.EndsWith("proj_out.weight", StringComparison.Ordinal)),
            pair => Assert.All(pair.Value, w => Assert.Equal(0, w)));
        Assert.All(state.Where(pair => pair.Key.EndsWith("bias", StringComparison.Ordinal)), pair => Assert.All(pair.Value, b => Assert.Equal(0, b)));
    }

    [Fact]
    public void Each_picture_has_its_own_step_and_knows_it()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var schema = new SampleSchema(FieldKind.Image, 1, 12, 12);
        using var net = new UNet(schema, 8, 3, 1, 2, 0, new(schema, rng, rng));
        foreach (var p in net.Parameters) Init.Normal(p, 0, 0.1, rng);            // so that nothing is zero
        var x = Tensor.Randn([1, 1, 12, 12], rng);

        var both = net.Forward(Tensor.Cat([x, x]), Tensor.From([3L, 70L], 2)).Doubles().Chunk(144).ToList();

        Assert.All(both[0].Zip(net.Forward(x, Tensor.From([3L], 1)).Doubles()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));     // float32, another batch
        Assert.True(both[0].Zip(both[1], (a, b) => Math.Abs(a - b)).Max() > 1e-3);
    }

    // sin and cos of t - 1 = 2 with frequencies 1 and 1/10,000.
    [Fact]
    public void The_step_becomes_waves_that_count_from_0()
    {
        using var scope = new TensorScope();

        var waves = TimeEmbedding.Waves(Tensor.From([1L, 3L], 2), 4).Doubles();

        double[] expected = [0, 0, 1, 1, Math.Sin(2), Math.Sin(2e-4), Math.Cos(2), Math.Cos(2e-4)];
        Assert.All(expected.Zip(waves), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Theory]
    [InlineData(128, 32)]
    [InlineData(384, 32)]
    [InlineData(32, 8)]
    [InlineData(24, 2)]
    [InlineData(12, 1)]
    public void Groups_are_the_papers_32_or_have_four_channels_or_more(int channels, int groups) => Assert.Equal(groups, UNetBlock.Groups(channels));
}
