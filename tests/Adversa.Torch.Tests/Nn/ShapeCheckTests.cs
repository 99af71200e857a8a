using Adversa.Torch.Nn;

namespace Adversa.Torch.Tests.Nn;

/// <summary>What each layer says about an input that does not fit it.</summary>
public sealed class ShapeCheckTests
{
    private static readonly Dictionary<string, (Func<Generator, Module> Make, long[] Shape, string Text)> Cases = new()
    {
        ["Conv1d"] = (g => new Conv1d(2, 3, 3, g), [1, 3, 8], "The input of Conv1d must have shape [N, 2, L]; got [1, 3, 8]."),
        ["Conv3d"] = (g => new Conv3d(2, 3, 3, g), [1, 2, 8, 8], "The input of Conv3d must have shape [N, 2, D, H, W]; got [1, 2, 8, 8]."),
        ["ConvTranspose1d"] = (g => new ConvTranspose1d(2, 3, 3, g), [1, 3, 8], "The input of ConvTranspose1d must have shape [N, 2, L]; got [1, 3, 8]."),
        ["ConvTranspose3d"] = (g => new ConvTranspose3d(2, 3, 3, g), [1, 3, 4, 4, 4], "The input of ConvTranspose3d must have shape [N, 2, D, H, W]; got [1, 3, 4, 4, 4]."),
        ["EqualizedLinear"] = (g => new EqualizedLinear(4, 2, g), [3, 5], "The input of EqualizedLinear must have shape [N, 4]; got [3, 5]."),
        ["EqualizedConv2d"] = (g => new EqualizedConv2d(4, 2, 3, g), [1, 3, 8, 8], "The input of EqualizedConv2d must have shape [N, 4, H, W]; got [1, 3, 8, 8]."),
        ["PixelNorm"] = (_ => new PixelNorm(), [2, 3, 4], "PixelNorm expects [N, C] or [N, C, H, W]; got [2, 3, 4]."),
        ["MinibatchStddev"] = (_ => new MinibatchStddev(), [4, 3, 4], "MinibatchStddev expects [N, C] or [N, C, H, W]; got [4, 3, 4]."),
        ["MinibatchStddev, features"] = (_ => new MinibatchStddev(features: 2), [4, 3], "MinibatchStddev splits the channels into 2 parts; 3 channels cannot be split so."),
        ["GroupNorm"] = (_ => new GroupNorm(2, 4), [2, 6, 3, 3], "GroupNorm expects [N, 4, ...]; got [2, 6, 3, 3]."),
        ["LayerNorm"] = (_ => new LayerNorm([3, 4]), [2, 4, 3], "LayerNorm expects [N, ..., 3, 4]; got [2, 4, 3]."),
        ["InstanceNorm2d"] = (_ => new InstanceNorm2d(3), [2, 3, 4], "The input of InstanceNorm2d must have shape [N, 3, H, W]; got [2, 3, 4]."),
        ["InstanceNorm2d, one pixel"] = (_ => new InstanceNorm2d(3), [2, 3, 1, 1], "InstanceNorm2d needs more than one pixel, or all becomes 0; got [2, 3, 1, 1]. Leave it out at 1x1."),
        ["BatchNorm3d"] = (_ => new BatchNorm3d(3), [2, 3, 4, 4], "BatchNorm3d expects 5 dimensions; got [2, 3, 4, 4]."),
        ["PReLU"] = (_ => new PReLU(3), [2, 4], "PReLU has 3 slopes and expects [N, 3, ...]; got [2, 4]."),
        ["PixelShuffle"] = (_ => new PixelShuffle(2), [1, 6, 2, 2], "PixelShuffle(2) expects [N, C, H, W] with C a multiple of 4; got [1, 6, 2, 2]."),
        ["SelfAttention2d"] = (g => new SelfAttention2d(4, g, groups: 2), [1, 3, 2, 2], "The input of SelfAttention2d must have shape [N, 4, H, W]; got [1, 3, 2, 2]."),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_says_what_it_expected_and_what_came(string name)
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        var (make, shape, text) = Cases[name];
        using var layer = make(rng);

        Assert.Equal(text, Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Ones(shape))).Message);
    }

    [Fact]
    public void An_embedding_wants_whole_numbers()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var layer = new Embedding(5, 3, rng);

        var error = Assert.Throws<ArgumentException>(() => layer.Forward(Tensor.Ones([2])));

        Assert.StartsWith("Embedding expects whole numbers, Int64, in [0, 5); got Float32 [2]. Convert them: To(DType.Int64).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_must_divide_the_channels()
    {
        var error = Assert.Throws<ArgumentException>(() => new GroupNorm(4, 6));

        Assert.StartsWith("GroupNorm cannot split 6 channels into 4 equal groups; choose a divisor of 6.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Self_attention_begins_as_the_identity_and_learns_all_the_same()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var layer = new SelfAttention2d(4, rng, groups: 2);
        var x = Tensor.Randn([1, 4, 3, 3], rng);

        var y = layer.Forward(x);
        (y * Tensor.Randn([1, 4, 3, 3], rng)).Sum().Backward();

        Assert.Equal(x.ToArray<float>(), y.ToArray<float>());
        Assert.Contains(layer.NamedParameters().Single(p => p.Name == "proj_out.weight").Tensor.Grad!.ToArray<float>(), g => g != 0);
    }
}
