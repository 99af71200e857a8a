using System.Runtime.InteropServices;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Packed;

/// <summary>How a field that is too large for memory stands in a packed set: pictures and masks as bytes <c>[N, H, W, C]</c>, points as float32 <c>[N, D]</c>, texts as int32 <c>[N, F, L]</c>, one row for each form.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsDrawn">Whether it is what is drawn, whose array has a name of old.</param>
internal sealed record PackedColumn(Field Field, bool IsDrawn)
{
    /// <summary>The array's name.</summary>
    public string Name => !IsDrawn ? Field.Name : Field.Kind == FieldKind.Image ? "images" : Field.Kind == FieldKind.Points ? "points" : Field.Name;

    /// <summary>The type of its elements as safetensors spells it.</summary>
    public string DType => IsPixels ? "U8" : Field.Element == ElementType.Int ? "I32" : "F32";

    /// <summary>Bytes of one sample.</summary>
    public int Bytes => IsPixels ? Field.Size : 4 * Field.Size * Field.Forms;

    private bool IsPixels => Field.Kind is FieldKind.Image or FieldKind.Mask;

    /// <summary>The columns of a set: every field but the label and the attributes, which are small.</summary>
    public static IReadOnlyList<PackedColumn> Of(SampleSchema schema) =>
        [.. schema.Fields.Where(field => field.Kind is not (FieldKind.Label or FieldKind.Attributes)).Select(field => new PackedColumn(field, field == schema.Drawn))];

    /// <summary>The shape of the array.</summary>
    /// <param name="count">N.</param>
    public long[] Shape(long count) => IsPixels ? [count, Field.Shape[1], Field.Shape[2], Field.Shape[0]]
        : Field.Kind == FieldKind.Tokens ? [count, Field.Forms, Field.Size] : [count, .. Field.Shape.Select(side => (long)side)];

    /// <summary>A sample as bytes.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="index">Which.</param>
    /// <param name="row">It, as it was read with chance 0.</param>
    /// <param name="to">Receives the bytes.</param>
    public void Write(ISampleSource source, long index, SampleRow row, Span<byte> to)
    {
        if (Field.Kind == FieldKind.Image) PixelBytes.FromPlanes(row.Floats(Field.Name), Field.Shape[0], to);
        else if (Field.Kind == FieldKind.Mask) row.Bytes(Field.Name).CopyTo(to);
        else if (Field.Element == ElementType.Float) MemoryMarshal.AsBytes(row.Floats(Field.Name)).CopyTo(to);
        else
        {
            var one = new Batch(new SampleSchema(Field), 1);
            for (var form = 0; form < Field.Forms; form++)
            {
                source.Read(index, one.Row(0, chance: form));
                MemoryMarshal.AsBytes(one.Ints(Field.Name).AsSpan()).CopyTo(to[(4 * form * Field.Size)..]);
            }
        }
    }

    /// <summary>A sample from its bytes.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="row">Receives it.</param>
    public void Read(ReadOnlySpan<byte> from, SampleRow row)
    {
        if (Field.Kind == FieldKind.Image) PixelBytes.ToPlanes(from, Field.Shape[0], row.Floats(Field.Name));
        else if (Field.Kind == FieldKind.Mask) from.CopyTo(row.Bytes(Field.Name));
        else if (Field.Element == ElementType.Float) MemoryMarshal.Cast<byte, float>(from).CopyTo(row.Floats(Field.Name));
        else MemoryMarshal.Cast<byte, int>(from).Slice((int)((row.Chance & long.MaxValue) % Field.Forms) * Field.Size, Field.Size).CopyTo(row.Ints(Field.Name));
    }
}
