namespace Adversa.Core.Tests;

/// <summary>Saves on the first walk and restores on the next ones.</summary>
internal sealed class SavedState : IStateVisitor
{
    private readonly Dictionary<string, object> _values = [];

    public bool IsLoading { get; set; }

    public IEnumerable<string> Names => _values.Keys;

    public long this[string name]
    {
        get => (long)_values[name];
        set => _values[name] = value;
    }

    public void Visit(string name, ref long value) => Exchange(name, ref value);

    public void Visit(string name, ref double value) => Exchange(name, ref value);

    public void Visit(string name, ref byte[] value) => Exchange(name, ref value);

    public bool Has(string name, bool whenSaving) => IsLoading ? _values.ContainsKey(name) : whenSaving;

    private void Exchange<T>(string name, ref T value) where T : notnull
    {
        if (IsLoading) value = (T)_values[name];
        else _values[name] = value;
    }
}
