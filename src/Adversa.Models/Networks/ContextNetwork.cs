using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to a picture through a narrow code: strided convolutions down to a row of numbers, and DCGAN's generator from there. What it makes may be smaller than what it sees.</summary>
/// <remarks>The encoder-decoder of Pathak et al., 2016, figure 9 (arXiv:1604.07379), and the blending GAN of Wu et al., 2017, figure 3 (arXiv:1703.07195).</remarks>
public sealed class ContextNetwork : Module
{
    private const int Doublings = 4;               // of the channels at most: the layers before have the first one's

    private readonly SampleSchema _seen;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="seen">The pictures that it sees; sides are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="made">The pictures that it makes; sides are multiples of 2^<paramref name="madeLevels"/>.</param>
    /// <param name="width">w, channels of the first layer; up to eight times as many further on.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="madeLevels">How often it is doubled; 1 or more.</param>
    /// <param name="code">Length of the code.</param>
    /// <param name="init">Draws the weights.</param>
    public ContextNetwork(SampleSchema seen, SampleSchema made, int width, int levels, int madeLevels, int code, Generator init)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(made);
        _seen = seen;
        var layers = new List<Module> { new Conv2d(seen.Channels, width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2) };      // [N, w, H/2, W/2]
        var channels = width;
        for (var level = 1; level < levels; level++)                                                     // [N, c, h, w] to [N, c or 2c, h/2, w/2]
        {
            var next = level > levels - Doublings ? 2 * channels : channels;
            layers.AddRange([new Conv2d(channels, next, 4, init, stride: 2, padding: 1, bias: false), new BatchNorm2d(next), new LeakyReLU(0.2)]);
            channels = next;
        }

        _net = Child("net", new Sequential([
            .. layers,
            new Conv2d(channels, code, seen.Height >> levels, init, bias: false, kernelWidth: seen.Width >> levels), new BatchNorm2d(code), new LeakyReLU(0.2),
            new Flatten(),                                                                               // [N, code]
            new DcganGenerator(made, code, width, madeLevels, Output.Tanh, init),
        ]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Pictures of the size that is made, in [-1, 1].</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape($"N {_seen.Channels} {_seen.Height} {_seen.Width}", "A picture for the encoder"));
}
