using Adversa.Formats.Png;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Pictures;

/// <summary>Lays pictures of a batch side by side.</summary>
public static class ImageGrid
{
    /// <summary>Draws one picture without a frame.</summary>
    /// <param name="values">The picture, <c>[C, H, W]</c> in [-1, 1].</param>
    /// <param name="schema">What it is; 1 or 3 channels.</param>
    public static Raster Plain(ReadOnlySpan<float> values, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var picture = new Raster(schema.Width, schema.Height, schema.Channels);
        Paste(values, schema, picture, 0, 0, 1);
        return picture;
    }

    /// <summary>Draws a grid, filled row by row. Of many or large pictures: <see cref="ContactSheet.Layout"/> says how many fit.</summary>
    /// <param name="values">Pictures one after another, each <c>[C, H, W]</c> in [-1, 1]; values outside are clipped, NaN is black.</param>
    /// <param name="schema">What one picture is; 1 or 3 channels.</param>
    /// <param name="columns">Pictures in a row; null makes the grid about square.</param>
    /// <param name="scale">Each pixel becomes scale x scale; 1 or more.</param>
    /// <exception cref="ArgumentException">The schema is no picture, or the values are not a whole number of pictures.</exception>
    public static Raster Draw(ReadOnlySpan<float> values, SampleSchema schema, int? columns = null, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        if (schema.Kind != FieldKind.Image) throw new ArgumentException($"A grid shows pictures; got {schema}. Use ScatterPlot for points.", nameof(schema));
        if (values.IsEmpty || values.Length % schema.Values != 0)
            throw new ArgumentException($"Expected a multiple of {schema.Values} numbers for pictures of {schema}; got {values.Length}.", nameof(values));

        var count = values.Length / schema.Values;
        var sheet = new ContactSheet(schema, count, columns ?? (int)Math.Ceiling(Math.Sqrt(count)), scale);
        sheet.Add(values);
        return sheet.Picture;
    }

    internal static void Paste(ReadOnlySpan<float> picture, SampleSchema schema, Raster grid, int left, int top, int scale)
    {
        for (var y = 0; y < schema.Height * scale; y++)
            for (var x = 0; x < schema.Width * scale; x++)
                for (var c = 0; c < schema.Channels; c++)
                    grid.Pixels[((top + y) * grid.Width + left + x) * grid.Channels + c] =
                        PixelBytes.ToByte(picture[(c * schema.Height + y / scale) * schema.Width + x / scale]);
    }
}
