using Adversa.Torch;
using Adversa.Training.Diagnostics;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class StrideTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_pattern_of_the_stride_stands_out_of_noise_and_noise_alone_has_none(int period)
    {
        using var scope = new TensorScope();
        using var generator = new Generator(1);
        var noise = Tensor.Randn([64, 1, 28, 28], generator);
        var pattern = Tensor.From([.. Enumerable.Range(0, 28).Select(x => (float)Math.Cos(2 * Math.PI * x / period))], 1, 1, 1, 28);

        Assert.InRange(Stride.Strength(noise), 0.7, 1.4);
        Assert.True(Stride.Strength(noise + pattern) > 4);
        Assert.True(Stride.Strength(noise + Ops.Transpose(pattern, 2, 3)) > 4);
        Assert.InRange(Stride.Strength(10 * noise + 3), 0.7, 1.4);
    }
}
