using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>Puts a part's state under a name of its own: <c>stream.position</c>.</summary>
/// <param name="inner">The visitor of the whole.</param>
/// <param name="prefix">With its point, such as <c>stream.</c></param>
internal sealed class PrefixedVisitor(ITensorStateVisitor inner, string prefix) : ITensorStateVisitor
{
    public void Visit(string name, ref long value) => inner.Visit(prefix + name, ref value);

    public void Visit(string name, ref double value) => inner.Visit(prefix + name, ref value);

    public void Visit(string name, ref byte[] value) => inner.Visit(prefix + name, ref value);

    public bool Has(string name, bool whenSaving) => inner.Has(prefix + name, whenSaving);

    public void Visit(string name, Tensor tensor) => inner.Visit(prefix + name, tensor);
}
