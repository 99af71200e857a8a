using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The generator of a well-known Keras tutorial: a dense layer to 7x7, then nearest-neighbour upsampling with 5x5 convolutions.</summary>
/// <remarks>Atienza, 2017, "GAN by Example using Keras on Tensorflow Backend". Keras' momentum 0.9 of the batch norm is PyTorch's 0.1; its epsilon is 1e-3.</remarks>
public sealed class AtienzaGenerator : Module
{
    private const double KerasEps = 1e-3;
    private readonly Sequential _net;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 4.</param>
    /// <param name="latent">Z; 1 or more.</param>
    /// <param name="width">Channels of the dense layer's picture, 256 in the tutorial; a multiple of 8.</param>
    /// <param name="output">The last activation; the tutorial has a sigmoid.</param>
    /// <param name="build">Initial weights, and the noise of dropout.</param>
    public AtienzaGenerator(SampleSchema schema, int latent, int width, Output output, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(build);
        var (height, columns) = (schema.Height / 4, schema.Width / 4);
        var layers = new List<Module>                                             // [N, Z]
        {
            new Linear(latent, width * height * columns, build.Init),
            new BatchNorm1d(width * height * columns, KerasEps),
            new ReLU(),
            new Unflatten(width, height, columns),                                // [N, w, H/4, W/4]
            new Dropout(0.4, build.Noise),
            new Upsample(2),
        };
        layers.AddRange([.. Block(width, width / 2, build.Init), new Upsample(2)]);   // [N, w/2, H, W]
        layers.AddRange([.. Block(width / 2, width / 4, build.Init), .. Block(width / 4, width / 8, build.Init)]);
        layers.Add(new Conv2d(width / 8, schema.Channels, 5, build.Init, padding: 2));
        if (output.Layer() is { } last) layers.Add(last);                         // [N, C, H, W]
        _net = Child("net", new Sequential([.. layers]));
    }

    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>, in the range of the output.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape("N Z", "The latent"));

    private static Module[] Block(int inChannels, int outChannels, Generator init) =>
        [new Conv2d(inChannels, outChannels, 5, init, padding: 2), new BatchNorm2d(outChannels, KerasEps), new ReLU()];
}
