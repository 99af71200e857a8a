using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a code to a picture, the mirror of <see cref="ConvEncoder"/>: dense layers, then two transposed convolutions; batch norm and ReLU between them.</summary>
/// <remarks>The generator of Lucic et al., 2017, "Are GANs Created Equal?" (arXiv:1711.10337): dense 1024, dense 2w·(H/4)·(W/4), convT4 s2 w, convT4 s2 C.</remarks>
public sealed class ConvDecoder : Module
{
    private readonly Sequential _net;

    /// <summary>Creates the network: convolutions N(0, 0.02), batch norm N(1, 0.02), dense layers as PyTorch has them.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 4.</param>
    /// <param name="code">Length of the code.</param>
    /// <param name="width">w, channels before the last layer.</param>
    /// <param name="hidden">Units of the dense layer after the code; 0 leaves it out.</param>
    /// <param name="output">The last activation; none gives logits.</param>
    /// <param name="init">Draws the weights.</param>
    public ConvDecoder(SampleSchema schema, int code, int width, int hidden, Output output, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (height, columns) = (schema.Height / 4, schema.Width / 4);
        _net = Child("net", new Sequential([                                                         // [N, code]
            .. hidden > 0 ? Dense(code, hidden, init) : [],                                          // [N, hidden]
            .. Dense(hidden > 0 ? hidden : code, 2 * width * height * columns, init),
            new Unflatten(2 * width, height, columns),                                               // [N, 2w, H/4, W/4]
            new ConvTranspose2d(2 * width, width, 4, init, stride: 2, padding: 1, bias: false), new BatchNorm2d(width), new ReLU(),
            new ConvTranspose2d(width, schema.Channels, 4, init, stride: 2, padding: 1),
            .. output.Layers(),                                                                      // [N, C, H, W]
        ]));
        Init.Dcgan(this, init);
    }

    /// <param name="x">Codes, <c>[N, code]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>, in the range of the output.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape("N Z", "The code"));

    private static Module[] Dense(int from, int to, Generator init) => [new Linear(from, to, init, bias: false), new BatchNorm1d(to), new ReLU()];
}
