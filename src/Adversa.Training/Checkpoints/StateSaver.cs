using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>Collects the state: numbers for <c>state.json</c>, tensors and bytes for <c>state.safetensors</c>.</summary>
internal sealed class StateSaver : ITensorStateVisitor
{
    private readonly SortedDictionary<string, JsonNode> _numbers = new(StringComparer.Ordinal);

    /// <summary>Tensors by name; those of bytes were made here and live in the caller's scope.</summary>
    internal SortedDictionary<string, Tensor> Tensors { get; } = new(StringComparer.Ordinal);

    public void Visit(string name, ref long value) => _numbers.Add(name, JsonValue.Create(value));

    public void Visit(string name, ref double value) => _numbers.Add(name, JsonValue.Create(value));      // the shortest text that reads back to the same bits

    public void Visit(string name, ref byte[] value) => Tensors.Add(name, Tensor.From<byte>(value, value.Length));

    public void Visit(string name, Tensor tensor) => Tensors.Add(name, tensor);

    /// <summary>The numbers as a JSON object, sorted by name.</summary>
    internal byte[] Json()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in _numbers)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
