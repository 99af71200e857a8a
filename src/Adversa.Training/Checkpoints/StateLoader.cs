using System.Text.Json;
using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>Puts a saved state back. Everything asked for must be there, and everything there must be asked for.</summary>
internal sealed class StateLoader : ITensorStateVisitor
{
    private readonly Dictionary<string, JsonElement> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> _tensors;

    internal StateLoader(JsonElement numbers, IReadOnlyDictionary<string, Tensor> tensors)
    {
        foreach (var property in numbers.EnumerateObject()) _numbers.Add(property.Name, property.Value);
        _tensors = new(tensors, StringComparer.Ordinal);
    }

    /// <summary>What nobody asked for.</summary>
    internal IEnumerable<string> Left => _numbers.Keys.Concat(_tensors.Keys);

    public void Visit(string name, ref long value) => value = Take(_numbers, name).GetInt64();

    public void Visit(string name, ref double value) => value = Take(_numbers, name).GetDouble();

    public void Visit(string name, ref byte[] value) => value = Take(_tensors, name).ToArray<byte>();

    public bool Has(string name, bool whenSaving) => _numbers.ContainsKey(name) || _tensors.ContainsKey(name);

    public void Visit(string name, Tensor tensor)
    {
        var saved = Take(_tensors, name);
        if (!saved.Shape.AsSpan().SequenceEqual(tensor.Shape) || saved.DType != tensor.DType) throw new FormatException($"{name} is {saved}, {tensor} was expected");
        tensor.CopyInPlace(saved);
    }

    private static T Take<T>(Dictionary<string, T> from, string name) =>
        from.Remove(name, out var value) ? value : throw new FormatException($"{name} is missing");
}
