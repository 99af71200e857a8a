namespace Adversa.DataTools.Checking;

/// <summary>Where the content of a small picture lies: all that differs from an even ground at its border.</summary>
internal static class Content
{
    private const int Side = Look.Side, Tolerance = 24, Most = 64, Least = 6;
    private const double Even = 0.9, Deviations = 2;               // of the border; around the centre

    /// <summary>The box around the content; the whole picture where its border is not even, or too little differs from it.</summary>
    /// <remarks>Two standard deviations around the centre of what differs, which for a disc is its edge: a pixel more at the rim, as resizing or saving again leaves it, moves it little.</remarks>
    /// <param name="pixels"><c>[3, 72, 72]</c> bytes.</param>
    /// <param name="colour">Receives the mean red, green and blue of what differs from the ground, or of all.</param>
    public static Box Of(ReadOnlySpan<byte> pixels, Span<byte> colour)
    {
        const int area = Side * Side;
        var whole = new Box(0, 0, Side, Side);
        for (var c = 0; c < 3; c++) colour[c] = (byte)Mean(pixels.Slice(c * area, area), null);
        var border = Enumerable.Range(0, Side).SelectMany(i => new[] { i, area - Side + i, i * Side, i * Side + Side - 1 }).ToArray();
        Span<byte> ground = stackalloc byte[3];
        for (var c = 0; c < 3; c++) ground[c] = Median(pixels.Slice(c * area, area), border);
        var even = 0;
        foreach (var at in border)
            if (Difference(pixels, at, ground) == 0) even++;
        if (even < Even * border.Length) return whole;
        double weight = 0, x = 0, y = 0, xx = 0, yy = 0;
        var weights = new int[area];
        for (var at = 0; at < area; at++)
        {
            var (w, column, row) = (weights[at] = Difference(pixels, at, ground), at % Side + 0.5, at / Side + 0.5);
            (weight, x, y, xx, yy) = (weight + w, x + w * column, y + w * row, xx + w * column * column, yy + w * row * row);
        }

        if (weight == 0) return whole;
        var (middleX, middleY) = (x / weight, y / weight);
        var (reachX, reachY) = (Deviations * Math.Sqrt(Math.Max(0, xx / weight - middleX * middleX)), Deviations * Math.Sqrt(Math.Max(0, yy / weight - middleY * middleY)));
        if (2 * reachX < Least || 2 * reachY < Least) return whole;
        for (var c = 0; c < 3; c++) colour[c] = (byte)Mean(pixels.Slice(c * area, area), weights);
        return new(Math.Max(0, middleX - reachX), Math.Max(0, middleY - reachY), Math.Min(Side, middleX + reachX), Math.Min(Side, middleY + reachY));
    }

    /// <summary>How far a pixel differs from the ground, in the channel that differs most; 0 for what may be noise.</summary>
    private static int Difference(ReadOnlySpan<byte> pixels, int at, ReadOnlySpan<byte> ground)
    {
        var most = 0;
        for (var c = 0; c < 3; c++) most = Math.Max(most, Math.Abs(pixels[c * Side * Side + at] - ground[c]));
        return most > Tolerance ? Math.Min(most, Most) : 0;
    }

    private static double Mean(ReadOnlySpan<byte> plane, int[]? weights)
    {
        var (sum, all) = (0L, 0L);
        for (var i = 0; i < plane.Length; i++) (sum, all) = (sum + (weights?[i] ?? 1) * plane[i], all + (weights?[i] ?? 1));
        return sum / (double)all;
    }

    private static byte Median(ReadOnlySpan<byte> plane, int[] border)
    {
        var values = new byte[border.Length];
        for (var i = 0; i < border.Length; i++) values[i] = plane[border[i]];
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

/// <summary>A part of a picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Columns.</summary>
    public double Width => Right - Left;

    /// <summary>Rows.</summary>
    public double Height => Bottom - Top;
}
