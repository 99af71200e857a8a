namespace Adversa;

/// <summary>Puts a part's state under a name of its own: <c>stream.position</c>.</summary>
/// <param name="inner">The visitor of the whole.</param>
/// <param name="prefix">With its point, such as <c>stream.</c></param>
public class PrefixedState(IStateVisitor inner, string prefix) : IStateVisitor
{
    /// <inheritdoc/>
    public void Visit(string name, ref long value) => inner.Visit(prefix + name, ref value);

    /// <inheritdoc/>
    public void Visit(string name, ref double value) => inner.Visit(prefix + name, ref value);

    /// <inheritdoc/>
    public void Visit(string name, ref byte[] value) => inner.Visit(prefix + name, ref value);

    /// <inheritdoc/>
    public bool Has(string name, bool whenSaving) => inner.Has(prefix + name, whenSaving);
}
