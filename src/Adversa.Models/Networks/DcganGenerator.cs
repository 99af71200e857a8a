using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a latent vector to a picture by transposed convolutions, each doubling the side; batch norm and ReLU between them.</summary>
/// <remarks>Radford, Metz, Chintala, 2015, section 3 and figure 1 (arXiv:1511.06434). The first kernel is the picture's side divided by 2^levels.</remarks>
public sealed class DcganGenerator : Module
{
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="latent">Z; 1 or more.</param>
    /// <param name="width">Channels before the last layer; doubled at each level below.</param>
    /// <param name="levels">How often the side doubles; 1 or more.</param>
    /// <param name="output">The last activation.</param>
    /// <param name="init">Draws the weights.</param>
    public DcganGenerator(SampleSchema schema, int latent, int width, int levels, Output output, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (height, columns) = (schema.Height >> levels, schema.Width >> levels);
        var first = width << (levels - 1);
        var layers = new List<Module>                                             // [N, Z, 1, 1]
        {
            new ConvTranspose2d(latent, first, height, init, bias: false, kernelWidth: columns),
            new BatchNorm2d(first),
            new ReLU(),                                                           // [N, w·2^(levels-1), H/2^levels, W/2^levels]
        };
        for (var channels = first; channels > width; channels /= 2)               // [N, c, h, w] to [N, c/2, 2h, 2w]
            layers.AddRange(
                new ConvTranspose2d(channels, channels / 2, 4, init, stride: 2, padding: 1, bias: false),
                new BatchNorm2d(channels / 2),
                new ReLU());
        layers.Add(new ConvTranspose2d(width, schema.Channels, 4, init, stride: 2, padding: 1));
        if (output.Layer() is { } last) layers.Add(last);                         // [N, C, H, W]
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>, in the range of the output.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape("N Z", "The latent").Reshape(x.Size(0), -1, 1, 1));
}
