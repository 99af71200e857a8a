using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Two translators that learn together: one there, one back.</summary>
public sealed class TwoWay : Module
{
    /// <summary>Joins them.</summary>
    /// <param name="there">From what is given to what is made.</param>
    /// <param name="back">The other way.</param>
    public TwoWay(Module there, Module back) => (There, Back) = (Child("there", there), Child("back", back));

    /// <summary>From what is given to what is made.</summary>
    public Module There { get; }

    /// <summary>The other way.</summary>
    public Module Back { get; }

    /// <param name="x">Pictures that are given, <c>[N, C, H, W]</c>.</param>
    /// <returns>Pictures that are made.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => There.Forward(x);
}
