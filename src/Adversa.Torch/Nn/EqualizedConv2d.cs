namespace Adversa.Torch.Nn;

/// <summary>A 2-D convolution with an equalised learning rate: weights of N(0, 1) that are scaled whenever they are used.</summary>
/// <inheritdoc cref="EqualizedLinear"/>
public sealed class EqualizedConv2d : Module
{
    internal const double ReLUGain = 1.4142135623730951;      // √2: He et al., 2015, eq. 10 (arXiv:1502.01852)

    private readonly Tensor _weight;
    private readonly Tensor? _bias;
    private readonly int _stride;
    private readonly int _padding;
    private readonly bool _up;
    private readonly double _scale;

    /// <summary>Creates the layer.</summary>
    /// <param name="inChannels">C of the input.</param>
    /// <param name="outChannels">C of the output.</param>
    /// <param name="kernelSize">Side of the kernel.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="stride">Step of the kernel; 1 or more.</param>
    /// <param name="padding">Zeros around the input; 0 or more.</param>
    /// <param name="gain">√2 before a (leaky) ReLU, 1 before a linear output.</param>
    /// <param name="bias">Whether there is one.</param>
    /// <param name="up">Whether it is transposed: the stride is then the step of the output.</param>
    public EqualizedConv2d(int inChannels, int outChannels, int kernelSize, Generator generator, int stride = 1, int padding = 0,
        double gain = ReLUGain, bool bias = true, bool up = false)
    {
        (_stride, _padding, _up, _scale) = (stride, padding, up, gain / Math.Sqrt(inChannels * kernelSize * kernelSize));
        _weight = Parameter("weight", Init.Normal(Tensor.Zeros([outChannels, inChannels, kernelSize, kernelSize]), 0, 1, generator));
        if (bias) _bias = Parameter("bias", Tensor.Zeros([outChannels]));
    }

    /// <param name="x"><c>[N, in, H, W]</c>.</param>
    /// <returns><c>[N, out, (H + 2·padding - k)/stride + 1, ...]</c>, or <c>[N, out, (H - 1)·stride - 2·padding + k, ...]</c> where it is transposed.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        PrecisionScope.Product(x.ExpectShape($"N {_weight.Size(1)} H W", "The input of EqualizedConv2d"), Weight, _bias, (x, w, b) => _up
            ? Ops.ConvTranspose2d(x, Ops.Transpose(w, 0, 1), b, [_stride, _stride], [_padding, _padding], [0, 0], 1, [1, 1])
            : Conv2d.Convolve(x, w, b, _stride, _padding));

    /// <summary>The weight as it is used, scaled: <c>[out, in, k, k]</c>.</summary>
    public Tensor Weight => _weight * _scale;
}
