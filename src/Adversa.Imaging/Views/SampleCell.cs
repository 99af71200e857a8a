namespace Adversa.Imaging.Views;

/// <summary>All that can be seen of a sample side by side in one cell: what is given on the left, what is drawn, and its mask.</summary>
/// <param name="schema">The samples.</param>
public sealed class SampleCell(SampleSchema schema)
{
    private const int Gap = 1;
    private readonly List<Field> _fields = [.. schema.Fields.Where(field => field.View().HasCells).OrderBy(field => field.Name == Field.Input ? 0 : field.Name == schema.Drawn.Name ? 1 : 2)];

    /// <summary>What a cell is; null when nothing can be seen of a sample by itself.</summary>
    public SampleSchema? Picture => _fields.Count == 0 ? null : new(FieldKind.Image, _fields.Max(one => one.Shape[0]), _fields.Max(one => one.Shape[1]), _fields.Sum(one => one.Shape[2]) + Gap * (_fields.Count - 1));

    /// <summary>The cell of a sample.</summary>
    /// <param name="row">The sample.</param>
    /// <returns><c>[C, H, W]</c> in [-1, 1], as <see cref="Picture"/> says.</returns>
    public float[] Of(SampleRow row)
    {
        if (_fields.Count == 1) return _fields[0].View().Cell(row, _fields[0]);
        var whole = Picture!;
        var (cell, left) = (new float[whole.Values], 0);
        Array.Fill(cell, -1);
        foreach (var field in _fields)
        {
            var (part, height, width) = (field.View().Cell(row, field), field.Shape[1], field.Shape[2]);
            for (var c = 0; c < whole.Channels; c++)
                for (var y = 0; y < height; y++)
                    part.AsSpan((Math.Min(c, field.Shape[0] - 1) * height + y) * width, width).CopyTo(cell.AsSpan((c * whole.Height + y) * whole.Width + left));
            left += width + Gap;
        }

        return cell;
    }
}
