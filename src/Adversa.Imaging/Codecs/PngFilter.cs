using System.Numerics;

namespace Adversa.Imaging.Codecs;

/// <summary>Undoes the prediction of a PNG row (PNG specification, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Restores a row in place.</summary>
    /// <param name="filter">0 to 4.</param>
    /// <param name="row">The row as unpacked.</param>
    /// <param name="above">The restored row above; zeros above the first.</param>
    /// <param name="step">Bytes of a pixel, at least 1.</param>
    /// <returns>Whether the filter is known.</returns>
    public static bool Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (filter)
        {
            case 0: return true;
            case 1: Left(row, step); return true;
            case 2: Up(row, above); return true;
            case 3: Mean(row, above, step); return true;
            case 4: Paeth(row, above, step); return true;
            default: return false;
        }
    }

    private static void Left(Span<byte> row, int step)
    {
        for (var x = step; x < row.Length; x++) row[x] = unchecked((byte)(row[x] + row[x - step]));
    }

    private static void Up(Span<byte> row, ReadOnlySpan<byte> above)
    {
        var x = 0;
        for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count) (new Vector<byte>(row[x..]) + new Vector<byte>(above[x..])).CopyTo(row[x..]);
        for (; x < row.Length; x++) row[x] = unchecked((byte)(row[x] + above[x]));
    }

    private static void Mean(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var x = 0; x < Math.Min(step, row.Length); x++) row[x] = unchecked((byte)(row[x] + above[x] / 2));
        for (var x = step; x < row.Length; x++) row[x] = unchecked((byte)(row[x] + (row[x - step] + above[x]) / 2));
    }

    private static void Paeth(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        above = above[..row.Length];
        for (var x = 0; x < Math.Min(step, row.Length); x++) row[x] = unchecked((byte)(row[x] + above[x]));
        for (var x = step; x < row.Length; x++)
        {
            int left = row[x - step], up = above[x], corner = above[x - step];
            int a = Math.Abs(up - corner), b = Math.Abs(left - corner), c = Math.Abs(left + up - 2 * corner);
            row[x] = unchecked((byte)(row[x] + (a <= b && a <= c ? left : b <= c ? up : corner)));
        }
    }
}
