using System.Globalization;
using System.Numerics;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From small pictures to large ones: residual blocks at the small size, then a convolution and a pixel shuffle for each doubling. It takes pictures of any size.</summary>
/// <remarks>Ledig et al., 2016, figure 4 (arXiv:1609.04802); by itself, trained on squared errors, the paper's SRResNet. No last activation. Weights begin as PyTorch's default has them.</remarks>
public sealed class SrganGenerator : Module
{
    private const int Beyond = 4;                  // pixels of padding of the 9x9 kernels

    private readonly int _channels;
    private readonly Sequential _head;
    private readonly Sequential _body;
    private readonly Sequential _tail;

    /// <summary>Creates the network.</summary>
    /// <param name="channels">Channels of the pictures.</param>
    /// <param name="width">w, channels of every block; the paper has 64.</param>
    /// <param name="blocks">Residual blocks; the paper has 16.</param>
    /// <param name="scale">How many times larger the pictures become: a power of two, 2 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public SrganGenerator(int channels, int width, int blocks, int scale, Generator init)
    {
        _channels = channels;
        _head = Child("head", new Sequential(new Conv2d(channels, width, 9, init, padding: Beyond), new PReLU(width)));                    // [N, w, h, w]
        _body = Child("body", new Sequential([.. Enumerable.Range(0, blocks).Select(_ => Block(width, init)),
            new Conv2d(width, width, 3, init, padding: 1, bias: false), new BatchNorm2d(width)]));
        _tail = Child("tail", new Sequential([.. Enumerable.Range(0, BitOperations.Log2((uint)scale)).SelectMany(_ => Doubling(width, init)),   // [N, w, h·scale, w·scale]
            new Conv2d(width, channels, 9, init, padding: Beyond)]));
    }

    /// <summary>How many pixels of a small picture beside its own a large pixel depends on, in evaluation: half of each kernel, in small pixels.</summary>
    /// <param name="blocks">Residual blocks.</param>
    /// <param name="scale">How many times larger the pictures become.</param>
    public static int Reach(int blocks, int scale)
    {
        var large = Beyond;                                             // the last kernel, in large pixels
        for (var side = scale; side > 1; side /= 2) large = (large + 1) / 2 + 1;        // half the side, rounded up, and the 3x3 kernel of this doubling
        return large + 1 + 2 * blocks + Beyond;                         // the body's last kernel, two of each block, the first
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns><c>[N, C, H·scale, W·scale]</c>, in no certain range.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var first = _head.Forward(x.ExpectShape(string.Create(CultureInfo.InvariantCulture, $"N {_channels} H W"), "A picture to enlarge"));
        return _tail.Forward(first + _body.Forward(first));
    }

    private static Module[] Doubling(int width, Generator init) => [new Conv2d(width, 4 * width, 3, init, padding: 1), new PixelShuffle(2), new PReLU(width)];

    // x + BN(conv(PReLU(BN(conv x))))
    private static Residual Block(int width, Generator init) => new("net",
        new Conv2d(width, width, 3, init, padding: 1, bias: false), new BatchNorm2d(width), new PReLU(width),
        new Conv2d(width, width, 3, init, padding: 1, bias: false), new BatchNorm2d(width));
}
