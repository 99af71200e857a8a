using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class ResamplingTests
{
    // interpolate(mode="bicubic", antialias=True), which is Pillow's: another kernel makes other small pictures, and with them other scores.
    [Fact]
    public void Shrinking_and_enlarging_equal_PyTorch()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("bicubic");

        golden.Check("smaller", Resampling.Bicubic(golden["input"], 3, 4));
        golden.Check("larger", Resampling.Bicubic(golden["input"], 24, 20));
        golden.Check("uneven", Resampling.Bicubic(golden["input"], 5, 7));
    }

    [Fact]
    public void A_plain_colour_stays_and_a_size_that_is_kept_changes_nothing()
    {
        using var scope = new TensorScope();
        using var noise = new Generator(1);
        var x = Tensor.Rand([1, 2, 6, 6], noise);

        Assert.All(Resampling.Bicubic(Tensor.Full([1, 1, 12, 12], 0.3), 5, 17).Doubles(), value => Assert.Equal(0.3, value, 1e-6));
        Assert.Equal(x.Doubles(), Resampling.Bicubic(x, 6, 6).Doubles());
    }
}
