using Adversa.Formats.Png;

namespace Adversa.Imaging.Views;

/// <summary>How a kind of field is shown. One for each kind; nobody else asks what kind a field is in order to show it.</summary>
public interface IFieldView
{
    /// <summary>Whether each sample is a picture of its own, that stands in a cell of a sheet; else one plot shows all of them, or words do.</summary>
    bool HasCells => false;

    /// <summary>Whether one plot shows all samples.</summary>
    bool HasPlot => false;

    /// <summary>How many samples are drawn by a model at a time.</summary>
    int AtOnce => 64;

    /// <summary>How many times a sheet is enlarged so that it can be looked at.</summary>
    /// <param name="field">The field.</param>
    int Scale(Field field) => 1;

    /// <summary>A sample as a picture for its cell: values in [-1, 1], <c>[C, H, W]</c>.</summary>
    /// <param name="row">The sample.</param>
    /// <param name="field">The field; it has cells.</param>
    float[] Cell(SampleRow row, Field field) => throw new NotSupportedException($"{field} has no cells.");

    /// <summary>One plot of all samples.</summary>
    /// <param name="real">Samples of the data, one after another; may be empty.</param>
    /// <param name="drawn">Drawn samples; may be empty.</param>
    /// <param name="surface">A square grid of scores over [-range, range] on both axes; null for none.</param>
    Raster Plot(float[] real, float[] drawn, Func<double, float[]>? surface = null) => throw new NotSupportedException("There is no plot of this.");

    /// <summary>A sample in words; null where words say nothing.</summary>
    /// <param name="row">The sample.</param>
    /// <param name="field">The field.</param>
    string? Say(SampleRow row, Field field) => null;
}
