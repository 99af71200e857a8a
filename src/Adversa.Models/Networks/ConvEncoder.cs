using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to a row of numbers: two strided convolutions, perhaps a dense layer, and a dense head; leaky ReLU of slope 0.2, batch norm except in the first layer.</summary>
/// <remarks>The encoder of Lucic et al., 2017, "Are GANs Created Equal?" (arXiv:1711.10337): conv4 s2 w, conv4 s2 2w, dense 1024, dense.</remarks>
public sealed class ConvEncoder : Module
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network: convolutions N(0, 0.02), batch norm N(1, 0.02), dense layers as PyTorch has them.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 4.</param>
    /// <param name="width">w, channels after the first layer.</param>
    /// <param name="hidden">Units of the dense layer before the head; 0 leaves it out.</param>
    /// <param name="outputs">Numbers in a row.</param>
    /// <param name="init">Draws the weights.</param>
    public ConvEncoder(SampleSchema schema, int width, int hidden, int outputs, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        var flat = 2 * width * (schema.Height / 4) * (schema.Width / 4);
        _net = Child("net", new Sequential([                                                         // [N, C, H, W]
            new Conv2d(schema.Channels, width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2),  // [N, w, H/2, W/2]
            new Conv2d(width, 2 * width, 4, init, stride: 2, padding: 1, bias: false), new BatchNorm2d(2 * width), new LeakyReLU(0.2),
            new Flatten(),                                                                           // [N, 2w·H/4·W/4]
            .. hidden > 0 ? Dense(flat, hidden, init) : [],                                          // [N, hidden]
            new Linear(hidden > 0 ? hidden : flat, outputs, init),                                   // [N, outputs]
        ]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns><c>[N, outputs]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the encoder"));

    private static Module[] Dense(int from, int to, Generator init) => [new Linear(from, to, init, bias: false), new BatchNorm1d(to), new LeakyReLU(0.2)];
}
