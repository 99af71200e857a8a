namespace Adversa.Imaging.Views;

/// <summary>Pictures: in a sheet, in a terminal, as PNG and as numbers.</summary>
internal sealed class ImageView : IFieldView
{
    private const int Readable = 64;             // pixels of a small picture's longer side on a sheet

    public bool HasCells => true;

    public int Scale(Field field) => (Readable + Math.Max(field.Shape[1], field.Shape[2]) - 1) / Math.Max(field.Shape[1], field.Shape[2]);

    public float[] Cell(SampleRow row, Field field) => row.Floats(field.Name).ToArray();
}
