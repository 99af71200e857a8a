using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From picture to picture: halved to a narrow middle and doubled again, each map on the way down joined to its equal on the way up. Dropout is its only noise.</summary>
/// <remarks>Isola et al., 2016, section 3.2.1 and appendix 6.1.1 (arXiv:1611.07004). Pictures come one at a time there, where batch norm is the norm of each sample: so it is here, whatever the batch,
/// and a picture does not depend on its batch mates. The innermost map, one pixel in training, has no norm, which would make it 0.</remarks>
public sealed class TranslationUNet : Module, IDrawing
{
    private const int MostWider = 8, WithDropout = 3;
    private readonly Sequential[] _down;
    private readonly Sequential[] _up;
    private readonly double _dropout;
    private readonly Generator _noise;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="inChannels">Channels of what is translated.</param>
    /// <param name="outChannels">Channels of what is made.</param>
    /// <param name="width">Channels of the largest map; doubled at each halving, up to eight times.</param>
    /// <param name="levels">How often the side is halved; 2 or more.</param>
    /// <param name="dropout">The share that vanishes in the innermost three maps on the way up, in [0, 1).</param>
    /// <param name="build">Draws the weights, and the masks in training.</param>
    public TranslationUNet(int inChannels, int outChannels, int width, int levels, double dropout, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        (_dropout, _noise, Levels) = (dropout, build.Noise, levels);
        (_down, _up) = (new Sequential[levels], new Sequential[levels]);
        for (var level = 0; level < levels; level++)                              // [N, c(l-1), h, w] to [N, c(l), h/2, w/2]
            _down[level] = Child($"down{level}", new Sequential([
                .. level > 0 ? [new LeakyReLU(0.2)] : Array.Empty<Module>(),
                new Conv2d(level == 0 ? inChannels : Channels(level - 1), Channels(level), 4, build.Init, stride: 2, padding: 1, bias: level == 0 || level == levels - 1),
                .. level == 0 || level == levels - 1 ? [] : Norm.Instance.Layer(Channels(level))]));
        for (var level = levels - 1; level >= 0; level--)                         // [N, (2)c(l), h, w] to [N, c(l-1), 2h, 2w]
            _up[level] = Child($"up{level}", new Sequential([
                new ReLU(),
                new ConvTranspose2d(Channels(level) * (level == levels - 1 ? 1 : 2), level == 0 ? outChannels : Channels(level - 1), 4, build.Init, stride: 2, padding: 1, bias: level == 0),
                .. level == 0 ? [new Tanh()] : Norm.Instance.Layer(Channels(level - 1))]));
        Init.Dcgan(this, build.Init);

        int Channels(int level) => width * Math.Min(1 << level, MostWider);
    }

    /// <summary>How often the side is halved: sides are multiples of 2 to the power of this.</summary>
    public int Levels { get; }

    /// <param name="x">Pictures in [-1, 1], <c>[N, in, H, W]</c>.</param>
    /// <returns>Pictures in (-1, 1), <c>[N, out, H, W]</c>. In training dropout draws from the run's noise; in evaluation there is none.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Pass(x, IsTraining && _dropout > 0 ? shape => Tensor.Rand(shape, _noise) : null);

    /// <summary>The same with dropout by given numbers, as the paper samples: "dropout at both training and test time".</summary>
    /// <inheritdoc/>
    public Tensor Draw(Tensor x, Func<long[], Tensor> uniform) => Pass(x, _dropout > 0 ? uniform : null);

    private Tensor Pass(Tensor x, Func<long[], Tensor>? uniform)
    {
        var maps = new Tensor[Levels];
        for (var level = 0; level < Levels; level++) maps[level] = _down[level].Forward(level == 0 ? x : maps[level - 1]);
        var y = maps[^1];
        for (var level = Levels - 1; level >= 0; level--)
        {
            y = _up[level].Forward(level == Levels - 1 ? y : Tensor.Cat([maps[level], y], 1));
            if (uniform is not null && level > 0 && level >= Levels - WithDropout) y = y * Ops.Ge(uniform(y.Shape), _dropout).To(y.DType) * (1 / (1 - _dropout));
        }

        return y;
    }
}
