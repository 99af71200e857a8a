using Adversa.Imaging.Codecs;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Outlines;

/// <summary>The colour that a photograph of a known outline has.</summary>
/// <param name="Red">Of the free colour that fits best, 0 to 255.</param>
/// <param name="Green">Likewise.</param>
/// <param name="Blue">Likewise.</param>
/// <param name="Hue">Place on the ring of the lawful colour nearest to it, 0 to 1.</param>
/// <param name="Shade">How dark that one is, 0 to 1.</param>
/// <param name="Unlawful">Distance to it, in levels: 0 for a colour of the ring.</param>
/// <param name="Residual">Mean absolute difference, in levels, between the picture and the photograph in the free colour that fits best.</param>
public sealed record OutlineColour(double Red, double Green, double Blue, double Hue, double Shade, double Unlawful, double Residual);

/// <summary>Reads edges and colours from pictures of <see cref="EdgesPhotoWorld"/>.</summary>
public static class OutlineJudge
{
    private const int Contrast = 9;                        // levels between a line and both of its sides

    /// <summary>The lines of a picture, of either view: where it is darker than on both sides, along rows or columns.</summary>
    /// <param name="picture"><c>[3, size, size]</c> in [-1, 1].</param>
    /// <param name="size">Its side in pixels.</param>
    /// <returns>[size, size], 1 on a line.</returns>
    public static byte[] Edges(ReadOnlySpan<float> picture, int size)
    {
        var area = size * size;
        if (picture.Length != 3 * area) throw new ArgumentException($"Expected {3 * area} numbers; got {picture.Length}.", nameof(picture));
        var (luma, edges, reach) = (new int[area], new byte[area], Math.Max(2, size / 32));
        for (var i = 0; i < area; i++) luma[i] = (299 * PixelBytes.ToByte(picture[i]) + 587 * PixelBytes.ToByte(picture[area + i])
            + 114 * PixelBytes.ToByte(picture[2 * area + i])) / 1000;
        for (var y = reach; y < size - reach; y++)
            for (var x = reach; x < size - reach; x++)
            {
                var i = y * size + x;
                var across = Math.Min(luma[i - reach], luma[i + reach]);
                var along = Math.Min(luma[i - reach * size], luma[i + reach * size]);
                if (Math.Max(across, along) - luma[i] > Contrast) edges[i] = 1;
            }

        return edges;
    }

    /// <summary>Intersection over union of two sets of lines, where a pixel counts as met when the other set has one beside it.</summary>
    /// <param name="one">[size, size], as from <see cref="Edges"/>.</param>
    /// <param name="other">Likewise.</param>
    /// <param name="size">Side in pixels.</param>
    /// <returns>1 for lines that agree, 0 for lines that never meet; 1 where neither has any.</returns>
    public static double EdgeIou(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int size)
    {
        if (one.Length != size * size || other.Length != one.Length)
            throw new ArgumentException($"Expected {size * size} pixels twice; got {one.Length} and {other.Length}.");
        var (met, all) = (0, 0);
        for (var i = 0; i < one.Length; i++)
        {
            all += one[i] + other[i];
            if (one[i] == 1 && IsBeside(other, i, size)) met++;
            if (other[i] == 1 && IsBeside(one, i, size)) met++;
        }

        return all == 0 ? 1 : met / 2.0 / (all - met / 2.0);
    }

    /// <summary>The colour of a photograph whose outline is known: any free colour that fits best, how far it is from the law, and what no colour explains.</summary>
    /// <remarks>A photograph is linear in its free colour, so that two of them, in black and in white, give the best fit by least squares.</remarks>
    /// <param name="picture"><c>[3, size, size]</c> in [-1, 1].</param>
    /// <param name="truth">The outline; its hue and shade are left out of account.</param>
    /// <param name="size">Side in pixels.</param>
    public static OutlineColour Read(ReadOnlySpan<float> picture, OutlineTruth truth, int size)
    {
        const double Light = 200;
        var area = size * size;
        if (picture.Length != 3 * area) throw new ArgumentException($"Expected {3 * area} numbers; got {picture.Length}.", nameof(picture));
        var (black, light) = (new float[3 * area], new float[3 * area]);
        EdgesPhotoWorld.Paint(truth, OutlineView.Photo, size, default, black);
        EdgesPhotoWorld.Paint(truth, OutlineView.Photo, size, new(Light, Light, Light), light);
        Span<double> fit = stackalloc double[3];
        var residual = 0.0;
        for (var c = 0; c < 3; c++)
        {
            var (product, square) = (0.0, 0.0);
            for (var i = c * area; i < (c + 1) * area; i++)
            {
                var slope = (light[i] - black[i]) / Light;
                product += slope * (picture[i] - black[i]);
                square += slope * slope;
            }

            fit[c] = product / square;
            for (var i = c * area; i < (c + 1) * area; i++) residual += Math.Abs(picture[i] - black[i] - fit[c] * (light[i] - black[i]) / Light) * 127.5;
        }

        var colour = new Colour(fit[0], fit[1], fit[2]);
        var (hue, shade) = OutlineColours.Nearest(colour);
        return new(fit[0], fit[1], fit[2], hue, shade, Math.Sqrt(OutlineColours.Of(hue, shade).Distance(colour)), residual / (3 * area));
    }

    private static bool IsBeside(ReadOnlySpan<byte> lines, int i, int size)
    {
        var (x, y) = (i % size, i / size);
        for (var v = Math.Max(0, y - 1); v <= Math.Min(size - 1, y + 1); v++)
            for (var u = Math.Max(0, x - 1); u <= Math.Min(size - 1, x + 1); u++)
                if (lines[v * size + u] == 1) return true;
        return false;
    }
}
