namespace Adversa.Imaging.Codecs;

/// <summary>A part of a PNG's pixels that is stored as a picture of its own.</summary>
/// <param name="X">Column of its first pixel.</param>
/// <param name="Y">Row of its first pixel.</param>
/// <param name="StepX">Columns between its pixels.</param>
/// <param name="StepY">Rows between its pixels.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY, int Width, int Height)
{
    /// <summary>Bytes of a row, its filter included.</summary>
    public long RowBytes(int bits) => 1 + ((long)Width * bits + 7) / 8;

    /// <summary>Bytes of the whole.</summary>
    public long Bytes(int bits) => Height * RowBytes(bits);

    /// <summary>The seven passes of an interlaced picture; empty ones are left out.</summary>
    public static IReadOnlyList<PngPass> Adam7(int width, int height) =>
    [
        .. new (int X, int Y, int StepX, int StepY)[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) }
            .Select(p => new PngPass(p.X, p.Y, p.StepX, p.StepY, (width - p.X + p.StepX - 1) / p.StepX, (height - p.Y + p.StepY - 1) / p.StepY))
            .Where(p => p is { Width: > 0, Height: > 0 }),
    ];
}
