using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A fixed smooth kernel on each channel, [1, 3, 3, 1] in both directions.</summary>
internal static class Smoothing
{
    private static readonly double[] Taps = [1 / 8.0, 3 / 8.0, 3 / 8.0, 1 / 8.0];

    /// <summary>The kernel, with the sum <paramref name="gain"/>.</summary>
    internal static Tensor Kernel(double gain) => Tensor.From([.. Taps.SelectMany(row => Taps.Select(column => (float)(gain * row * column)))], 1, 1, 4, 4);

    /// <summary>What a function of single planes makes of each channel.</summary>
    internal static Tensor OnEachChannel(Tensor x, Func<Tensor, Tensor> plane)
    {
        var shape = x.Shape;
        var y = plane(x.Reshape(shape[0] * shape[1], 1, shape[2], shape[3]));
        return y.Reshape(shape[0], shape[1], y.Size(2), y.Size(3));
    }
}

/// <summary>Twice or half the side, smoothly.</summary>
internal sealed class SmoothResample(bool up) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Smoothing.OnEachChannel(x, planes => up
        ? Ops.ConvTranspose2d(planes, Smoothing.Kernel(4), null, [2, 2], [1, 1], [0, 0], 1, [1, 1])      // each of four output pixels gets a quarter
        : Ops.Conv2d(planes, Smoothing.Kernel(1), null, [2, 2], [1, 1], [1, 1]));
}

/// <summary>Smooths, before a convolution of stride 2 or after one that is transposed; the side grows by 2·padding - 3.</summary>
internal sealed class Blur(int padding, double gain = 1) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        Smoothing.OnEachChannel(x, planes => Ops.Conv2d(planes, Smoothing.Kernel(gain), null, [1, 1], [padding, padding], [1, 1]));
}
