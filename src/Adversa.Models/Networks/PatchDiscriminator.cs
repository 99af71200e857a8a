using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A score for each patch of a picture instead of one for all of it: a fully convolutional discriminator.</summary>
/// <remarks>Isola et al., 2016, section 3.2.2 and appendix 6.1.2 (arXiv:1611.07004). One halving looks at patches of 16 pixels, two at 34, three at 70, four at 142.</remarks>
public sealed class PatchDiscriminator : Module
{
    private const int MostWider = 8;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="channels">Of what it looks at: the picture, and the condition beside it.</param>
    /// <param name="width">Channels after the first layer; doubled at each halving, up to eight times.</param>
    /// <param name="halvings">How often the side is halved; 1 or more.</param>
    /// <param name="norm">Between the layers.</param>
    /// <param name="init">Draws the weights.</param>
    public PatchDiscriminator(int channels, int width, int halvings, Norm norm, Generator init)
    {
        var (layers, last) = (new List<Module> { new Conv2d(channels, width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2) }, width);
        for (var level = 1; level <= halvings; level++)
        {
            var next = width * Math.Min(1 << level, MostWider);
            layers.AddRange([new Conv2d(last, next, 4, init, stride: level < halvings ? 2 : 1, padding: 1, bias: norm is Norm.None), .. norm.Layer(next), new LeakyReLU(0.2)]);
            last = next;
        }

        layers.Add(new Conv2d(last, 1, 4, init, padding: 1));
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);
    }

    /// <summary>The least side of a picture that gives a score.</summary>
    /// <param name="halvings">How often the side is halved.</param>
    public static int LeastSide(int halvings) => 3 << halvings;

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>A raw score for each patch, <c>[N, 1, h, w]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x);
}
