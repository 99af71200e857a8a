namespace Adversa.Worlds.Painting;

/// <summary>The exact area of polygons inside each pixel of a square picture, in units of a pixel.</summary>
/// <remarks>Each edge adds its signed area to the cells it crosses and what lies right of it follows by a running sum, so the cost is the perimeter,
/// not the number of edges times the number of pixels. Only + - * / : the same bits on every machine.</remarks>
internal sealed class AreaCoverage(int size)
{
    private readonly int _stride = size + 2;
    private readonly double[] _cells = new double[size * (size + 2)];

    /// <summary>First and last row that an edge since the last sweep touched; empty when last is below first.</summary>
    public (int First, int Last) Rows { get; private set; } = (int.MaxValue, -1);

    /// <summary>Adds an edge of a closed polygon; its direction decides the sign of the area.</summary>
    public void Edge(double x0, double y0, double x1, double y1)
    {
        if (y0 == y1) return;
        var sign = 1.0;
        if (y0 > y1) (x0, y0, x1, y1, sign) = (x1, y1, x0, y0, -1.0);
        if (y1 <= 0 || y0 >= size) return;

        var slope = (x1 - x0) / (y1 - y0);
        var (first, last) = (y0 <= 0 ? 0 : (int)y0, y1 >= size ? size - 1 : (int)y1);
        if (last == y1) last--;                                              // the edge only touches that row
        for (var row = first; row <= last; row++)
        {
            var (top, bottom) = (y0 > row ? y0 : row, y1 < row + 1 ? y1 : row + 1);
            Piece(row, x0 + (top - y0) * slope, x0 + (bottom - y0) * slope, (bottom - top) * sign);
        }

        Rows = (Math.Min(Rows.First, first), Math.Max(Rows.Last, last));
    }

    /// <summary>Writes the area inside each pixel of one row, overlaps counted once, and forgets the row's edges.</summary>
    public void Sweep(int row, Span<float> cover)
    {
        var cells = _cells.AsSpan(row * _stride, _stride);
        var sum = 0.0;
        for (var x = 0; x < size; x++)
        {
            sum += cells[x];
            var area = sum < 0 ? -sum : sum;
            cover[x] = area >= 1 ? 1 : (float)area;
        }

        cells.Clear();
    }

    /// <summary>Says that all rows have been swept.</summary>
    public void Done() => Rows = (int.MaxValue, -1);

    /// <summary>The part of an edge inside one row: from <paramref name="from"/> to <paramref name="to"/> along x, over a height.</summary>
    private void Piece(int row, double from, double to, double height)
    {
        var (left, right) = from < to ? (from, to) : (to, from);
        var at = row * _stride;
        if (left < 0)                                                        // what is left of the picture covers the whole row
        {
            var outside = right <= 0 ? 1 : -left / (right - left);
            _cells[at] += height * outside;
            if (right <= 0) return;
            (height, left) = (height * (1 - outside), 0);
        }

        if (right > size)                                                    // what is right of it covers nothing
        {
            if (left >= size) return;
            (height, right) = (height * (size - left) / (right - left), size);
        }

        var (begin, end) = ((int)left, (int)right);
        if (begin == end || right == begin + 1)
        {
            var share = height * ((left + right) / 2 - begin);
            _cells[at + begin] += height - share;
            _cells[at + begin + 1] += share;
            return;
        }

        var perColumn = height / (right - left);
        var (covered, before) = (0.0, 0.0);                                  // of this piece: heights so far, and the area of the column before
        for (var x = begin; x <= end; x++)
        {
            var (enter, leave) = (x > left ? x : left, x + 1 < right ? x + 1 : right);
            var area = perColumn * (leave - enter) * (x + 1 - (enter + leave) / 2) + covered;
            _cells[at + x] += area - before;
            before = area;
            covered += perColumn * (leave - enter);
        }

        _cells[at + end + 1] += height - before;
    }
}
