using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Numbers of a batch as tensors.</summary>
public static class BatchTensors
{
    /// <summary>A field as a tensor <c>[N, ...]</c>: float32 for pictures, points and attributes, int64 for classes and words, uint8 for masks.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="field">The field's name.</param>
    /// <exception cref="InvalidOperationException">There is no such field.</exception>
    public static Tensor TensorOf(this Batch batch, string field)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var of = batch.Schema.Find(field) ?? throw new InvalidOperationException($"A loss reads the field {field}, but the data has {string.Join(", ", batch.Schema.Fields.Select(one => one.Name))}.");
        var shape = of.BatchShape(batch.Count);
        return of.Element switch
        {
            ElementType.Float => Tensor.From(batch.Floats(field), shape),
            ElementType.Byte => Tensor.From(batch.Bytes(field), shape),
            _ => Tensor.From(Array.ConvertAll(batch.Ints(field), number => (long)number), shape),
        };
    }
}
