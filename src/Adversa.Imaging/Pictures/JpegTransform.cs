namespace Adversa.Imaging.Pictures;

/// <summary>The cosine transform of 8x8 blocks in whole numbers.</summary>
/// <remarks>Loeffler, Ligtenberg and Moschytz, 1989, "Practical fast 1-D DCT algorithms with 11 multiplications", figure 1, with 13 bits behind the point.</remarks>
internal static class JpegTransform
{
    private const int Bits = 13, Extra = 2;      // fraction of the constants; more of it between the passes

    /// <summary>Transforms a block in place; the result is 8 times the orthonormal one.</summary>
    /// <param name="block">8 rows of 8 samples from -128 to 127.</param>
    public static void Forward(Span<int> block)
    {
        for (var row = 0; row < 64; row += 8) Pass(block, row, 1, up: Extra, down: Bits - Extra);
        for (var column = 0; column < 8; column++) Pass(block, column, 8, up: -Extra, down: Bits + Extra);
    }

    private static void Pass(Span<int> b, int at, int step, int up, int down)
    {
        int x0 = b[at], x1 = b[at + step], x2 = b[at + 2 * step], x3 = b[at + 3 * step], x4 = b[at + 4 * step], x5 = b[at + 5 * step], x6 = b[at + 6 * step], x7 = b[at + 7 * step];
        int t0 = x0 + x7, t7 = x0 - x7, t1 = x1 + x6, t6 = x1 - x6, t2 = x2 + x5, t5 = x2 - x5, t3 = x3 + x4, t4 = x3 - x4;
        int t10 = t0 + t3, t13 = t0 - t3, t11 = t1 + t2, t12 = t1 - t2;
        b[at] = Scaled(t10 + t11, up);
        b[at + 4 * step] = Scaled(t10 - t11, up);
        var z1 = (t12 + t13) * 4433;
        b[at + 2 * step] = Rounded(z1 + t13 * 6270, down);
        b[at + 6 * step] = Rounded(z1 - t12 * 15137, down);

        z1 = (t4 + t7) * -7373;
        int z2 = (t5 + t6) * -20995, z3 = t4 + t6, z4 = t5 + t7, z5 = (z3 + z4) * 9633;
        z3 = z3 * -16069 + z5;
        z4 = z4 * -3196 + z5;
        b[at + 7 * step] = Rounded(t4 * 2446 + z1 + z3, down);
        b[at + 5 * step] = Rounded(t5 * 16819 + z2 + z4, down);
        b[at + 3 * step] = Rounded(t6 * 25172 + z2 + z3, down);
        b[at + step] = Rounded(t7 * 12299 + z1 + z4, down);
    }

    private static int Scaled(int value, int up) => up > 0 ? value << up : Rounded(value, -up);

    private static int Rounded(int value, int down) => (value + (1 << (down - 1))) >> down;
}
