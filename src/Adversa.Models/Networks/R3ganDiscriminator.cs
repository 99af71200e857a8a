using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a picture to one raw score, or to a vector: the generator's mirror image, which ends in one filter for each channel that covers what is left.</summary>
/// <remarks>Huang et al., 2024, section 3 (arXiv:2501.05441).</remarks>
public sealed class R3ganDiscriminator : Module
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">What it sees; sides are multiples of 2^levels.</param>
    /// <param name="widths">Channels at each resolution, from the smallest picture to the largest.</param>
    /// <param name="cardinality">Groups of the 3x3 convolutions.</param>
    /// <param name="blocks">Blocks at each resolution.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="outputs">Numbers a sample; 1 is a score.</param>
    /// <param name="minibatchGroup">Samples whose spread is one more channel before the last filters; 0 leaves it out.</param>
    public R3ganDiscriminator(SampleSchema schema, IReadOnlyList<int> widths, int cardinality, int blocks, Generator init, int outputs = 1, int minibatchGroup = 0)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(widths);
        _schema = schema;
        var (levels, all) = (widths.Count - 1, blocks * widths.Count);
        var last = widths[0] + (minibatchGroup > 0 ? 1 : 0);
        var (height, width) = (schema.Height >> levels, schema.Width >> levels);
        var cover = new Conv2d(last, last, height, init, bias: false, kernelWidth: width, groups: last);
        Init.Normal(cover.Parameters[0], 0, 1 / Math.Sqrt(height * width), init);
        _net = Child("net", new Sequential([                                      // [N, C, H, W]
            R3ganLayers.Conv(schema.Channels, widths[levels], 1, 1, init),
            .. Enumerable.Range(0, levels).Select(i => levels - i).SelectMany(level => (Module[])[.. Blocks(widths[level]), new SmoothResample(up: false), .. R3ganLayers.Rewidth(widths[level], widths[level - 1], init)]),
            .. Blocks(widths[0]),                                                 // [N, w, h, w]
            .. minibatchGroup > 0 ? [new MinibatchStddev(minibatchGroup)] : Array.Empty<Module>(),
            cover, new Flatten(),                                                 // [N, w]
            R3ganLayers.Dense(last, outputs, init),
        ]));

        IEnumerable<Module> Blocks(int width) => Enumerable.Range(0, blocks).Select(_ => new R3ganBlock(width, cardinality, all, init));
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real; or vectors.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator"));
}
