namespace Adversa.Torch.Nn;

/// <summary>A 2-D convolution; weight <c>[out, in/groups, kh, kw]</c>, square unless a kernel width is given.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√fan-in, 1/√fan-in).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Side of the kernel, or its height.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Step of the kernel; 1 or more.</param>
/// <param name="padding">Zeros around the input; 0 or more.</param>
/// <param name="bias">Whether there is one; leave it out before a batch norm, which would cancel it.</param>
/// <param name="kernelWidth">Width of the kernel; 0 makes it square.</param>
/// <param name="groups">Parts that the channels fall into, each with filters of its own; 1 joins all, <paramref name="inChannels"/> makes the convolution depthwise. It divides both numbers of channels.</param>
public sealed class Conv2d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0, bool bias = true,
    int kernelWidth = 0, int groups = 1) : WeightedLayer([outChannels, InEach(inChannels, outChannels, groups), kernelSize, kernelWidth > 0 ? kernelWidth : kernelSize], bias, generator)
{
    /// <param name="x"><c>[N, in, H, W]</c>.</param>
    /// <returns><c>[N, out, (H + 2·padding - k)/stride + 1, ...]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Product(x, (x, w, b) => Convolve(x, w, b, stride, padding, groups));

    internal static Tensor Convolve(Tensor x, Tensor weight, Tensor? bias, int stride, int padding, int groups = 1)
    {
        var (shape, kernel) = (x.Shape, weight.Shape);
        if (padding == 0 && groups == 1 && shape.Length == 4 && shape.AsSpan(1).SequenceEqual(kernel.AsSpan(1)))
            return Ops.Linear(x.Flatten(1), weight.Flatten(1), bias).Reshape(shape[0], kernel[0], 1, 1);      // the kernel covers all: one product
        return Ops.Conv2d(x, weight, bias, [stride, stride], [padding, padding], [1, 1], groups);
    }

    private static int InEach(int inChannels, int outChannels, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        return inChannels % groups == 0 && outChannels % groups == 0 ? inChannels / groups
            : throw new ArgumentException($"{groups} groups must divide the channels that come in ({inChannels}) and go out ({outChannels}).", nameof(groups));
    }
}
