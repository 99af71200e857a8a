using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Scores pictures, and has two small decoders that must draw real ones again from its features: who can only tell them apart by heart cannot.</summary>
/// <remarks>Liu et al., 2021, section 3.2 and eq. 3 (arXiv:2101.04775). Own: mean squared error in place of a perceptual distance, which would need
/// somebody's trained network; a norm over each picture in place of batch norm, since the gradient by each picture is penalised; the score is the mean over the patches.</remarks>
public sealed class FewDiscriminator : Module, ITapped, IAnswering
{
    private const int Score = 4;                  // side of the last kernel

    private readonly SampleSchema _schema;
    private readonly Sequential _first;
    private readonly List<DownBlock> _blocks = [];
    private readonly Sequential _score;
    private readonly Sequential _whole;
    private readonly Sequential _quadrant;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="width">Channels at 128 pixels; 8 times as many at 8.</param>
    /// <param name="levels">How often the generator's side doubles; 2 or more. Here it is halved down to 5 pixels or a little more.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="norm">Between the layers; without one, spectral norm leaves hardly a signal after so many of them.</param>
    /// <param name="minibatchGroup">Samples whose spread is one more channel before the last layers; 0 leaves it out.</param>
    public FewDiscriminator(SampleSchema schema, int width, int levels, Generator init, Norm norm = Norm.Layer, int minibatchGroup = 0)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        var end = levels > 2 && Math.Min(schema.Height, schema.Width) >> levels <= Score ? 1 : 0;
        var channels = FewLayers.Channels(width, levels - 1);
        _first = Child("first", new Sequential(new Conv2d(schema.Channels, channels, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2)));
        for (var level = levels - 2; level >= end; level--)                       // [N, c, h, w] to [N, c', h/2, w/2]
        {
            var next = FewLayers.Channels(width, level);
            _blocks.Add(Child($"block{level}", new DownBlock(channels, next, norm, init)));
            channels = next;
        }

        var (rows, columns) = (schema.Height >> (levels - end), schema.Width >> (levels - end));
        var group = minibatchGroup > 0 ? 1 : 0;
        _score = Child("score", new Sequential([
            .. group > 0 ? [new MinibatchStddev(minibatchGroup)] : Array.Empty<Module>(),
            new Conv2d(channels + group, channels, 1, init, bias: norm == Norm.None), .. norm.Layer(channels), new LeakyReLU(0.2),
            new Conv2d(channels, 1, Math.Min(Score, rows), init, bias: false, kernelWidth: Math.Min(Score, columns)),
        ]));
        _whole = Child("whole", Decoder(channels, levels - 1 - end, schema.Channels, init));
        _quadrant = Child("quadrant", Decoder(FewLayers.Channels(width, end + 1), levels - 1 - end, schema.Channels, init));
        Init.Dcgan(this, init);
    }

    /// <summary>What it says of pictures, with the features that the decoders draw from.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    public Answer Answer(Tensor x)
    {
        var features = Features(x);
        return new(Judge(features[^1]), Sight: new(x, features));
    }

    /// <summary>How badly the decoders draw pictures again: the whole from the smallest features, at half its size, and one quarter from those before, at its own.</summary>
    /// <param name="sight">What was seen; the last two features are read.</param>
    /// <param name="noise">Chooses the quarter.</param>
    /// <returns>The sum of both mean squared errors, a scalar.</returns>
    public Tensor Error(Sight sight, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(sight);
        var quarter = (int)Ops.Randint(0, 4, [1], noise).Item();
        return Ops.MseLoss(_whole.Forward(sight.Features[^1]), Ops.AvgPool2d(sight.Pictures, [2, 2], [2, 2], [0, 0]), 1)
            + Ops.MseLoss(_quadrant.Forward(Quarter(sight.Features[^2], quarter)), Quarter(sight.Pictures, quarter), 1);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Answer(x).Score;

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x)
    {
        var features = Features(x);
        return [.. features, Judge(features[^1])];
    }

    private List<Tensor> Features(Tensor x)
    {
        var features = new List<Tensor> { _first.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator")) };
        foreach (var block in _blocks) features.Add(block.Forward(features[^1]));
        return features;
    }

    private Tensor Judge(Tensor features) => _score.Forward(features).Flatten(1).Mean([1], keepDim: true);      // [N, 1]

    private static Tensor Quarter(Tensor x, int which)
    {
        var (height, width) = (x.Size(2) / 2, x.Size(3) / 2);
        return x.Narrow(2, which / 2 * height, height).Narrow(3, which % 2 * width, width);
    }

    private static Sequential Decoder(int channels, int doublings, int colours, Generator init)
    {
        var layers = new List<Module>();
        for (var i = 0; i < doublings; i++, channels = Math.Max(4, channels / 2))
            layers.AddRange([new Upsample(2), new Conv2d(channels, 2 * Math.Max(4, channels / 2), 3, init, padding: 1), new Glu()]);
        return new([.. layers, new Conv2d(channels, colours, 3, init, padding: 1), new Tanh()]);
    }

    /// <summary>Half as large by two ways, averaged: strided convolutions, and the mean of pixels with a 1x1.</summary>
    private sealed class DownBlock : Module
    {
        private readonly Sequential _strided;
        private readonly Sequential _pooled;

        internal DownBlock(int inChannels, int outChannels, Norm norm, Generator init)
        {
            var bias = norm == Norm.None;
            _strided = Child("strided", new Sequential([
                new Conv2d(inChannels, outChannels, 4, init, stride: 2, padding: 1, bias), .. norm.Layer(outChannels), new LeakyReLU(0.2),
                new Conv2d(outChannels, outChannels, 3, init, padding: 1, bias: bias), .. norm.Layer(outChannels), new LeakyReLU(0.2),
            ]));
            _pooled = Child("pooled", new Sequential([new AvgPool2d(2), new Conv2d(inChannels, outChannels, 1, init, bias: bias), .. norm.Layer(outChannels), new LeakyReLU(0.2)]));
        }

        public override Tensor Forward(Tensor x) => (_strided.Forward(x) + _pooled.Forward(x)) * 0.5;
    }
}
