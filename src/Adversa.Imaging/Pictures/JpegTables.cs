namespace Adversa.Imaging.Pictures;

/// <summary>The tables of ITU T.81, annex K: quantization and Huffman codes that every JPEG decoder knows well.</summary>
internal static class JpegTables
{
    /// <summary>Place of the k-th coefficient of the zigzag in its block of 8 rows.</summary>
    public static ReadOnlySpan<byte> Zigzag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Divisors of brightness at quality 50, in zigzag order (tables K.1).</summary>
    public static ReadOnlySpan<byte> Brightness =>
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ];

    /// <summary>Divisors of colour at quality 50, in zigzag order (table K.2); the rest is 99.</summary>
    public static ReadOnlySpan<byte> Colour => [17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66];

    /// <summary>The Huffman tables (K.3 to K.6): class and number, then counts of codes by length, then the symbols.</summary>
    public static IReadOnlyList<(byte Id, byte[] Counts, byte[] Symbols)> Huffman { get; } =
    [
        Table(0x00, "00010501010101010100000000000000", "000102030405060708090a0b"),
        Table(0x10, "0002010303020403050504040000017d",
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a"
            + "636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4"
            + "e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
        Table(0x01, "00030101010101010101010000000000", "000102030405060708090a0b"),
        Table(0x11, "00020102040403040705040400010277",
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a434445464748494a53545556575859"
            + "5a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3"
            + "e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"),
    ];

    /// <summary>The code of each symbol of a table, and its length in bits; 0 bits where it has none.</summary>
    public static (int Code, int Bits)[] Codes(int table)
    {
        var (_, counts, symbols) = Huffman[table];
        var codes = new (int, int)[256];
        for (int bits = 1, code = 0, at = 0; bits <= 16; bits++, code <<= 1)
            for (var i = 0; i < counts[bits - 1]; i++) codes[symbols[at++]] = (code++, bits);
        return codes;
    }

    private static (byte, byte[], byte[]) Table(byte id, string counts, string symbols) => (id, Convert.FromHexString(counts), Convert.FromHexString(symbols));
}
