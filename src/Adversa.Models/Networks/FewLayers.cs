using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Half of the channels, each weighed by the sigmoid of one of the other half: a gated linear unit.</summary>
/// <remarks>Dauphin et al., 2016, "Language Modeling with Gated Convolutional Networks", eq. 1 (arXiv:1612.08083).</remarks>
public sealed class Glu : Module
{
    /// <param name="x"><c>[N, 2C, H, W]</c>.</param>
    /// <returns><c>[N, C, H, W]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Chunk(x, 2, 1) is [var value, var gate] ? value * gate.Sigmoid() : throw new ShapeException("A gated linear unit needs an even number of channels.");
}

/// <summary>Adds noise of a learned strength, the same to all channels; strength 0 at first.</summary>
/// <remarks>In training every pass has noise of its own. In evaluation it is one fixed picture, so that a latent vector has one picture, whatever its batch mates.</remarks>
public sealed class NoiseInjection : Module
{
    private readonly Tensor _strength;
    private readonly Tensor _fixed;
    private readonly Generator _noise;

    /// <summary>Creates the layer.</summary>
    /// <param name="height">Rows of the map.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="build">Draws the fixed picture and the noise of each pass.</param>
    public NoiseInjection(int height, int width, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(build);
        _noise = build.Noise;
        _strength = Parameter("weight", Tensor.Zeros([1]));
        _fixed = Buffer("noise", Tensor.Randn([1, 1, height, width], build.Init));
    }

    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x + _strength * (IsTraining ? Tensor.Randn([x.Size(0), 1, x.Size(2), x.Size(3)], _noise) : _fixed);
}

/// <summary>A small map says how much each channel of a large one counts: the long-range skip of a light generator.</summary>
/// <remarks>Liu et al., 2021, eq. 1 (arXiv:2101.04775): y = F(x_low) · x_high, where F pools to 4x4, covers that with one kernel, and ends in a sigmoid.</remarks>
public sealed class SkipExcitation : Module
{
    private readonly long[] _pooled;
    private readonly Sequential _weigh;

    /// <summary>Creates the layers.</summary>
    /// <param name="inChannels">Of the small map.</param>
    /// <param name="outChannels">Of the large one.</param>
    /// <param name="height">Rows of the small map; it is pooled to at most 4.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="init">Draws the weights.</param>
    public SkipExcitation(int inChannels, int outChannels, int height, int width, Generator init)
    {
        var (rows, columns) = (Math.Min(4, height), Math.Min(4, width));
        _pooled = [rows, columns];
        _weigh = Child("weigh", new Sequential(
            new Conv2d(inChannels, outChannels, rows, init, bias: false, kernelWidth: columns), new SiLU(),
            new Conv2d(outChannels, outChannels, 1, init, bias: false), new Sigmoid()));
    }

    /// <param name="x">The small map, <c>[N, in, h, w]</c>.</param>
    /// <returns>The weight of each channel of the large map, <c>[N, out, 1, 1]</c>, in (0, 1).</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _weigh.Forward(Ops.AdaptiveAvgPool2d(x, _pooled));
}

/// <summary>The column of layers that both networks of <c>few</c> are made of.</summary>
internal static class FewLayers
{
    /// <summary>Channels of a level, from the smallest map on: 16, 8, 4, 2, 2, 1, ½ times the width, as in the paper's plan from 4 to 256 pixels.</summary>
    internal static int Channels(int width, int level) => Math.Max(4, level switch { 0 => 16, 1 => 8, 2 => 4, 3 or 4 => 2, _ => 1 } * width / (level > 5 ? 2 : 1));

    /// <summary>Twice as large: pixels repeated, a 3x3 convolution, batch norm, gate.</summary>
    internal static Module[] Up(int inChannels, int outChannels, Generator init) =>
        [new Upsample(2), new Conv2d(inChannels, 2 * outChannels, 3, init, padding: 1, bias: false), new BatchNorm2d(2 * outChannels), new Glu()];

    /// <summary>The same with noise, and a second convolution.</summary>
    internal static Module[] UpTwice(int inChannels, int outChannels, int height, int width, BuildContext build) =>
    [
        new Upsample(2), new Conv2d(inChannels, 2 * outChannels, 3, build.Init, padding: 1, bias: false), new NoiseInjection(height, width, build), new BatchNorm2d(2 * outChannels), new Glu(),
        new Conv2d(outChannels, 2 * outChannels, 3, build.Init, padding: 1, bias: false), new NoiseInjection(height, width, build), new BatchNorm2d(2 * outChannels), new Glu(),
    ];
}
