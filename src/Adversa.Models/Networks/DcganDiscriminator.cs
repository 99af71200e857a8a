using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to one raw score by strided convolutions; leaky ReLU of slope 0.2, a norm except in the first layer, no pooling.</summary>
/// <remarks>Radford, Metz, Chintala, 2015, section 3 (arXiv:1511.06434). The last kernel covers what is left.</remarks>
public sealed class DcganDiscriminator : Module, ITapped
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="width">Channels after the first layer; doubled at each level.</param>
    /// <param name="levels">How often the side is halved; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="norm">Between the layers; the paper has batch norm.</param>
    /// <param name="minibatchGroup">Samples whose spread is one more channel before the last layer; 0 leaves it out.</param>
    /// <param name="outputs">Numbers a sample; 1 is a score.</param>
    /// <param name="scoreBias">Whether the last layer has a bias; it cancels in a difference of scores.</param>
    public DcganDiscriminator(SampleSchema schema, int width, int levels, Generator init, Norm norm = Norm.Batch, int minibatchGroup = 0, int outputs = 1,
        bool scoreBias = true)
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
            layers.AddRange([
                new Conv2d(channels, 2 * channels, 4, init, stride: 2, padding: 1, bias: norm == Norm.None),
                .. norm.Layer(2 * channels),
                new LeakyReLU(0.2)]);
        if (minibatchGroup > 0) layers.Add(new MinibatchStddev(minibatchGroup));  // one more channel
        layers.Add(new Conv2d(channels + (minibatchGroup > 0 ? 1 : 0), outputs, schema.Height >> levels, init, bias: scoreBias, kernelWidth: schema.Width >> levels));
        layers.Add(new Flatten());                                                // [N, outputs]
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(Checked(x));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x) => _net.Trace(Checked(x), Activation.Is);

    private Tensor Checked(Tensor x) => x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator");
}
