using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A discriminator that gives no score but the picture again, through a narrow code; how well it does tells real from fake.</summary>
/// <remarks>Berthelot, Schumm, Metz, 2017, figure 1 (arXiv:1703.10717): pairs of 3x3 convolutions with ELU, n channels more at each level, strides of 2 downwards,
/// a dense layer to the code and <see cref="BeganDecoder"/> back.</remarks>
public sealed class BeganDiscriminator : Module
{
    private readonly SampleSchema _schema;
    private readonly Sequential _encoder;
    private readonly BeganDecoder _decoder;

    /// <summary>Creates the network with PyTorch's small initial weights: the equilibrium begins with fakes that are easy to rebuild.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="code">Length of the code; 1 or more.</param>
    /// <param name="width">n, the channels next to the picture.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public BeganDiscriminator(SampleSchema schema, int code, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        var layers = new List<Module> { new Conv2d(schema.Channels, width, 3, init, padding: 1), new ELU() };                         // [N, n, H, W]
        var channels = width;
        for (var level = 0; level < levels; level++, channels += width)           // [N, c, h, w] to [N, c + n, h/2, w/2]
            layers.AddRange(
                new Conv2d(channels, channels, 3, init, padding: 1), new ELU(),
                new Conv2d(channels, channels + width, 3, init, stride: 2, padding: 1), new ELU());
        layers.AddRange(
            new Conv2d(channels, channels, 3, init, padding: 1), new ELU(), new Conv2d(channels, channels, 3, init, padding: 1), new ELU(),
            new Flatten(), new Linear(channels * (schema.Height >> levels) * (schema.Width >> levels), code, init));                   // [N, Z]
        _encoder = Child("encoder", new Sequential([.. layers]));
        _decoder = Child("decoder", new BeganDecoder(schema, code, width, levels, init));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>What it makes of them, of the same shape.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _decoder.Forward(_encoder.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator")));
}
