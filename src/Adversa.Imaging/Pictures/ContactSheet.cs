using Adversa.Formats.Png;
using Adversa.Imaging.Codecs;

namespace Adversa.Imaging.Pictures;

/// <summary>Pictures side by side, filled row by row: a sheet of a number that is known, whose pictures come bit by bit.</summary>
public sealed class ContactSheet
{
    private const int Padding = 2;               // pixels between pictures, before enlarging

    private readonly SampleSchema _schema;
    private readonly int _columns, _count, _scale;
    private int _filled;

    /// <summary>Begins an empty sheet.</summary>
    /// <param name="schema">What one picture is; 1 or 3 channels.</param>
    /// <param name="count">How many will come; 1 or more.</param>
    /// <param name="columns">Pictures in a row; 1 or more.</param>
    /// <param name="scale">Each pixel becomes scale x scale; 1 or more.</param>
    public ContactSheet(SampleSchema schema, int count, int columns, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        (_schema, _count, _columns, _scale) = (schema, count, Math.Min(columns, count), scale);
        var down = (count + _columns - 1) / _columns;
        Picture = new Raster((_columns * (schema.Width + Padding) + Padding) * scale, (down * (schema.Height + Padding) + Padding) * scale, schema.Channels);
    }

    /// <summary>The sheet as far as it is filled; the rest is black.</summary>
    public Raster Picture { get; }

    /// <summary>How many pictures stand in a row and how many fit into one sheet, within the bounds that readers of pictures keep.</summary>
    /// <param name="schema">What one picture is.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="columns">Pictures in a row where they fit; null makes a sheet about square.</param>
    /// <param name="scale">Each pixel becomes scale x scale.</param>
    /// <returns>Columns, and the most of one sheet: whole rows, 1 picture at least. More go to further sheets.</returns>
    public static (int Columns, int Most) Layout(SampleSchema schema, int count, int? columns = null, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (cellWidth, cellHeight) = (schema.Width + Padding, schema.Height + Padding);
        var side = PictureHeader.MostSide / scale;
        var across = Math.Clamp(columns ?? (int)Math.Ceiling(Math.Sqrt(count)), 1, Math.Max(1, (side - Padding) / cellWidth));
        var byArea = PictureHeader.MostPixels / ((long)scale * scale) / (across * cellWidth + Padding) / cellHeight;
        var down = (int)Math.Max(1, Math.Min((side - Padding) / cellHeight, byArea));
        return (across, across * down);
    }

    /// <summary>Adds the next pictures.</summary>
    /// <param name="pictures">One after another, each <c>[C, H, W]</c> in [-1, 1]; values outside are clipped, NaN is black.</param>
    /// <exception cref="ArgumentException">Not a whole number of pictures, or more than were announced.</exception>
    public void Add(ReadOnlySpan<float> pictures)
    {
        var size = _schema.Values;
        if (pictures.Length % size != 0) throw new ArgumentException($"Expected a multiple of {size} numbers for pictures of {_schema}; got {pictures.Length}.", nameof(pictures));
        if (_filled + pictures.Length / size > _count) throw new ArgumentException($"The sheet was made for {_count} pictures.", nameof(pictures));
        for (; pictures.Length > 0; pictures = pictures[size..], _filled++)
        {
            var (left, top) = (_filled % _columns * (_schema.Width + Padding) + Padding, _filled / _columns * (_schema.Height + Padding) + Padding);
            ImageGrid.Paste(pictures[..size], _schema, Picture, left * _scale, top * _scale, _scale);
        }
    }
}
