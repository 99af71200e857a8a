using Adversa.Formats.Png;

namespace Adversa.Imaging.Pictures;

/// <summary>At most 256 colours that stand for all colours of some pictures: all grey levels, or Heckbert's median cut.</summary>
/// <remarks>Heckbert, 1982, "Color image quantization for frame buffer display". Colours are counted with 5 bits a channel.</remarks>
internal sealed class Palette
{
    private const int Most = 256;
    private const int Cells = 1 << 15;

    private readonly byte[] _indexOfCell = new byte[Cells];
    private readonly bool _isGrey;

    private Palette(byte[] colours, bool isGrey) => (Colours, _isGrey) = (colours, isGrey);

    /// <summary>256 colours of three bytes.</summary>
    public byte[] Colours { get; }

    /// <summary>Chooses the colours for some pictures.</summary>
    public static Palette For(IReadOnlyList<Raster> pictures) => pictures.All(p => p.Channels == 1) ? Grey() : Colour(pictures);

    /// <summary>The number of each pixel's colour.</summary>
    public byte[] Indices(Raster picture)
    {
        if (_isGrey) return picture.Pixels;
        var indices = new byte[picture.Width * picture.Height];
        for (var i = 0; i < indices.Length; i++) indices[i] = _indexOfCell[CellOf(picture.At(i % picture.Width, i / picture.Width))];
        return indices;
    }

    private static Palette Grey() => new([.. Enumerable.Range(0, Most * 3).Select(i => (byte)(i / 3))], isGrey: true);

    private static Palette Colour(IReadOnlyList<Raster> pictures)
    {
        var counts = new long[Cells];
        var sums = new long[Cells, 3];
        foreach (var picture in pictures)
            for (var i = 0; i < picture.Width * picture.Height; i++)
            {
                var colour = picture.At(i % picture.Width, i / picture.Width);
                var cell = CellOf(colour);
                counts[cell]++;
                sums[cell, 0] += colour.R;
                sums[cell, 1] += colour.G;
                sums[cell, 2] += colour.B;
            }

        var boxes = Cut([.. Enumerable.Range(0, Cells).Where(c => counts[c] > 0)], counts);
        var palette = new Palette(new byte[Most * 3], isGrey: false);
        for (var b = 0; b < boxes.Count; b++)
        {
            var total = boxes[b].Sum(c => counts[c]);
            for (var k = 0; k < 3; k++) palette.Colours[b * 3 + k] = (byte)((boxes[b].Sum(c => sums[c, k]) + total / 2) / total);
            foreach (var cell in boxes[b]) palette._indexOfCell[cell] = (byte)b;
        }

        return palette;
    }

    /// <summary>Halves the box with the most pixels times its longest side, across that side, until there are enough.</summary>
    private static List<int[]> Cut(int[] all, long[] counts)
    {
        var boxes = new List<int[]> { all };
        while (boxes.Count < Most)
        {
            var best = Enumerable.Range(0, boxes.Count).MaxBy(b => boxes[b].Length < 2 ? 0 : Longest(boxes[b]).Length * boxes[b].Sum(c => counts[c]));
            if (boxes[best].Length < 2) break;
            var axis = Longest(boxes[best]).Axis;
            var sorted = boxes[best].OrderBy(c => Level(c, axis)).ThenBy(c => c).ToArray();
            var half = sorted.Sum(c => counts[c]) / 2;
            var at = 0;
            for (long sum = 0; at < sorted.Length - 1 && sum + counts[sorted[at]] <= half; at++) sum += counts[sorted[at]];
            at = Math.Clamp(at, 1, sorted.Length - 1);
            boxes[best] = sorted[..at];
            boxes.Add(sorted[at..]);
        }

        return boxes;
    }

    private static (int Axis, int Length) Longest(int[] box) =>
        Enumerable.Range(0, 3).Select(axis => (axis, box.Max(c => Level(c, axis)) - box.Min(c => Level(c, axis)))).MaxBy(pair => pair.Item2);

    private static int Level(int cell, int axis) => (cell >> (10 - 5 * axis)) & 31;

    private static int CellOf((byte R, byte G, byte B) colour) => (colour.R >> 3 << 10) | (colour.G >> 3 << 5) | (colour.B >> 3);
}
