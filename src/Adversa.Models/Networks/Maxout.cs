using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The largest of several dense layers.</summary>
/// <remarks>Goodfellow et al., 2013, "Maxout Networks", eq. 1 (arXiv:1302.4389).</remarks>
public sealed class Maxout : Module
{
    private readonly Linear _pieces;
    private readonly int _count;

    /// <summary>Creates the layer.</summary>
    /// <param name="inFeatures">Length of an input.</param>
    /// <param name="outFeatures">Length of an output.</param>
    /// <param name="pieces">How many dense layers compete; 2 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public Maxout(int inFeatures, int outFeatures, int pieces, Generator init)
    {
        _count = pieces;
        _pieces = Child("pieces", new Linear(inFeatures, outFeatures * pieces, init));
    }

    /// <param name="x"><c>[N, in]</c>.</param>
    /// <returns><c>[N, out]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Amax(_pieces.Forward(x).Reshape(x.Size(0), -1, _count), [2]);
}
