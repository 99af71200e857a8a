namespace Adversa.Worlds.Digits;

/// <summary>Paints strokes as an antialiased round brush: brightness falls off smoothly with the exact distance to the middle line.</summary>
internal sealed class StrokePainter(int size)
{
    private readonly double[] _squared = new double[size * size];      // least squared distance of each pixel to any piece

    /// <summary>Forgets all strokes.</summary>
    public void Clear() => Array.Fill(_squared, double.MaxValue);

    /// <summary>Adds one stroke.</summary>
    /// <param name="line">Its flattened middle line, in pixels.</param>
    /// <param name="reach">Distance beyond which the brush leaves no ink, in pixels.</param>
    public void Add(IReadOnlyList<(double X, double Y)> line, double reach)
    {
        for (var i = 1; i < line.Count; i++) AddPiece(line[i - 1].X, line[i - 1].Y, line[i].X, line[i].Y, reach);
    }

    /// <summary>Writes the picture: -1 is paper, 1 full ink.</summary>
    /// <param name="radius">Half the pen's width.</param>
    /// <param name="soft">Width of the edge over which the ink fades.</param>
    /// <param name="ink">Brightness of the middle, 0 to 1.</param>
    /// <param name="picture">Receives size x size numbers.</param>
    public void Render(double radius, double soft, double ink, Span<float> picture)
    {
        var outer = radius + soft / 2;
        var outerSquared = outer * outer;
        for (var i = 0; i < _squared.Length; i++)
        {
            if (_squared[i] >= outerSquared)
            {
                picture[i] = -1;
                continue;
            }

            var t = (outer - Math.Sqrt(_squared[i])) / soft;
            var cover = t >= 1 ? 1 : t * t * (3 - 2 * t);
            var level = (int)(cover * ink * 255 + 0.5);              // as stored in a byte, so that bytes keep everything
            picture[i] = (float)(level / 127.5 - 1);
        }
    }

    private void AddPiece(double x0, double y0, double x1, double y1, double reach)
    {
        var (left, right) = (First(Math.Min(x0, x1) - reach), Last(Math.Max(x0, x1) + reach));
        var (top, bottom) = (First(Math.Min(y0, y1) - reach), Last(Math.Max(y0, y1) + reach));
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        var inverse = length > 1e-12 ? 1 / length : 0;
        for (var y = top; y <= bottom; y++)
        {
            var py = y + 0.5 - y0;
            var row = _squared.AsSpan(y * size, size);
            for (var x = left; x <= right; x++)
            {
                var px = x + 0.5 - x0;
                var t = (px * dx + py * dy) * inverse;
                t = t < 0 ? 0 : t > 1 ? 1 : t;
                var (ex, ey) = (px - t * dx, py - t * dy);
                var squared = ex * ex + ey * ey;
                if (squared < row[x]) row[x] = squared;
            }
        }
    }

    private int First(double edge) => edge <= 0 ? 0 : edge >= size ? size : (int)edge;

    private int Last(double edge) => edge < 0 ? -1 : edge >= size - 1 ? size - 1 : (int)edge;
}
