namespace Adversa.Torch.Nn;

/// <summary>A 3-D convolution, for volumes and films; weight <c>[out, in, k, k, k]</c>.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√fan-in, 1/√fan-in).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Side of the kernel.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Step of the kernel; 1 or more.</param>
/// <param name="padding">Zeros around the input; 0 or more.</param>
/// <param name="bias">Whether there is one; leave it out before a batch norm, which would cancel it.</param>
public sealed class Conv3d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0, bool bias = true)
    : WeightedLayer([outChannels, inChannels, kernelSize, kernelSize, kernelSize], bias, generator)
{
    /// <param name="x"><c>[N, in, D, H, W]</c>.</param>
    /// <returns><c>[N, out, (D + 2·padding - k)/stride + 1, ...]</c>.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Product(x.ExpectShape($"N {InChannels} D H W", "The input of Conv3d"), (x, w, b) =>
        Ops.Conv3d(x, w, b, [stride, stride, stride], [padding, padding, padding], [1, 1, 1]));
}
