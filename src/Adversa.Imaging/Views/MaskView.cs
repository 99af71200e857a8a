namespace Adversa.Imaging.Views;

/// <summary>Masks: white inside, black outside.</summary>
internal sealed class MaskView : IFieldView
{
    public bool HasCells => true;

    public float[] Cell(SampleRow row, Field field)
    {
        var mask = row.Bytes(field.Name);
        var cell = new float[field.Size];
        for (var i = 0; i < cell.Length; i++) cell[i] = mask[i] > 0 ? 1 : -1;
        return cell;
    }
}
