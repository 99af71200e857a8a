namespace Adversa.Torch.Nn;

/// <summary>A transposed 3-D convolution; weight <c>[in, out, k, k, k]</c>.</summary>
/// <remarks>Begins with PyTorch's initialisation, U(-1/√(out·k³), 1/√(out·k³)).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Side of the kernel.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Factor of growth; 1 or more.</param>
/// <param name="padding">Layers cut off at each side; 0 or more.</param>
/// <param name="outputPadding">Layers added at one side, below <paramref name="stride"/>.</param>
/// <param name="bias">Whether there is one; leave it out before a batch norm.</param>
public sealed class ConvTranspose3d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0,
    int outputPadding = 0, bool bias = true) : WeightedLayer([inChannels, outChannels, kernelSize, kernelSize, kernelSize], bias, generator, outputDim: 1)
{
    /// <param name="x"><c>[N, in, D, H, W]</c>.</param>
    /// <returns><c>[N, out, (D - 1)·stride - 2·padding + k + outputPadding, ...]</c>.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.ConvTranspose3d(x.ExpectShape($"N {InChannels} D H W", "The input of ConvTranspose3d"), NextWeight(), Bias,
        [stride, stride, stride], [padding, padding, padding], [outputPadding, outputPadding, outputPadding], 1, [1, 1, 1]);
}
