using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A residual block that knows the step: twice norm, SiLU, convolution; the step is added in between.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, appendix B (arXiv:2006.11239) and their code. Keys are those of the PyTorch ports.</remarks>
public sealed class UNetBlock : Module
{
    internal const double Eps = 1e-6;                                              // the authors' group norms have this one, not PyTorch's 1e-5

    private readonly GroupNorm _norm1;
    private readonly Conv2d _conv1;
    private readonly Linear _time;
    private readonly GroupNorm _norm2;
    private readonly Dropout _dropout;
    private readonly Conv2d _conv2;
    private readonly Conv2d? _shortcut;

    /// <summary>Creates the layers.</summary>
    /// <param name="inChannels">C of the input; a multiple of 4.</param>
    /// <param name="outChannels">C of the output; a multiple of 4.</param>
    /// <param name="step">Length of the step's vector.</param>
    /// <param name="dropout">The share dropped before the second convolution, in [0, 1).</param>
    /// <param name="build">Initial weights, and the noise of dropout.</param>
    public UNetBlock(int inChannels, int outChannels, int step, double dropout, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(build);
        _norm1 = Child("norm1", new GroupNorm(Groups(inChannels), inChannels, Eps));
        _conv1 = Child("conv1", new Conv2d(inChannels, outChannels, 3, build.Init, padding: 1));
        _time = Child("temb_proj", new Linear(step, outChannels, build.Init));
        _norm2 = Child("norm2", new GroupNorm(Groups(outChannels), outChannels, Eps));
        _dropout = Child("dropout", new Dropout(dropout, build.Noise));
        _conv2 = Child("conv2", new Conv2d(outChannels, outChannels, 3, build.Init, padding: 1));
        if (inChannels != outChannels) _shortcut = Child("nin_shortcut", new Conv2d(inChannels, outChannels, 1, build.Init));
    }

    /// <param name="x"><c>[N, in, H, W]</c>.</param>
    /// <param name="step">The step's vector after its activation, <c>[N, step]</c>.</param>
    /// <returns><c>[N, out, H, W]</c>.</returns>
    /// <inheritdoc cref="Module.Forward"/>
    public Tensor Forward(Tensor x, Tensor step)
    {
        var h = _conv1.Forward(Ops.Silu(_norm1.Forward(x)));
        h += _time.Forward(step).Reshape(x.Size(0), -1, 1, 1);
        h = _conv2.Forward(_dropout.Forward(Ops.Silu(_norm2.Forward(h))));
        return (_shortcut?.Forward(x) ?? x) + h;
    }

    /// <summary>Not possible: the step is missing.</summary>
    /// <param name="x">Features.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor Forward(Tensor x) => throw new NotSupportedException("A block of the U-Net needs the step beside its input: Forward(x, step).");

    /// <summary>Groups of a norm: the paper's 32, fewer where a group would have less than four channels.</summary>
    /// <param name="channels">A multiple of 4.</param>
    public static int Groups(int channels)
    {
        var quarter = channels / 4;
        return Math.Min(32, quarter & -quarter);                                   // the largest power of two that divides a quarter of the channels
    }
}
