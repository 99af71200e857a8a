using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A convolution that a style steers: it weighs the channels that come in, and those that go out are brought back to unit variance.</summary>
/// <remarks>Karras et al., 2020, section 2.2 (arXiv:1912.04958), in the form of appendix B: the activations are scaled before and after one convolution for the whole
/// batch, which equals weights of its own for each sample.</remarks>
internal sealed class ModulatedConv2d : Module
{
    private const double Eps = 1e-8;

    private readonly EqualizedLinear _affine;
    private readonly EqualizedConv2d _conv;
    private readonly Blur? _blur;
    private readonly bool _demodulate;

    /// <param name="from">Channels that come in.</param>
    /// <param name="to">Channels that go out.</param>
    /// <param name="kernel">Side of the kernel.</param>
    /// <param name="style">W, the length of a style.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="up">Whether the side doubles.</param>
    /// <param name="demodulate">Whether the outputs are brought back to unit variance.</param>
    internal ModulatedConv2d(int from, int to, int kernel, int style, Generator init, bool up = false, bool demodulate = true)
    {
        _affine = Child("affine", new EqualizedLinear(style, from, init, gain: 1));
        _conv = Child("conv", new EqualizedConv2d(from, to, kernel, init, stride: up ? 2 : 1, padding: up ? 0 : kernel / 2, gain: 1, bias: false, up: up));
        _blur = up ? new Blur(padding: 1, gain: 4) : null;
        _demodulate = demodulate;
    }

    /// <param name="x"><c>[N, from, h, w]</c>.</param>
    /// <param name="style"><c>[N, W]</c>.</param>
    /// <returns><c>[N, to, h, w]</c>, or of twice the side.</returns>
    internal Tensor Forward(Tensor x, Tensor style) => Modulated(x, Scales(style));

    /// <summary>The factor on each channel that comes in: 1 at first, as the affine map begins around 0.</summary>
    /// <param name="style"><c>[N, W]</c>.</param>
    /// <returns>s, <c>[N, from]</c>.</returns>
    internal Tensor Scales(Tensor style) => _affine.Forward(style) + 1;

    // conv(x·s) · (Σ w²s² + ε)^-½, the sum over what comes in and over the kernel
    internal Tensor Modulated(Tensor x, Tensor s)
    {
        var y = _conv.Forward(x * s.Reshape(s.Size(0), s.Size(1), 1, 1));
        if (_demodulate) y *= Ops.Rsqrt(s.Square().Matmul(_conv.Weight.Square().Sum([2, 3]).T()) + Eps).Reshape(s.Size(0), -1, 1, 1);
        return _blur?.Forward(y) ?? y;
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => throw new NotSupportedException("A modulated convolution needs a style: Forward(x, style).");
}

/// <summary>A modulated 3x3 convolution with noise and a leaky ReLU of gain √2.</summary>
internal sealed class StyleLayer : Module
{
    private readonly ModulatedConv2d _conv;
    private readonly Tensor _strength;
    private readonly Tensor _bias;

    /// <param name="from">Channels that come in.</param>
    /// <param name="to">Channels that go out.</param>
    /// <param name="style">W, the length of a style.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="up">Whether the side doubles.</param>
    internal StyleLayer(int from, int to, int style, Generator init, bool up)
    {
        _strength = Parameter("noise_strength", Tensor.Zeros([]));
        _bias = Parameter("bias", Tensor.Zeros([to]));
        _conv = Child("conv", new ModulatedConv2d(from, to, 3, style, init, up));
    }

    /// <param name="x"><c>[N, from, h, w]</c>.</param>
    /// <param name="style"><c>[N, W]</c>.</param>
    /// <param name="noise">Draws standard normal numbers of a shape; null takes none.</param>
    internal Tensor Forward(Tensor x, Tensor style, Func<long[], Tensor>? noise)
    {
        var y = _conv.Forward(x, style);
        if (noise is not null) y += _strength * noise([y.Size(0), 1, y.Size(2), y.Size(3)]);
        return ScaledLeakyReLU.Of(y + _bias.Reshape(1, -1, 1, 1));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => throw new NotSupportedException("A layer of styles needs one: Forward(x, style, noise).");
}

/// <summary>A leaky ReLU of slope .2 times √2, which keeps the variance about as it is.</summary>
internal sealed class ScaledLeakyReLU : Module
{
    internal static Tensor Of(Tensor x) => Ops.LeakyRelu(x, 0.2) * Math.Sqrt(2);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Of(x);
}
