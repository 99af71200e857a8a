using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The discriminator of the same tutorial as <see cref="AtienzaGenerator"/>: four 5x5 convolutions with dropout, then a dense layer.</summary>
public sealed class AtienzaDiscriminator : Module, ITapped
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 4.</param>
    /// <param name="width">Channels of the last convolution but one, 256 in the tutorial; the last has twice as many. A multiple of 8.</param>
    /// <param name="build">Initial weights, the noise of dropout, and the group whose spread is one more channel before the dense layer.</param>
    public AtienzaDiscriminator(SampleSchema schema, int width, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(build);
        _schema = schema;
        var group = build.Techniques.MinibatchStddev;
        var (height, columns) = (Half(Half(Half(schema.Height))), Half(Half(Half(schema.Width))));
        _net = Child("net", new Sequential([                                      // [N, C, H, W]
            .. Block(schema.Channels, width / 4, 2, build),                       // [N, w/4, H/2, W/2]
            .. Block(width / 4, width / 2, 2, build),                             // [N, w/2, H/4, W/4]
            .. Block(width / 2, width, 2, build),                                 // [N, w, H/8, W/8], rounded up
            .. Block(width, 2 * width, 1, build),
            .. group > 0 ? [new MinibatchStddev(group)] : Array.Empty<Module>(),  // one more channel
            new Flatten(),
            new Linear((2 * width + (group > 0 ? 1 : 0)) * height * columns, 1, build.Init),      // [N, 1]
        ]));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>; the tutorial's sigmoid is part of the loss.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(Checked(x));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x) => _net.Trace(Checked(x), Activation.Is);

    private Tensor Checked(Tensor x) => x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator");

    private static int Half(int side) => (side + 1) / 2;                          // a 5x5 kernel with padding 2 and stride 2 rounds up

    private static Module[] Block(int inChannels, int outChannels, int stride, BuildContext build) =>
        [new Conv2d(inChannels, outChannels, 5, build.Init, stride, padding: 2), new LeakyReLU(0.2), new Dropout(0.4, build.Noise)];
}
