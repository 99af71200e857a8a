using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A network that is told the class of each sample.</summary>
public abstract class ConditionalModule : Module
{
    /// <summary>Computes the output.</summary>
    /// <param name="x">The input, <c>[N, ...]</c>.</param>
    /// <param name="labels">The classes, int64 <c>[N]</c> in [0, K).</param>
    public abstract Tensor Forward(Tensor x, Tensor labels);

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor x) => throw new NotSupportedException($"{GetType().Name} needs the classes of its samples: Forward(x, labels).");
}
