namespace Adversa.Data;

/// <summary>The same walk with a prefix before every name.</summary>
internal sealed class PrefixedState(IStateVisitor inner, string prefix) : IStateVisitor
{
    public void Visit(string name, ref long value) => inner.Visit(prefix + name, ref value);

    public void Visit(string name, ref double value) => inner.Visit(prefix + name, ref value);

    public void Visit(string name, ref byte[] value) => inner.Visit(prefix + name, ref value);

    public bool Has(string name, bool whenSaving) => inner.Has(prefix + name, whenSaving);
}
