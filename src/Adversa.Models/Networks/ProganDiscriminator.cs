using System.Globalization;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture of the side that the network has grown to, to one raw score; the generator's mirror image.</summary>
/// <remarks>Karras et al., 2017, table 2 (arXiv:1710.10196): two convolutions a level, then the mean of each 2x2 square; the spread of the batch joins before the last convolution.</remarks>
public sealed class ProganDiscriminator : GrowingNetwork, ITapped
{
    private readonly int _colours;
    private readonly Sequential[] _blocks;
    private readonly Sequential?[] _fromColours;          // none below the first level: it would never take part

    /// <summary>Creates the network.</summary>
    /// <param name="growth">The plan.</param>
    /// <param name="channels">Channels of each level, from 0 to the last.</param>
    /// <param name="colours">C of the pictures.</param>
    /// <param name="init">Draws the weights.</param>
    public ProganDiscriminator(Growth growth, IReadOnlyList<int> channels, int colours, Generator init) : base(growth)
    {
        ArgumentNullException.ThrowIfNull(growth);
        ArgumentNullException.ThrowIfNull(channels);
        _colours = colours;
        _blocks = new Sequential[growth.Last + 1];
        _fromColours = new Sequential?[growth.Last + 1];
        for (var level = 0; level <= growth.Last; level++)
        {
            var side = growth.Side(level).ToString(CultureInfo.InvariantCulture);
            if (level >= growth.First) _fromColours[level] = Child($"from_colours{side}", new Sequential(Conv(colours, channels[level], 1, 0, init)));
            _blocks[level] = Child($"block{side}", new Sequential(level == 0
                ? [new MinibatchStddev(), ..Conv(channels[0] + 1, channels[0], 3, 1, init), ..Conv(channels[0], channels[0], growth.Root, 0, init), new Flatten(), new EqualizedLinear(channels[0], 1, init, gain: 1)]
                : [..Conv(channels[level], channels[level], 3, 1, init), ..Conv(channels[level], channels[level - 1], 3, 1, init), new AvgPool2d(2)]));
        }
    }

    /// <param name="x">Pictures of the present side, <c>[N, C, h, h]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real. A score depends a little on its batch mates: on how much they differ.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var (newest, alpha, _) = Now;
        var side = Growth.Side(newest);
        x.ExpectShape($"N {_colours} {side} {side}", "A picture for the discriminator at its present size");
        var y = _blocks[newest].Forward(_fromColours[newest]!.Forward(x));
        y = Blend(alpha, y, () => _fromColours[newest - 1]!.Forward(Reduce(x)));
        for (var level = newest - 1; level >= 0; level--) y = _blocks[level].Forward(y);
        return y;
    }

    /// <summary>The pass of the network once it has grown, wherever it stands now. The activations of the smallest level are left out: they depend on batch mates.</summary>
    /// <param name="x">Pictures of the last side, <c>[N, C, H, H]</c>.</param>
    /// <returns>The activations of the blocks above the smallest, and last the raw scores.</returns>
    public IReadOnlyList<Tensor> Tap(Tensor x)
    {
        var hidden = new List<Tensor>();
        var y = _fromColours[Growth.Last]!.Forward(x);
        for (var level = Growth.Last; level > 0; level--)
        {
            var seen = _blocks[level].Trace(y, Activation.Is);
            hidden.AddRange(seen.SkipLast(1));
            y = seen[^1];
        }

        return [.. hidden, _blocks[0].Forward(y)];
    }

    /// <summary>Real pictures as the network is to see them now: at its present side, and blended with the side below as the generator's are.</summary>
    /// <param name="real">Pictures of the last side, <c>[N, C, H, H]</c>.</param>
    /// <returns><c>[N, C, h, h]</c>.</returns>
    public Tensor Present(Tensor real)
    {
        var (newest, alpha, _) = Now;
        real = Reduce(real, 1 << (Growth.Last - newest));
        return Blend(alpha, real, () => Enlarge(Reduce(real)));
    }

    private static Module[] Conv(int from, int to, int kernel, int padding, Generator init) => [new EqualizedConv2d(from, to, kernel, init, padding: padding), new LeakyReLU(0.2)];
}
