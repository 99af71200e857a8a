namespace Adversa.Worlds.Polygons;

/// <summary>Triangles from which a fit begins: the largest inside the bright pixels, and some that match the picture's moments.</summary>
internal static class PolygonBeginnings
{
    /// <summary>The beginnings, best guess first.</summary>
    /// <param name="cover">The picture, 0 black to 1 white.</param>
    /// <param name="size">Its side.</param>
    public static IEnumerable<PolygonTruth> Of(float[] cover, int size)
    {
        foreach (var level in (double[])[0.5, 0.2])
            if (Largest(Hull(cover, size, level)) is { } triangle) yield return triangle;
        foreach (var turn in (double[])[0, 1 / 12.0, 1 / 6.0, 0.25]) yield return Matched(cover, size, turn);
    }

    /// <summary>The convex hull of the centres of bright pixels, by Andrew's monotone chain.</summary>
    private static List<(double X, double Y)> Hull(float[] cover, int size, double level)
    {
        var hull = new List<(double X, double Y)>();
        var points = new List<(double X, double Y)>();
        for (var x = 0; x < size; x++)
            for (var y = 0; y < size; y++)
                if (cover[y * size + x] >= level) points.Add(((x + 0.5) / size, (y + 0.5) / size));
        for (var pass = 0; pass < 2; pass++)
        {
            var begin = hull.Count;
            foreach (var p in points)
            {
                while (hull.Count >= begin + 2 && Twice(hull[^2], hull[^1], p) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(p);
            }

            if (hull.Count > 0) hull.RemoveAt(hull.Count - 1);
            points.Reverse();
        }

        return hull;
    }

    private static PolygonTruth? Largest(List<(double X, double Y)> hull)
    {
        PolygonTruth? best = null;
        var most = 0.0;
        for (var a = 0; a < hull.Count; a++)
            for (var b = a + 1; b < hull.Count; b++)
                for (var c = b + 1; c < hull.Count; c++)
                    if (Math.Abs(Twice(hull[a], hull[b], hull[c])) is var area && area > most) (best, most) = (new(hull[a], hull[b], hull[c]), area);
        return best;
    }

    /// <summary>The triangle with the picture's mean and covariance, one for each turn of an equilateral triangle.</summary>
    private static PolygonTruth Matched(float[] cover, int size, double turn)
    {
        double mass = 1e-6, mx = 0.5e-6, my = 0.5e-6, xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < cover.Length; i++)
        {
            var (v, x, y) = (Math.Clamp(cover[i], 0, 1), (i % size + 0.5) / size, (i / size + 0.5) / size);
            (mass, mx, my, xx, xy, yy) = (mass + v, mx + v * x, my + v * y, xx + v * x * x, xy + v * x * y, yy + v * y * y);
        }

        (mx, my) = (mx / mass, my / mass);
        (xx, xy, yy) = (Math.Max(xx / mass - mx * mx, 1e-3), xy / mass - mx * my, Math.Max(yy / mass - my * my, 1e-3));
        var l11 = Math.Sqrt(xx);                                                   // Cholesky's factor of the covariance
        var l21 = xy / l11;
        var l22 = Math.Sqrt(Math.Max(yy - l21 * l21, 1e-6));
        (double X, double Y) At(int corner)
        {
            var (sin, cos) = Deterministic.SinCosTurns(turn + corner / 3.0);
            return (mx + 2 * l11 * cos, my + 2 * (l21 * cos + l22 * sin));         // an equilateral triangle of radius 2 has unit variances
        }

        return new(At(0), At(1), At(2));
    }

    private static double Twice((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
