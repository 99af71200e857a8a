using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

public sealed class GroupedConvTests
{
    [Theory]
    [InlineData(4, 6, 2, 3, 0)]
    [InlineData(6, 6, 3, 3, 1)]
    [InlineData(4, 4, 4, 5, 0)]         // depthwise, with a kernel that covers all
    [InlineData(3, 6, 1, 3, 1)]
    public void It_is_the_convolutions_of_its_parts_side_by_side(int inChannels, int outChannels, int groups, int kernel, int padding)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var whole = new Conv2d(inChannels, outChannels, kernel, rng, padding: padding, groups: groups);
        var (weight, bias) = (whole.Parameters[0], whole.Parameters[1]);
        var x = Tensor.Randn([2, inChannels, 5, 5], rng);
        var (each, made) = (inChannels / groups, outChannels / groups);

        var parts = Enumerable.Range(0, groups).Select(i => Ops.Conv2d(x.Narrow(1, i * each, each), weight.Narrow(0, i * made, made), bias.Narrow(0, i * made, made), [1, 1], [padding, padding], [1, 1]));

        Assert.Equal([outChannels, each, kernel, kernel], weight.Shape);
        Golden.Close(Tensor.Cat([.. parts], 1).Doubles(), whole.Forward(x).Doubles(), 1e-6, "grouped");
    }

    // U(-1/√fan-in, 1/√fan-in), where a filter of a group sees in/groups channels.
    [Fact]
    public void The_first_weights_go_by_what_one_filter_sees()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var conv = new Conv2d(64, 64, 3, rng, groups: 16);

        Assert.Equal(1 / 6.0, conv.Parameters[0].Doubles().Max(Math.Abs), tolerance: 1e-3);       // 4 · 9 numbers; 2,304 draws come this near
    }

    [Theory]
    [InlineData(4, 6, 4)]
    [InlineData(3, 6, 2)]
    public void Groups_that_do_not_divide_the_channels_are_refused(int inChannels, int outChannels, int groups)
    {
        using var rng = new Generator(1);

        Assert.Contains($"{groups} groups must divide the channels that come in ({inChannels}) and go out ({outChannels}).",
            Assert.Throws<ArgumentException>(() => new Conv2d(inChannels, outChannels, 3, rng, groups: groups)).Message, StringComparison.Ordinal);
    }
}
