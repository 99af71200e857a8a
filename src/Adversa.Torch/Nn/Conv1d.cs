namespace Adversa.Torch.Nn;

/// <summary>A 1-D convolution, for signals; weight <c>[out, in, k]</c>.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√fan-in, 1/√fan-in).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Length of the kernel.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Step of the kernel; 1 or more.</param>
/// <param name="padding">Zeros at both ends; 0 or more.</param>
/// <param name="bias">Whether there is one.</param>
public sealed class Conv1d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0, bool bias = true)
    : WeightedLayer([outChannels, inChannels, kernelSize], bias, generator)
{
    /// <param name="x"><c>[N, in, L]</c>.</param>
    /// <returns><c>[N, out, (L + 2·padding - k)/stride + 1]</c>.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        Product(x.ExpectShape($"N {InChannels} L", "The input of Conv1d"), (x, w, b) => Ops.Conv1d(x, w, b, [stride], [padding], [1]));
}
