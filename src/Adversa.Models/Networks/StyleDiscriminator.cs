using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to one raw score: at each resolution two convolutions beside a shortcut; the spread of the batch joins before the last convolution.</summary>
/// <remarks>Karras et al., 2020, section 4.1 (arXiv:1912.04958).</remarks>
public sealed class StyleDiscriminator : Module
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">What it sees; sides are multiples of 2^levels.</param>
    /// <param name="widths">Channels at each resolution, from the smallest picture to the largest.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="minibatchGroup">Samples whose spread is told.</param>
    public StyleDiscriminator(SampleSchema schema, IReadOnlyList<int> widths, Generator init, int minibatchGroup)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(widths);
        _schema = schema;
        var levels = widths.Count - 1;
        var left = widths[0] * (schema.Height >> levels) * (schema.Width >> levels);
        _net = Child("net", new Sequential([                                      // [N, C, H, W]
            Conv(schema.Channels, widths[levels], 1, init), new ScaledLeakyReLU(),
            .. Enumerable.Range(0, levels).Select(i => new ResidualDown(widths[levels - i], widths[levels - i - 1], init)),
            new MinibatchStddev(minibatchGroup),                                  // [N, w + 1, h, w]
            Conv(widths[0] + 1, widths[0], 3, init), new ScaledLeakyReLU(), new Flatten(),
            new EqualizedLinear(left, widths[0], init, gain: 1), new ScaledLeakyReLU(),
            new EqualizedLinear(widths[0], 1, init, gain: 1),
        ]));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real. A score depends a little on its batch mates: on how much they differ.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        _net.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator"));

    private static EqualizedConv2d Conv(int from, int to, int kernel, Generator init) => new(from, to, kernel, init, padding: kernel / 2, gain: 1);

    /// <summary>Two convolutions to half the side, and a shortcut beside them; the sum over √2.</summary>
    private sealed class ResidualDown : Module
    {
        private readonly Sequential _long;
        private readonly Sequential _short;

        internal ResidualDown(int from, int to, Generator init)
        {
            _long = Child("long", new Sequential([
                Conv(from, from, 3, init), new ScaledLeakyReLU(),
                new Blur(padding: 2), new EqualizedConv2d(from, to, 3, init, stride: 2, gain: 1), new ScaledLeakyReLU(),
            ]));
            _short = Child("short", new Sequential([new SmoothResample(up: false), new EqualizedConv2d(from, to, 1, init, gain: 1, bias: false)]));
        }

        public override Tensor Forward(Tensor x) => (_long.Forward(x) + _short.Forward(x)) * Math.Sqrt(0.5);
    }
}
