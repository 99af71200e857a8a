using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A network that changes pictures, and is told what they shall show.</summary>
public abstract class EditingModule : Module
{
    /// <summary>The pictures with other attributes.</summary>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="code">What they shall show, <c>[N, D]</c> in [0, 1]: see <see cref="AttributeCode"/>.</param>
    /// <returns><c>[N, C, H, W]</c>.</returns>
    public abstract Tensor Forward(Tensor x, Tensor code);

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor x) => throw new NotSupportedException($"{GetType().Name} needs the wanted attributes: Forward(x, code).");

    /// <summary>Adds a plane for each number of a code, the same everywhere.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="code"><c>[N, D]</c>.</param>
    /// <returns><c>[N, C + D, H, W]</c>.</returns>
    protected static Tensor WithPlanes(Tensor x, Tensor code) =>
        Tensor.Cat([x, Ops.Expand(code.Reshape(code.Size(0), code.Size(1), 1, 1), [code.Size(0), code.Size(1), x.Size(2), x.Size(3)])], 1);
}
