namespace Adversa.Worlds.Painting;

/// <summary>Smooth shapes on a <see cref="ShapeCanvas"/>, flattened to straight edges.</summary>
internal static class Curves
{
    private const int Pieces = 5;                          // per span of a curve
    private const int Corners = 40;                        // of an ellipse: under a tenth of a pixel off at 64 pixels

    private static readonly (double Sin, double Cos)[] Circle = [.. Enumerable.Range(0, Corners).Select(i => Deterministic.SinCosTurns(i / (double)Corners))];

    /// <summary>Adds the closed smooth curve through the points; a point given twice is a corner.</summary>
    public static void Closed(this ShapeCanvas canvas, ReadOnlySpan<(double X, double Y)> points)
    {
        var n = points.Length;
        Span<(double X, double Y)> line = stackalloc (double X, double Y)[n * Pieces];
        var count = 0;
        for (var i = 0; i < n; i++)
        {
            var (before, a, b, after) = (points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n]);
            if (a == b) continue;
            for (var k = 0; k < Pieces; k++) line[count++] = Spline(before, a, b, after, k / (double)Pieces);
        }

        canvas.Polygon(line[..count]);
    }

    /// <summary>Adds an ellipse.</summary>
    /// <param name="canvas">Receives it.</param>
    /// <param name="x">Middle.</param>
    /// <param name="y">Middle.</param>
    /// <param name="radiusX">Half its width before turning.</param>
    /// <param name="radiusY">Half its height before turning.</param>
    /// <param name="turns">Turn, clockwise.</param>
    public static void Ellipse(this ShapeCanvas canvas, double x, double y, double radiusX, double radiusY, double turns = 0)
    {
        Span<(double X, double Y)> line = stackalloc (double X, double Y)[Corners];
        var (sin, cos) = turns == 0 ? (0, 1) : Deterministic.SinCosTurns(turns);
        for (var i = 0; i < Corners; i++)
        {
            var (u, v) = (radiusX * Circle[i].Cos, radiusY * Circle[i].Sin);
            line[i] = (x + cos * u - sin * v, y + sin * u + cos * v);
        }

        canvas.Polygon(line);
    }

    /// <summary>Adds a smooth stroke with round ends.</summary>
    /// <param name="canvas">Receives it.</param>
    /// <param name="points">Its middle line runs through these; two or more.</param>
    /// <param name="begin">Width at the first point.</param>
    /// <param name="middle">Width half-way.</param>
    /// <param name="end">Width at the last point.</param>
    public static void Stroke(this ShapeCanvas canvas, ReadOnlySpan<(double X, double Y)> points, double begin, double middle, double end)
    {
        var n = points.Length;
        var last = (n - 1) * Pieces;
        Span<(double X, double Y)> line = stackalloc (double X, double Y)[last + 1];
        for (var i = 0; i + 1 < n; i++)
        {
            var (a, b) = (points[i], points[i + 1]);
            var before = i > 0 ? points[i - 1] : (2 * a.X - b.X, 2 * a.Y - b.Y);
            var after = i + 2 < n ? points[i + 2] : (2 * b.X - a.X, 2 * b.Y - a.Y);
            for (var k = 0; k < Pieces; k++) line[i * Pieces + k] = Spline(before, a, b, after, k / (double)Pieces);
        }

        line[last] = points[^1];
        Span<(double X, double Y)> outline = stackalloc (double X, double Y)[2 * (last + 1) + 6];
        for (var i = 0; i <= last; i++)
        {
            var (dx, dy) = Direction(line, i, last);
            var t = i / (double)last;
            var half = (begin + t * (4 * middle - 3 * begin - end + t * 2 * (begin + end - 2 * middle))) / 2;
            outline[i] = (line[i].X - dy * half, line[i].Y + dx * half);
            outline[outline.Length - 4 - i] = (line[i].X + dy * half, line[i].Y - dx * half);
            if (i == 0) Cap(outline[^3..], line[0], (-dx, -dy), half);
            if (i == last) Cap(outline.Slice(last + 1, 3), line[last], (dx, dy), half);
        }

        canvas.Polygon(outline);
    }

    private static void Cap(Span<(double X, double Y)> cap, (double X, double Y) at, (double X, double Y) way, double half)
    {
        const double Diagonal = 0.70710678118654752;
        var (x, y) = (way.X * half, way.Y * half);
        cap[0] = (at.X + Diagonal * (x - y), at.Y + Diagonal * (y + x));
        cap[1] = (at.X + x, at.Y + y);
        cap[2] = (at.X + Diagonal * (x + y), at.Y + Diagonal * (y - x));
    }

    private static (double X, double Y) Direction(ReadOnlySpan<(double X, double Y)> line, int i, int last)
    {
        var (from, to) = (line[Math.Max(i - 1, 0)], line[Math.Min(i + 1, last)]);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        return length > 1e-9 ? (dx / length, dy / length) : (1, 0);
    }

    /// <summary>Catmull and Rom's cubic between <paramref name="a"/> and <paramref name="b"/>.</summary>
    private static (double X, double Y) Spline((double X, double Y) before, (double X, double Y) a, (double X, double Y) b, (double X, double Y) after, double t) =>
        (Cubic(before.X, a.X, b.X, after.X, t), Cubic(before.Y, a.Y, b.Y, after.Y, t));

    private static double Cubic(double p0, double p1, double p2, double p3, double t) =>
        p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}
