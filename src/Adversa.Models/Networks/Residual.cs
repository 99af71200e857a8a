using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>x + f(x): layers that learn what to change.</summary>
/// <remarks>He et al., 2015, "Deep Residual Learning for Image Recognition", eq. 1 (arXiv:1512.03385).</remarks>
public class Residual : Module
{
    private readonly Sequential _change;

    /// <summary>Creates the block.</summary>
    /// <param name="name">What the layers are called in the state dict.</param>
    /// <param name="layers">f; what goes out has the shape of what comes in.</param>
    public Residual(string name, params Module[] layers) => _change = Child(name, new Sequential(layers));

    /// <param name="x"><c>[N, ...]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x + _change.Forward(x);
    }
}
