using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to one raw score by strided convolutions; leaky ReLU of slope 0.2, batch norm except in the first layer, no pooling.</summary>
/// <remarks>Radford, Metz, Chintala, 2015, section 3 (arXiv:1511.06434). The last kernel covers what is left.</remarks>
public sealed class DcganDiscriminator : Module
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="width">Channels after the first layer; doubled at each level.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public DcganDiscriminator(SampleSchema schema, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        var layers = new List<Module>
        {
            new Conv2d(schema.Channels, width, 4, init, stride: 2, padding: 1),
            new LeakyReLU(0.2),                                                   // [N, w, H/2, W/2]
        };
        var channels = width;
        for (var level = 1; level < levels; level++, channels *= 2)               // [N, c, h, w] to [N, 2c, h/2, w/2]
            layers.AddRange(
                new Conv2d(channels, 2 * channels, 4, init, stride: 2, padding: 1, bias: false),
                new BatchNorm2d(2 * channels),
                new LeakyReLU(0.2));
        layers.Add(new Conv2d(channels, 1, schema.Height >> levels, init, kernelWidth: schema.Width >> levels));
        layers.Add(new Flatten());                                                // [N, 1]
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator"));
}
