using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>The same for state that holds tensors.</summary>
/// <inheritdoc/>
internal sealed class PrefixedVisitor(ITensorStateVisitor inner, string prefix) : PrefixedState(inner, prefix), ITensorStateVisitor
{
    private readonly string _prefix = prefix;

    public void Visit(string name, Tensor tensor) => inner.Visit(_prefix + name, tensor);
}
