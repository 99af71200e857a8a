using Adversa.Formats.Png;

namespace Adversa.Worlds.Art;

/// <summary>Paints abstract pictures in five styles, each in any size: what <c>art-folder</c> is filled with.</summary>
internal static class ArtPainter
{
    /// <summary>The styles in byte order of their names; a class is an index into them.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["bouquets", "circles", "fields", "hills", "strokes"];

    /// <summary>Paints one picture.</summary>
    /// <param name="rng">Decides everything but style and size.</param>
    /// <param name="style">An index into <see cref="Styles"/>.</param>
    /// <param name="width">Columns; 16 or more.</param>
    /// <param name="height">Rows; 16 or more.</param>
    public static Raster Paint(Rng rng, int style, int width, int height)
    {
        var canvas = new ArtCanvas(width, height);
        var palette = new ArtPalette(rng);
        switch (style)
        {
            case 0: BouquetPainting.Paint(canvas, palette, rng); break;
            case 1: CirclesPainting.Paint(canvas, palette, rng); break;
            case 2: FieldsPainting.Paint(canvas, palette, rng); break;
            case 3: HillsPainting.Paint(canvas, palette, rng); break;
            default: StrokesPainting.Paint(canvas, palette, rng); break;
        }

        return canvas.ToRaster(rng.NextUInt());
    }
}
