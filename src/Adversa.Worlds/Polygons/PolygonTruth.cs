namespace Adversa.Worlds.Polygons;

/// <summary>A triangle of <see cref="PolygonsWorld"/>: its vertices clockwise from the uppermost, as shares of the picture's side.</summary>
/// <param name="A">The uppermost vertex; (0, 0) is the picture's upper left corner, (1, 1) the lower right one.</param>
/// <param name="B">The next vertex clockwise.</param>
/// <param name="C">The last vertex.</param>
public sealed record PolygonTruth((double X, double Y) A, (double X, double Y) B, (double X, double Y) C)
{
    /// <summary>The least area in the family: a twentieth of the picture.</summary>
    public const double LeastArea = 0.05;

    /// <summary>The least angle in the family, in degrees.</summary>
    public const double LeastAngle = 20;

    private const double SquaredCosine = 0.88302222155948902;      // of 20 degrees

    /// <summary>The area, as a share of the picture.</summary>
    public double Area => Math.Abs((B.X - A.X) * (C.Y - A.Y) - (B.Y - A.Y) * (C.X - A.X)) / 2;

    /// <summary>Whether the world could have drawn it: area and angles are large enough and it stands off the border by 3 % of the side.</summary>
    /// <param name="slack">How far each rule may be missed: 0.1 allows nine tenths of the area and of the margin.</param>
    public bool IsInFamily(double slack = 0)
    {
        var (low, high) = (PolygonsWorld.Margin * (1 - slack), 1 - PolygonsWorld.Margin * (1 - slack));
        ReadOnlySpan<double> all = [A.X, A.Y, B.X, B.Y, C.X, C.Y];
        foreach (var v in all)
            if (!(v >= low && v <= high)) return false;
        return Area >= LeastArea * (1 - slack) && !IsSharp(A, B, C, slack) && !IsSharp(B, C, A, slack) && !IsSharp(C, A, B, slack);
    }

    /// <summary>The same triangle with its vertices in the promised order.</summary>
    internal static PolygonTruth Ordered((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        if ((b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X) < 0) (b, c) = (c, b);
        while (a.Y > b.Y || a.Y > c.Y) (a, b, c) = (b, c, a);
        return new(a, b, c);
    }

    private static bool IsSharp((double X, double Y) at, (double X, double Y) b, (double X, double Y) c, double slack)
    {
        var (ux, uy, vx, vy) = (b.X - at.X, b.Y - at.Y, c.X - at.X, c.Y - at.Y);
        var dot = ux * vx + uy * vy;
        return dot > 0 && dot * dot > (SquaredCosine + (1 - SquaredCosine) * slack) * (ux * ux + uy * uy) * (vx * vx + vy * vy);
    }
}
