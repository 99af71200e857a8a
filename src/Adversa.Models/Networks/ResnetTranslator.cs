using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From picture to picture: halved twice, changed by residual blocks, doubled twice; borders are mirrored.</summary>
/// <remarks>Zhu et al., 2017, section 4 and appendix 7.2 (arXiv:1703.10593), after Johnson, Alahi, Fei-Fei, 2016 (arXiv:1603.08155). Nothing in it has a size of its own: any sides that are multiples of 4 will do.</remarks>
public sealed class ResnetTranslator : Module
{
    private const int Wide = 7;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="inChannels">Channels of what is translated.</param>
    /// <param name="outChannels">Channels of what is made.</param>
    /// <param name="width">Channels at full size; four times as many in the blocks.</param>
    /// <param name="blocks">Residual blocks: nine in the paper for 256 pixels, six for 128.</param>
    /// <param name="init">Draws the weights.</param>
    public ResnetTranslator(int inChannels, int outChannels, int width, int blocks, Generator init)
    {
        var layers = new List<Module>
        {
            new ReflectionPad2d(Wide / 2), new Conv2d(inChannels, width, Wide, init, bias: false), new InstanceNorm2d(width), new ReLU(),                           // [N, w, H, W]
            new Conv2d(width, 2 * width, 3, init, stride: 2, padding: 1, bias: false), new InstanceNorm2d(2 * width), new ReLU(),                                   // [N, 2w, H/2, W/2]
            new Conv2d(2 * width, 4 * width, 3, init, stride: 2, padding: 1, bias: false), new InstanceNorm2d(4 * width), new ReLU(),                               // [N, 4w, H/4, W/4]
        };
        for (var block = 0; block < blocks; block++) layers.Add(Block(4 * width, init));
        layers.AddRange([
            new ConvTranspose2d(4 * width, 2 * width, 3, init, stride: 2, padding: 1, outputPadding: 1, bias: false), new InstanceNorm2d(2 * width), new ReLU(),
            new ConvTranspose2d(2 * width, width, 3, init, stride: 2, padding: 1, outputPadding: 1, bias: false), new InstanceNorm2d(width), new ReLU(),
            new ReflectionPad2d(Wide / 2), new Conv2d(width, outChannels, Wide, init), new Tanh()]);
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);
    }

    /// <summary>Sides are multiples of this.</summary>
    public const int Stride = 4;

    /// <param name="x">Pictures in [-1, 1], <c>[N, in, H, W]</c>.</param>
    /// <returns>Pictures in (-1, 1), <c>[N, out, H, W]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x);

    private static Residual Block(int channels, Generator init) => new("change",
        new ReflectionPad2d(1), new Conv2d(channels, channels, 3, init, bias: false), new InstanceNorm2d(channels), new ReLU(),
        new ReflectionPad2d(1), new Conv2d(channels, channels, 3, init, bias: false), new InstanceNorm2d(channels));
}
