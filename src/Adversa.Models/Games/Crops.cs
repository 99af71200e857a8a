using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>Parts of pictures.</summary>
internal static class Crops
{
    /// <summary>The middle of pictures.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="height">Rows of the part, at most H.</param>
    /// <param name="width">Its columns, at most W.</param>
    internal static Tensor Centre(Tensor x, int height, int width) => x.Narrow(2, (x.Size(2) - height) / 2, height).Narrow(3, (x.Size(3) - width) / 2, width);

    /// <summary>A part of each picture, from a place of its own.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="corners">The upper left corner of each part: row, column.</param>
    /// <param name="height">Rows of the parts.</param>
    /// <param name="width">Their columns.</param>
    internal static Tensor At(Tensor x, IReadOnlyList<(int Row, int Column)> corners, int height, int width) =>
        Tensor.Cat([.. corners.Select((corner, i) => x.Narrow(0, i, 1).Narrow(2, corner.Row, height).Narrow(3, corner.Column, width))]);

    /// <summary>Pictures of 1 inside of such parts and 0 outside, <c>[N, 1, H, W]</c>.</summary>
    /// <param name="corners">The upper left corner of each part.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="rows">H.</param>
    /// <param name="columns">W.</param>
    internal static Tensor Mask(IReadOnlyList<(int Row, int Column)> corners, int height, int width, int rows, int columns)
    {
        var mask = new float[corners.Count * rows * columns];
        for (var i = 0; i < corners.Count; i++)
            for (var row = 0; row < height; row++)
                mask.AsSpan((i * rows + corners[i].Row + row) * columns + corners[i].Column, width).Fill(1);
        return Tensor.From(mask, corners.Count, 1, rows, columns);
    }

    /// <summary>Places for parts, evenly over the picture.</summary>
    /// <param name="chance">Two numbers in [0, 1) for each picture, <c>[N, 2]</c>.</param>
    /// <param name="rows">Rows that a corner may lie in.</param>
    /// <param name="columns">Columns that it may lie in.</param>
    internal static List<(int Row, int Column)> Places(Tensor chance, int rows, int columns) =>
        [.. chance.ToArray<float>().Chunk(2).Select(pair => (Math.Min(rows - 1, (int)(pair[0] * rows)), Math.Min(columns - 1, (int)(pair[1] * columns))))];
}
