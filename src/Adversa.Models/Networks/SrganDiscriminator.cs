using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to one raw score: eight 3x3 convolutions of which every second one halves the side, a dense layer, and the score; leaky ReLU of slope 0.2, batch norm except in the first.</summary>
/// <remarks>Ledig et al., 2016, figure 4 (arXiv:1609.04802), without the last sigmoid.</remarks>
public sealed class SrganDiscriminator : Module, ITapped
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; sides are multiples of 16.</param>
    /// <param name="width">w, channels of the first two layers; the paper has 64, and twice as many after each halving.</param>
    /// <param name="hidden">Units of the dense layer; the paper has 1024.</param>
    /// <param name="init">Draws the weights.</param>
    public SrganDiscriminator(SampleSchema schema, int width, int hidden, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _net = Child("net", new Sequential([                                                            // [N, C, H, W]
            new Conv2d(schema.Channels, width, 3, init, padding: 1), new LeakyReLU(0.2),
            .. Layer(width, width, 2, init),                                                            // [N, w, H/2, W/2]
            .. Layer(width, 2 * width, 1, init), .. Layer(2 * width, 2 * width, 2, init),
            .. Layer(2 * width, 4 * width, 1, init), .. Layer(4 * width, 4 * width, 2, init),
            .. Layer(4 * width, 8 * width, 1, init), .. Layer(8 * width, 8 * width, 2, init),
            new Flatten(),                                                                              // [N, 8w·H/16·W/16]
            new Linear(8 * width * (schema.Height / 16) * (schema.Width / 16), hidden, init), new LeakyReLU(0.2),
            new Linear(hidden, 1, init),                                                                // [N, 1]
        ]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(Checked(x));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x) => _net.Trace(Checked(x), Activation.Is);

    private Tensor Checked(Tensor x) => x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator");

    private static Module[] Layer(int from, int to, int stride, Generator init) =>
        [new Conv2d(from, to, 3, init, stride: stride, padding: 1, bias: false), new BatchNorm2d(to), new LeakyReLU(0.2)];
}
