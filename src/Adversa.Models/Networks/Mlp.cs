using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Dense layers one after another; takes and gives samples of any shape.</summary>
public sealed class Mlp : Module, ITapped
{
    private readonly Sequential _net;
    private readonly long[] _outShape;

    /// <summary>Creates the network.</summary>
    /// <param name="layers">In order, from <c>[N, in]</c> to <c>[N, out]</c>.</param>
    /// <param name="outShape">The shape of one output, such as C, H, W; its product is <c>out</c>.</param>
    public Mlp(IEnumerable<Module> layers, params long[] outShape)
    {
        _net = Child("net", new Sequential([.. layers]));
        _outShape = outShape;
    }

    /// <param name="x"><c>[N, ...]</c>; flattened to <c>[N, in]</c>.</param>
    /// <returns><c>[N, outShape]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var y = _net.Forward(x.Flatten(1));
        return _outShape.Length > 1 ? y.Reshape([x.Size(0), .. _outShape]) : y;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tap(Tensor x) => _net.Trace(x.Flatten(1), Activation.Is);
}
