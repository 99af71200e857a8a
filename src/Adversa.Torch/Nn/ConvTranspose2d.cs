using Adversa.Torch.Native;

namespace Adversa.Torch.Nn;

/// <summary>A transposed 2-D convolution ("deconvolution"); weight <c>[in, out, kh, kw]</c>, square unless a kernel width is given.</summary>
/// <remarks>Computed as an ordinary convolution's input gradient, which is the same sums on a faster kernel; docs/decisions tell more.</remarks>
public sealed unsafe class ConvTranspose2d : Module
{
    private readonly Tensor _weight;
    private readonly Tensor? _bias;
    private readonly int _stride;
    private readonly int _padding;
    private readonly int _outputPadding;

    /// <summary>Creates the layer with PyTorch's initialisation, U(-1/√(out·k²), 1/√(out·k²)).</summary>
    /// <param name="inChannels">C of the input.</param>
    /// <param name="outChannels">C of the output.</param>
    /// <param name="kernelSize">Side of the kernel, or its height.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="stride">Factor of growth; 1 or more.</param>
    /// <param name="padding">Rows cut off at each side; 0 or more.</param>
    /// <param name="outputPadding">Rows added at one side, below <paramref name="stride"/>.</param>
    /// <param name="bias">Whether there is one; leave it out before a batch norm.</param>
    /// <param name="kernelWidth">Width of the kernel; 0 makes it square.</param>
    public ConvTranspose2d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0,
        int outputPadding = 0, bool bias = true, int kernelWidth = 0)
    {
        (_stride, _padding, _outputPadding) = (stride, padding, outputPadding);
        kernelWidth = kernelWidth > 0 ? kernelWidth : kernelSize;
        var fanIn = outChannels * kernelSize * kernelWidth;
        _weight = Parameter("weight", Init.PyTorchDefault(Tensor.Zeros([inChannels, outChannels, kernelSize, kernelWidth]), fanIn, generator));
        if (bias) _bias = Parameter("bias", Init.PyTorchDefault(Tensor.Zeros([outChannels]), fanIn, generator));
    }

    /// <param name="x"><c>[N, in, H, W]</c>.</param>
    /// <returns><c>[N, out, (H - 1)·stride - 2·padding + k + outputPadding, ...]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (shape is [_, _, 1, 1] && _padding == 0 && _outputPadding == 0 && shape[1] == _weight.Size(0)) return Project(x, shape[0]);
        var handles = new HandleList();
        try
        {
            nint result;
            NativeStatus.Check(NativeMethods.adv_conv_transpose2d(handles.Add(x), handles.Add(_weight), _bias is null ? 0 : handles.Add(_bias),
                _stride, _padding, _outputPadding, &result), "conv_transpose2d");
            var y = new Tensor(result);
            Call.Recorder?.Invoke("aten::conv_transpose2d.input", [x, _weight, _bias, Both(_stride), Both(_padding), Both(_outputPadding), 1L, Both(1)], [y]);
            return y;
        }
        finally
        {
            handles.Dispose();
        }
    }

    private static long[] Both(int length) => [length, length];

    /// <summary>On a 1x1 input every output pixel is one product: a matrix product does it all.</summary>
    private Tensor Project(Tensor x, long count)
    {
        var kernel = _weight.Shape;
        var y = x.Flatten(1).Matmul(_weight.Flatten(1)).Reshape(count, kernel[1], kernel[2], kernel[3]);
        return _bias is null ? y : y + _bias.Reshape(1, -1, 1, 1);
    }
}
