using System.Globalization;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a latent vector to a picture that grows: each level doubles the side and adds two convolutions; each has its own way out to colours.</summary>
/// <remarks>Karras et al., 2017, table 2 and section 4 (arXiv:1710.10196): equalised learning rate, pixel norm after every convolution and on z, a linear last layer.</remarks>
public sealed class ProganGenerator : GrowingNetwork
{
    private readonly PixelNorm _normalise = new();
    private readonly Sequential[] _blocks;
    private readonly EqualizedConv2d?[] _toColours;       // none below the first level: it would never take part

    /// <summary>Creates the network.</summary>
    /// <param name="growth">The plan.</param>
    /// <param name="latent">Z; 1 or more.</param>
    /// <param name="channels">Channels of each level, from 0 to the last.</param>
    /// <param name="colours">C of the pictures.</param>
    /// <param name="init">Draws the weights.</param>
    public ProganGenerator(Growth growth, int latent, IReadOnlyList<int> channels, int colours, Generator init) : base(growth)
    {
        ArgumentNullException.ThrowIfNull(growth);
        ArgumentNullException.ThrowIfNull(channels);
        _blocks = new Sequential[growth.Last + 1];
        _toColours = new EqualizedConv2d?[growth.Last + 1];
        for (var level = 0; level <= growth.Last; level++)
        {
            var side = growth.Side(level).ToString(CultureInfo.InvariantCulture);
            _blocks[level] = Child($"block{side}", new Sequential(level == 0
                ? [..Dense(latent, channels[0], growth.Root, init), ..Conv(channels[0], channels[0], init)]
                : [new Upsample(2), ..Conv(channels[level - 1], channels[level], init), ..Conv(channels[level], channels[level], init)]));
            if (level >= growth.First) _toColours[level] = Child($"to_colours{side}", new EqualizedConv2d(channels[level], colours, 1, init, gain: 1));
        }
    }

    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures of the side that the network has grown to, <c>[N, C, h, h]</c>; about [-1, 1] once trained, without a bound.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var (newest, alpha, _) = Now;
        Tensor? below = null;
        x = _normalise.Forward(x.ExpectShape("N Z", "The latent"));
        for (var level = 0; level <= newest; level++) (below, x) = (x, _blocks[level].Forward(x));
        return Blend(alpha, _toColours[newest]!.Forward(x), () => Enlarge(_toColours[newest - 1]!.Forward(below!)));
    }

    private static Module[] Dense(int latent, int channels, int side, Generator init) =>
        [new EqualizedLinear(latent, channels * side * side, init), new Unflatten(channels, side, side), new LeakyReLU(0.2), new PixelNorm()];

    private static Module[] Conv(int from, int to, Generator init) => [new EqualizedConv2d(from, to, 3, init, padding: 1), new LeakyReLU(0.2), new PixelNorm()];
}
