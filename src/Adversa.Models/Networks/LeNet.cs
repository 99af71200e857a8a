using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>How a classifier shrinks its pictures.</summary>
public enum Shrink
{
    /// <summary>The largest of each 2x2 window.</summary>
    MaxPool,

    /// <summary>The mean of each 2x2 window.</summary>
    AveragePool,

    /// <summary>Convolutions of stride 2, without pooling.</summary>
    Stride,
}

/// <summary>Convolution, pooling, dense: the plain classifier, and the source of every judge.</summary>
/// <remarks>LeCun et al., 1998, "Gradient-based learning applied to document recognition", in today's form: ReLU and max pooling.
/// The last hidden layer is a judge's feature space.</remarks>
public sealed class LeNet : Module, IFeatures
{
    private readonly SampleSchema _schema;
    private readonly Sequential _body;
    private readonly Linear _head;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The pictures, 8 or more a side, with classes.</param>
    /// <param name="width">Channels of the first convolution; the second has twice as many.</param>
    /// <param name="hidden">Length of the features.</param>
    /// <param name="kernelSize">Side of both kernels: 3 or 5.</param>
    /// <param name="shrink">How the side is halved twice.</param>
    /// <param name="dropout">The share dropped before the head, in [0, 1); half of it before the dense layer.</param>
    /// <param name="build">Initial weights, and the noise of dropout.</param>
    public LeNet(SampleSchema schema, int width, int hidden, int kernelSize, Shrink shrink, double dropout, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(build);
        _schema = schema;
        var features = 2 * width * Quarter(schema.Height, shrink) * Quarter(schema.Width, shrink);
        _body = Child("body", new Sequential([                                    // [N, C, H, W]
            .. Block(schema.Channels, width, kernelSize, shrink, build.Init),     // [N, w, H/2, W/2]
            .. Block(width, 2 * width, kernelSize, shrink, build.Init),           // [N, 2w, H/4, W/4]
            new Flatten(),
            new Dropout(dropout / 2, build.Noise),
            new Linear(features, hidden, build.Init),
            new ReLU(),                                                           // [N, hidden]
        ]));
        Drop = Child("drop", new Dropout(dropout, build.Noise));
        _head = Child("head", new Linear(hidden, schema.Classes, build.Init));
    }

    private Dropout Drop { get; }

    /// <summary>The last hidden layer.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns><c>[N, hidden]</c>.</returns>
    public Tensor Features(Tensor x) => _body.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the classifier"));

    /// <param name="x">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns>Logits, <c>[N, K]</c>: the softmax is part of the loss.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _head.Forward(Drop.Forward(Features(x)));

    private static int Quarter(int side, Shrink shrink) => shrink == Shrink.Stride ? ((side + 1) / 2 + 1) / 2 : side / 2 / 2;

    private static Module[] Block(int inChannels, int outChannels, int kernelSize, Shrink shrink, Generator init)
    {
        var conv = new Conv2d(inChannels, outChannels, kernelSize, init, stride: shrink == Shrink.Stride ? 2 : 1, padding: kernelSize / 2);
        return shrink switch
        {
            Shrink.MaxPool => [conv, new ReLU(), new MaxPool2d(2)],
            Shrink.AveragePool => [conv, new ReLU(), new AvgPool2d(2)],
            _ => [conv, new ReLU()],
        };
    }
}
