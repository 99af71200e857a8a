using System.Text.Json;
using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>Takes a part of one training's state over into another's; what is not of that part stays as it is there.</summary>
/// <param name="saved">The state of the first.</param>
/// <param name="isTaken">Whether a name is of the part.</param>
internal sealed class StatePart(StateSaver saved, Func<string, bool> isTaken) : ITensorStateVisitor
{
    private readonly JsonElement _numbers = JsonDocument.Parse(saved.Json()).RootElement;

    public void Visit(string name, ref long value)
    {
        if (isTaken(name)) value = _numbers.GetProperty(name).GetInt64();
    }

    public void Visit(string name, ref double value)
    {
        if (isTaken(name)) value = _numbers.GetProperty(name).GetDouble();
    }

    public void Visit(string name, ref byte[] value)
    {
        if (isTaken(name)) value = saved.Tensors[name].ToArray<byte>();
        else value = [.. value];
    }

    public void Visit(string name, Tensor tensor)
    {
        if (isTaken(name)) tensor.CopyInPlace(saved.Tensors[name]);
    }

    public bool Has(string name, bool whenSaving) => isTaken(name) ? _numbers.TryGetProperty(name, out _) || saved.Tensors.ContainsKey(name) : whenSaving;
}
