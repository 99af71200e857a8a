namespace Adversa.Torch.Nn;

/// <summary>A transposed 1-D convolution; weight <c>[in, out, k]</c>.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√(out·k), 1/√(out·k)).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Length of the kernel.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Factor of growth; 1 or more.</param>
/// <param name="padding">Values cut off at each end; 0 or more.</param>
/// <param name="outputPadding">Values added at one end, below <paramref name="stride"/>.</param>
/// <param name="bias">Whether there is one; leave it out before a batch norm.</param>
public sealed class ConvTranspose1d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0,
    int outputPadding = 0, bool bias = true) : WeightedLayer([inChannels, outChannels, kernelSize], bias, generator, outputDim: 1)
{
    /// <param name="x"><c>[N, in, L]</c>.</param>
    /// <returns><c>[N, out, (L - 1)·stride - 2·padding + k + outputPadding]</c>.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.ConvTranspose1d(x.ExpectShape($"N {InChannels} L", "The input of ConvTranspose1d"), NextWeight(), Bias,
        [stride], [padding], [outputPadding], 1, [1]);
}
