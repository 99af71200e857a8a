using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A fixed smooth kernel on each channel, [1, 3, 3, 1] in both directions: as filters in as many groups, for which processors have kernels of their own.</summary>
internal static class Smoothing
{
    private static readonly double[] Taps = [1 / 8.0, 3 / 8.0, 3 / 8.0, 1 / 8.0];

    /// <summary>The kernel with the sum <paramref name="gain"/> for every channel, <c>[C, 1, 4, 4]</c>.</summary>
    internal static Tensor Kernel(long channels, double gain)
    {
        var kernel = Tensor.From([.. Taps.SelectMany(row => Taps.Select(column => (float)(gain * row * column)))], 1, 1, 4, 4);
        return Ops.Repeat(kernel, [channels, 1, 1, 1]);
    }
}

/// <summary>Twice or half the side, smoothly.</summary>
internal sealed class SmoothResample(bool up) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var channels = x.Size(1);
        return up ? Ops.ConvTranspose2d(x, Smoothing.Kernel(channels, 4), null, [2, 2], [1, 1], [0, 0], channels, [1, 1])      // each of four gets a quarter
            : Ops.Conv2d(x, Smoothing.Kernel(channels, 1), null, [2, 2], [1, 1], [1, 1], channels);
    }
}

/// <summary>Smooths, before a convolution of stride 2 or after one that is transposed; the side grows by 2·padding - 3.</summary>
internal sealed class Blur(int padding, double gain = 1) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var channels = x.Size(1);
        return Ops.Conv2d(x, Smoothing.Kernel(channels, gain), null, [1, 1], [padding, padding], [1, 1], channels);
    }
}
