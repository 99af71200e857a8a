using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>What the content of a picture looks like from far away: 16 x 16 grey levels, their difference hash, the mean colour and the proportions. An even ground around it is left out:
/// drawings that share a ground and a place in it are not alike for that.</summary>
/// <param name="Hash">A bit for each pair of neighbours in a row of 9 x 8: whether the right one is brighter.</param>
/// <param name="Levels">The 256 grey levels, then the mean red, green and blue of the content.</param>
/// <param name="Aspect">Width over height of the content.</param>
internal readonly record struct Look(ulong Hash, byte[]? Levels, float Aspect)
{
    /// <summary>Side of the picture that it is made from.</summary>
    public const int Side = 72;

    private const int Grid = 16, Columns = 9, Rows = 8, LeastContrast = 8, MostColourDifference = 20;
    private const double LeastStep = 1.5;                          // levels between neighbours: below, what saving again leaves decides
    private const double MostAspectDifference = 1.2;

    /// <summary>Whether there is enough contrast for the hash to mean anything: noise alone decides the bits of an even surface.</summary>
    public bool IsTelling => Levels is not null;

    /// <summary>Looks at a picture.</summary>
    /// <param name="pixels"><c>[3, 72, 72]</c> bytes, squashed.</param>
    /// <param name="size">The picture's size before.</param>
    public static Look At(ReadOnlySpan<byte> pixels, PictureSize size)
    {
        const int area = Side * Side;
        var red = pixels[..area];
        var green = pixels[area..(2 * area)];
        var blue = pixels[(2 * area)..];
        var grey = new byte[area];
        for (var i = 0; i < area; i++) grey[i] = (byte)((77 * red[i] + 150 * green[i] + 29 * blue[i]) >> 8);      // Rec. 601 in 256ths
        var levels = new byte[Grid * Grid + 3];
        var (sums, box) = (new AreaSums(grey), Content.Of(pixels, levels.AsSpan(Grid * Grid)));
        foreach (var (i, level) in sums.Cells(box, Grid, Grid).Index()) levels[i] = (byte)level;
        var cells = sums.Cells(box, Columns, Rows);
        return cells.Max() - cells.Min() < LeastContrast ? default : new(HashOf(cells), levels, (float)(box.Width * size.Width / (box.Height * size.Height)));
    }

    /// <summary>Whether two pictures with similar hashes are really alike: similar light and dark, similar colour, similar proportions.</summary>
    /// <remarks>A hash keeps signs alone, so that drawings on an even ground collide; the correlation of the grey levels tells them apart and does not care about brightness and contrast.</remarks>
    /// <param name="other">Another telling look.</param>
    /// <param name="near">Bits in which hashes may differ: the more, the laxer.</param>
    public bool IsLike(Look other, int near)
    {
        var (a, b) = (Levels!, other.Levels!);
        if (Math.Max(Aspect, other.Aspect) > MostAspectDifference * Math.Min(Aspect, other.Aspect)) return false;
        if (Math.Abs((a[^3] - a[^2]) - (b[^3] - b[^2])) > MostColourDifference || Math.Abs((a[^1] - a[^2]) - (b[^1] - b[^2])) > MostColourDifference) return false;
        const int n = Grid * Grid;
        long sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var i = 0; i < n; i++)
        {
            (sumA, sumB) = (sumA + a[i], sumB + b[i]);
            (squareA, squareB, product) = (squareA + a[i] * a[i], squareB + b[i] * b[i], product + a[i] * b[i]);
        }

        double covariance = n * product - sumA * sumB, varianceA = n * squareA - sumA * sumA, varianceB = n * squareB - sumB * sumB;
        var least = 0.99 - 0.005 * near;
        return covariance > 0 && covariance * covariance >= least * least * varianceA * varianceB;
    }

    /// <summary>Bits that are neighbours in the picture go to different bands of the index, for an even corner would make one band the same everywhere.</summary>
    private static ulong HashOf(double[] cells)
    {
        var hash = 0ul;
        for (var y = 0; y < Rows; y++)
            for (var x = 0; x < Columns - 1; x++)
                if (cells[y * Columns + x + 1] > cells[y * Columns + x] + LeastStep) hash |= 1ul << (16 * (x % 4) + 2 * y + x / 4);
        return hash;
    }
}
