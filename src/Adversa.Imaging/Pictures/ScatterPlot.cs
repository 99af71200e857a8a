using Adversa.Formats.Png;

namespace Adversa.Imaging.Pictures;

/// <summary>Draws points in the plane, real ones against generated ones, on a map of the critic's scores.</summary>
/// <remarks>Dot colours are Okabe and Ito's, which readers with any colour vision tell apart: real is black, generated vermilion. The map runs from
/// blue (low: fake) over white to orange (high: real), its middle at the median score.</remarks>
public static class ScatterPlot
{
    private const double Radius = 2.2;           // of a dot, in pixels
    private const double Opacity = 0.75;

    private static readonly (byte R, byte G, byte B) Real = (0, 0, 0), Fake = (213, 94, 0), Low = (0, 114, 178), High = (230, 159, 0);

    /// <summary>Draws the plot.</summary>
    /// <param name="real">Real points, x and y in turn; may be empty.</param>
    /// <param name="fake">Generated points, x and y in turn; drawn on top; may be empty.</param>
    /// <param name="range">The plot shows [-range, range] on both axes; above 0. Points outside are left out.</param>
    /// <param name="size">Side of the picture in pixels, 16 to 4096.</param>
    /// <param name="scores">A square grid of the critic's scores over the same range, row by row from the top (y = range) and from the left; empty for none.</param>
    /// <returns>An RGB picture.</returns>
    public static Raster Draw(ReadOnlySpan<float> real, ReadOnlySpan<float> fake, double range = 1.5, int size = 400, ReadOnlySpan<float> scores = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 4096);
        if (!(double.IsFinite(range) && range > 0)) throw new ArgumentOutOfRangeException(nameof(range), range, "The range must be finite and above 0.");
        var plot = new Raster(size, size, 3);
        plot.Pixels.AsSpan().Fill(255);
        if (!scores.IsEmpty) Background(plot, scores);
        Dots(plot, real, range, Real);
        Dots(plot, fake, range, Fake);
        return plot;
    }

    private static void Background(Raster plot, ReadOnlySpan<float> scores)
    {
        var side = (int)Math.Round(Math.Sqrt(scores.Length));
        if (side * side != scores.Length) throw new ArgumentException($"Expected a square grid of scores; got {scores.Length} numbers.", nameof(scores));
        var sorted = scores.ToArray().Where(float.IsFinite).Order().ToArray();
        if (sorted.Length == 0) return;
        var middle = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var spread = Math.Max(Math.Max(sorted[^1] - middle, middle - sorted[0]), 1e-6f);
        for (var y = 0; y < plot.Height; y++)
            for (var x = 0; x < plot.Width; x++)
            {
                var t = (Between(scores, side, x / (double)plot.Width, y / (double)plot.Height) - middle) / spread;
                if (double.IsFinite(t)) Blend(plot, x, y, t < 0 ? Low : High, 0.6 * Math.Min(Math.Abs(t), 1));
            }
    }

    /// <summary>Bilinear interpolation; (0, 0) and (1, 1) are the corners of the grid's outermost cells.</summary>
    private static double Between(ReadOnlySpan<float> grid, int side, double u, double v)
    {
        var (x, y) = (Math.Clamp(u * side - 0.5, 0, side - 1), Math.Clamp(v * side - 0.5, 0, side - 1));
        var (x0, y0) = ((int)x, (int)y);
        var (x1, y1) = (Math.Min(x0 + 1, side - 1), Math.Min(y0 + 1, side - 1));
        var (a, b) = (x - x0, y - y0);
        return (1 - b) * ((1 - a) * grid[y0 * side + x0] + a * grid[y0 * side + x1]) + b * ((1 - a) * grid[y1 * side + x0] + a * grid[y1 * side + x1]);
    }

    private static void Dots(Raster plot, ReadOnlySpan<float> points, double range, (byte R, byte G, byte B) colour)
    {
        if (points.Length % 2 != 0) throw new ArgumentException($"Expected x and y in turn; got {points.Length} numbers.", nameof(points));
        for (var i = 0; i < points.Length; i += 2)
            if (Math.Abs(points[i]) <= range && Math.Abs(points[i + 1]) <= range)
                Dot(plot, (points[i] / range + 1) / 2 * plot.Width, (1 - points[i + 1] / range) / 2 * plot.Height, colour);
    }

    private static void Dot(Raster plot, double cx, double cy, (byte R, byte G, byte B) colour)
    {
        for (var y = Math.Max(0, (int)(cy - Radius - 1)); y <= Math.Min(plot.Height - 1, (int)(cy + Radius + 1)); y++)
            for (var x = Math.Max(0, (int)(cx - Radius - 1)); x <= Math.Min(plot.Width - 1, (int)(cx + Radius + 1)); x++)
            {
                var (dx, dy) = (x + 0.5 - cx, y + 0.5 - cy);
                Blend(plot, x, y, colour, Opacity * Math.Clamp(Radius + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1));
            }
    }

    private static void Blend(Raster plot, int x, int y, (byte R, byte G, byte B) colour, double share)
    {
        var pixel = plot.Pixels.AsSpan((y * plot.Width + x) * 3, 3);
        pixel[0] = (byte)(pixel[0] + (colour.R - pixel[0]) * share + 0.5);
        pixel[1] = (byte)(pixel[1] + (colour.G - pixel[1]) * share + 0.5);
        pixel[2] = (byte)(pixel[2] + (colour.B - pixel[2]) * share + 0.5);
    }
}
