namespace Adversa.Torch;

/// <summary>Puts a part's state, tensors too, under a name of its own: <c>stream.position</c>.</summary>
/// <param name="inner">The visitor of the whole.</param>
/// <param name="prefix">With its point, such as <c>stream.</c></param>
public sealed class PrefixedVisitor(ITensorStateVisitor inner, string prefix) : PrefixedState(inner, prefix), ITensorStateVisitor
{
    private readonly string _prefix = prefix;

    /// <inheritdoc/>
    public void Visit(string name, Tensor tensor) => inner.Visit(_prefix + name, tensor);
}
