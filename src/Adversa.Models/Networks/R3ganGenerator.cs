using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a latent vector to a picture: a learned small picture whose channels the latent weighs, then blocks and doublings.</summary>
/// <remarks>Huang et al., 2024, section 3 (arXiv:2501.05441), without norms, noise or a last activation.</remarks>
public sealed class R3ganGenerator : Module
{
    private readonly Tensor _basis;
    private readonly Linear _weigh;
    private readonly Sequential _net;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The pictures; sides are multiples of 2^levels.</param>
    /// <param name="latent">Z, with the class's vector where there is one.</param>
    /// <param name="widths">Channels at each resolution, from the smallest picture to the largest.</param>
    /// <param name="cardinality">Groups of the 3x3 convolutions.</param>
    /// <param name="blocks">Blocks at each resolution.</param>
    /// <param name="init">Draws the weights.</param>
    public R3ganGenerator(SampleSchema schema, int latent, IReadOnlyList<int> widths, int cardinality, int blocks, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(widths);
        var (levels, all) = (widths.Count - 1, blocks * widths.Count);
        _basis = Parameter("basis", Init.Normal(Tensor.Zeros([widths[0], schema.Height >> levels, schema.Width >> levels]), 0, 1, init));
        _weigh = Child("weigh", R3ganLayers.Dense(latent, widths[0], init));
        _net = Child("net", new Sequential([                                      // [N, w, h, w]
            .. Blocks(widths[0]),
            .. Enumerable.Range(1, levels).SelectMany(level => (Module[])[.. R3ganLayers.Rewidth(widths[level - 1], widths[level], init), new SmoothResample(up: true), .. Blocks(widths[level])]),
            R3ganLayers.Conv(widths[levels], schema.Channels, 1, 1, init),        // [N, C, H, W]
        ]));

        IEnumerable<Module> Blocks(int width) => Enumerable.Range(0, blocks).Select(_ => new R3ganBlock(width, cardinality, all, init));
    }

    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>; about [-1, 1] once trained, without a bound.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(_basis * _weigh.Forward(x.ExpectShape("N Z", "The latent")).Reshape(x.Size(0), -1, 1, 1));
}
