using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Tells a convolutional network the class by K more channels: the plane of the class is 1 everywhere, the others 0.</summary>
public sealed class LabelPlanes : ConditionalModule
{
    private readonly int _classes;
    private readonly Module _body;

    /// <summary>Creates the network.</summary>
    /// <param name="classes">K; 2 or more.</param>
    /// <param name="body">Takes pictures of C + K channels.</param>
    public LabelPlanes(int classes, Module body)
    {
        _classes = classes;
        _body = Child("body", body);
    }

    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="labels">The classes, int64 <c>[N]</c>.</param>
    /// <returns>What the body gives.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor labels)
    {
        x.ExpectShape("N C H W", "A picture with a class");
        var planes = Ops.OneHot(labels, _classes).To(x.DType).Reshape(-1, _classes, 1, 1);
        return _body.Forward(Tensor.Cat([x, Ops.Expand(planes, [x.Size(0), _classes, x.Size(2), x.Size(3)])], 1));     // [N, C + K, H, W]
    }
}
