namespace Adversa.Data;

/// <summary>What a picture looks like from far away: 9 x 8 grey levels, their difference hash, and the mean colour.</summary>
/// <param name="Hash">A bit for each pair of neighbours in a row: whether the right one is brighter.</param>
/// <param name="Levels">The 72 grey levels, then the mean red, green and blue.</param>
internal readonly record struct Look(ulong Hash, byte[]? Levels)
{
    /// <summary>Side of the picture that it is made from.</summary>
    public const int Side = 72;

    private const int Columns = 9, Rows = 8, LeastContrast = 8, MostColourDifference = 20;

    /// <summary>Whether there is enough contrast for the hash to mean anything: noise alone decides the bits of an even surface.</summary>
    public bool IsTelling => Levels is not null;

    /// <summary>Looks at a picture.</summary>
    /// <param name="pixels"><c>[3, 72, 72]</c> bytes.</param>
    public static Look At(ReadOnlySpan<byte> pixels)
    {
        const int area = Side * Side;
        var red = pixels[..area];
        var green = pixels[area..(2 * area)];
        var blue = pixels[(2 * area)..];
        var sums = new int[Columns * Rows];
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                sums[y / (Side / Rows) * Columns + x / (Side / Columns)] += 77 * red[y * Side + x] + 150 * green[y * Side + x] + 29 * blue[y * Side + x];      // Rec. 601 in 256ths
        var levels = new byte[Columns * Rows + 3];
        for (var i = 0; i < sums.Length; i++) levels[i] = (byte)(sums[i] / (256 * (Side / Columns) * (Side / Rows)));
        (levels[^3], levels[^2], levels[^1]) = (Mean(red), Mean(green), Mean(blue));
        var (low, high) = (levels.AsSpan(0, sums.Length).ToArray().Min(), levels.AsSpan(0, sums.Length).ToArray().Max());
        return high - low < LeastContrast ? default : new(HashOf(sums), levels);
    }

    /// <summary>Whether two pictures with similar hashes are really alike: similar light and dark, similar colour.</summary>
    /// <remarks>A hash keeps signs alone, so that drawings on an even ground collide; the correlation of the grey levels tells them apart and does not care about brightness and contrast.</remarks>
    /// <param name="other">Another telling look.</param>
    /// <param name="near">Bits in which hashes may differ: the more, the laxer.</param>
    public bool IsLike(Look other, int near)
    {
        var (a, b) = (Levels!, other.Levels!);
        if (Math.Abs((a[^3] - a[^2]) - (b[^3] - b[^2])) > MostColourDifference || Math.Abs((a[^1] - a[^2]) - (b[^1] - b[^2])) > MostColourDifference) return false;
        const int n = Columns * Rows;
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
    private static ulong HashOf(int[] sums)
    {
        var hash = 0ul;
        for (var y = 0; y < Rows; y++)
            for (var x = 0; x < Columns - 1; x++)
                if (sums[y * Columns + x + 1] > sums[y * Columns + x]) hash |= 1ul << (16 * (x % 4) + 2 * y + x / 4);
        return hash;
    }

    private static byte Mean(ReadOnlySpan<byte> values)
    {
        var sum = 0;
        foreach (var value in values) sum += value;
        return (byte)(sum / values.Length);
    }
}
