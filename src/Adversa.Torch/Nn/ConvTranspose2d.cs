using Adversa.Torch.Native;

namespace Adversa.Torch.Nn;

/// <summary>A transposed 2-D convolution ("deconvolution"); weight <c>[in, out, kh, kw]</c>, square unless a kernel width is given.</summary>
/// <remarks>Computed as an ordinary convolution's input gradient, which is the same sums on a faster kernel; docs/decisions tell more.
/// Begins with PyTorch's initialisation, U(-1/√(out·k²), 1/√(out·k²)).</remarks>
/// <param name="inChannels">C of the input.</param>
/// <param name="outChannels">C of the output.</param>
/// <param name="kernelSize">Side of the kernel, or its height.</param>
/// <param name="generator">Draws the initial weights.</param>
/// <param name="stride">Factor of growth; 1 or more.</param>
/// <param name="padding">Rows cut off at each side; 0 or more.</param>
/// <param name="outputPadding">Rows added at one side, below <paramref name="stride"/>.</param>
/// <param name="bias">Whether there is one; leave it out before a batch norm.</param>
/// <param name="kernelWidth">Width of the kernel; 0 makes it square.</param>
public sealed unsafe class ConvTranspose2d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0,
    int outputPadding = 0, bool bias = true, int kernelWidth = 0)
    : WeightedLayer([inChannels, outChannels, kernelSize, kernelWidth > 0 ? kernelWidth : kernelSize], bias, generator, outputDim: 1)
{
    /// <param name="x"><c>[N, in, H, W]</c>.</param>
    /// <returns><c>[N, out, (H - 1)·stride - 2·padding + k + outputPadding, ...]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Product(x, Transposed);

    private Tensor Transposed(Tensor x, Tensor weight, Tensor? bias)
    {
        var shape = x.Shape;
        if (shape is [_, _, 1, 1] && padding == 0 && outputPadding == 0 && shape[1] == weight.Size(0)) return Project(x, weight, bias, shape[0]);
        var handles = new HandleList();
        try
        {
            nint result;
            NativeStatus.Check(NativeMethods.adv_conv_transpose2d(handles.Add(x), handles.Add(weight), bias is null ? 0 : handles.Add(bias),
                stride, padding, outputPadding, &result), "conv_transpose2d");
            var y = new Tensor(result);
            Call.Recorder?.Invoke("aten::conv_transpose2d.input", [x, weight, bias, Both(stride), Both(padding), Both(outputPadding), 1L, Both(1)], [y]);
            return y;
        }
        finally
        {
            handles.Dispose();
        }
    }

    private static long[] Both(int length) => [length, length];

    /// <summary>On a 1x1 input every output pixel is one product: a matrix product does it all.</summary>
    private static Tensor Project(Tensor x, Tensor weight, Tensor? bias, long count)
    {
        var kernel = weight.Shape;
        var y = x.Flatten(1).Matmul(weight.Flatten(1)).Reshape(count, kernel[1], kernel[2], kernel[3]);
        return bias is null ? y : y + bias.Reshape(1, -1, 1, 1);
    }
}
