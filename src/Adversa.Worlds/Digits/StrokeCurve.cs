namespace Adversa.Worlds.Digits;

/// <summary>Turns a stroke's points into short straight pieces.</summary>
internal static class StrokeCurve
{
    private const int Pieces = 5;                // per span; a span is at most a third of a digit

    /// <summary>Appends the curve through the points: Catmull and Rom's cubic, broken at corners.</summary>
    /// <param name="points">The points in order.</param>
    /// <param name="line">Receives the flattened curve, first point included.</param>
    public static void Flatten(ReadOnlySpan<StrokePoint> points, List<(double X, double Y)> line)
    {
        line.Add((points[0].X, points[0].Y));
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (a, b) = (points[i], points[i + 1]);
            var before = i == 0 || a.IsCorner ? Mirror(b, a) : points[i - 1];
            var after = i + 2 == points.Length || b.IsCorner ? Mirror(a, b) : points[i + 2];
            var pieces = a.IsCorner && b.IsCorner ? 3 : Pieces;
            for (var k = 1; k <= pieces; k++)
            {
                var t = k / (double)pieces;
                line.Add((Cubic(before.X, a.X, b.X, after.X, t), Cubic(before.Y, a.Y, b.Y, after.Y, t)));
            }
        }
    }

    private static StrokePoint Mirror(StrokePoint of, StrokePoint at) => new(2 * at.X - of.X, 2 * at.Y - of.Y, false);

    private static double Cubic(double p0, double p1, double p2, double p3, double t) =>
        p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}
