namespace Adversa.DataTools.Checking;

/// <summary>Means over any part of a plane of 72 x 72 bytes, whose edges may lie inside of pixels.</summary>
/// <remarks>Crow, 1984, "Summed-Area Tables for Texture Mapping"; between pixels the table is linear.</remarks>
internal sealed class AreaSums
{
    private const int Side = Look.Side, Stride = Side + 1;

    private readonly double[] _sums = new double[Stride * Stride];      // of all pixels above and to the left

    /// <param name="plane"><c>[72, 72]</c>.</param>
    public AreaSums(ReadOnlySpan<byte> plane)
    {
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                _sums[(y + 1) * Stride + x + 1] = plane[y * Side + x] + _sums[y * Stride + x + 1] + _sums[(y + 1) * Stride + x] - _sums[y * Stride + x];
    }

    /// <summary>The mean of a box.</summary>
    public double Mean(Box box) => (At(box.Right, box.Bottom) - At(box.Left, box.Bottom) - At(box.Right, box.Top) + At(box.Left, box.Top)) / (box.Width * box.Height);

    /// <summary>The means of a box cut into equal cells, row by row.</summary>
    public double[] Cells(Box box, int columns, int rows)
    {
        var (width, height) = (box.Width / columns, box.Height / rows);
        return [.. Enumerable.Range(0, rows * columns).Select(i => (X: box.Left + i % columns * width, Y: box.Top + i / columns * height)).Select(at => Mean(new(at.X, at.Y, at.X + width, at.Y + height)))];
    }

    private double At(double x, double y)
    {
        var (column, row) = (Math.Min((int)x, Side - 1), Math.Min((int)y, Side - 1));
        var (dx, dy, at) = (x - column, y - row, row * Stride + column);
        return (1 - dy) * ((1 - dx) * _sums[at] + dx * _sums[at + 1]) + dy * ((1 - dx) * _sums[at + Stride] + dx * _sums[at + Stride + 1]);
    }
}
