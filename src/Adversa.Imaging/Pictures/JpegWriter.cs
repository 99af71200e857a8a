using System.Buffers.Binary;

namespace Adversa.Imaging.Pictures;

/// <summary>Writes baseline JPEG pictures in whole numbers only: the same bytes on every machine.</summary>
/// <remarks>ITU T.81 with the tables of its annex K and no subsampling of colour; JFIF for grey and RGB, Adobe's marker for CMYK.</remarks>
public sealed class JpegWriter
{
    private const int Side = 8;

    private static readonly (int Code, int Bits)[][] Codes = [.. Enumerable.Range(0, 4).Select(JpegTables.Codes)];

    private readonly MemoryStream _stream = new();
    private readonly int[][] _divisors;          // of brightness and of colour, in zigzag order
    private readonly int[] _block = new int[Side * Side];
    private ulong _bits;
    private int _pending;                        // bits not yet written

    private JpegWriter(int quality)
    {
        var scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int Divisor(int usual) => Math.Clamp((usual * scale + 50) / 100, 1, 255);
        _divisors = [new int[64], new int[64]];
        for (var i = 0; i < 64; i++) (_divisors[0][i], _divisors[1][i]) = (Divisor(JpegTables.Brightness[i]), Divisor(i < JpegTables.Colour.Length ? JpegTables.Colour[i] : 99));
    }

    /// <summary>Encodes a picture.</summary>
    /// <param name="pixels">Rows from the top, components interleaved: grey, RGB, or CMYK with 255 for full ink.</param>
    /// <param name="width">Columns, 1 to 65,535.</param>
    /// <param name="height">Rows, 1 to 65,535.</param>
    /// <param name="components">1, 3 or 4.</param>
    /// <param name="quality">1 to 100, as other encoders count.</param>
    /// <param name="orientation">EXIF's 1 to 8; 1 writes no EXIF.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int components, int quality, int orientation = 1)
    {
        var writer = new JpegWriter(quality);
        writer.Header(width, height, components, orientation);
        writer.Scan(pixels, width, height, components);
        return writer._stream.ToArray();
    }

    private void Header(int width, int height, int components, int orientation)
    {
        _stream.Write([0xFF, 0xD8]);
        if (components == 4) Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        else if (orientation == 1) Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        else Segment(0xE1, [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
        for (var t = 0; t < (components == 3 ? 2 : 1); t++) Segment(0xDB, [(byte)t, .. _divisors[t].Select(d => (byte)d)]);
        Segment(0xC0, [8, (byte)(height >> 8), (byte)(height & 255), (byte)(width >> 8), (byte)(width & 255), (byte)components,
            .. Enumerable.Range(0, components).SelectMany(c => new byte[] { (byte)(c + 1), 0x11, TableOf(c, components) })]);
        foreach (var (id, counts, symbols) in JpegTables.Huffman.Take(components == 3 ? 4 : 2)) Segment(0xC4, [id, .. counts, .. symbols]);
        Segment(0xDA, [(byte)components, .. Enumerable.Range(0, components).SelectMany(c => new byte[] { (byte)(c + 1), (byte)(0x11 * TableOf(c, components)) }), 0, 63, 0]);
    }

    private void Segment(byte marker, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        _stream.Write([0xFF, marker]);
        _stream.Write(length);
        _stream.Write(data);
    }

    /// <summary>Brightness and ink use the first tables, colour the second.</summary>
    private static byte TableOf(int component, int components) => (byte)(components == 3 && component > 0 ? 1 : 0);

    private void Scan(ReadOnlySpan<byte> pixels, int width, int height, int components)
    {
        var before = new int[components];
        for (var top = 0; top < height; top += Side)
            for (var left = 0; left < width; left += Side)
                for (var c = 0; c < components; c++)
                {
                    for (var i = 0; i < _block.Length; i++)          // the last row and column are repeated beyond the border
                    {
                        var at = (Math.Min(top + i / Side, height - 1) * width + Math.Min(left + i % Side, width - 1)) * components;
                        _block[i] = Value(pixels.Slice(at, components), c) - 128;
                    }

                    JpegTransform.Forward(_block);
                    before[c] = Block(before[c], TableOf(c, components));
                }

        if (_pending % 8 is > 0 and var used) Put(0x7F, 8 - used);
        _stream.Write([0xFF, 0xD9]);
    }

    /// <summary>One component of a pixel: grey, YCbCr as JFIF defines it, or ink turned round as Adobe stores it.</summary>
    private static int Value(ReadOnlySpan<byte> p, int component) => p.Length switch
    {
        1 => p[0],
        4 => 255 - p[component],
        _ => component switch
        {
            0 => (19595 * p[0] + 38470 * p[1] + 7471 * p[2] + 32768) >> 16,
            1 => (-11059 * p[0] - 21709 * p[1] + 32768 * p[2] + 8421375) >> 16,
            _ => (32768 * p[0] - 27439 * p[1] - 5329 * p[2] + 8421375) >> 16,
        },
    };

    /// <summary>Quantizes and writes the block; returns its mean for the next one's difference.</summary>
    private int Block(int before, int table)
    {
        var (divisors, first, others) = (_divisors[table], Codes[2 * table], Codes[2 * table + 1]);
        var mean = Quantized(_block[0], divisors[0]);
        Number(first, 0, mean - before);
        var zeros = 0;
        for (var k = 1; k < 64; k++)
        {
            var value = Quantized(_block[JpegTables.Zigzag[k]], divisors[k]);
            if (value == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros > 15; zeros -= 16) Put(others[0xF0]);
            Number(others, zeros << 4, value);
            zeros = 0;
        }

        if (zeros > 0) Put(others[0]);
        return mean;
    }

    /// <summary>The transform's results are 8 times too large; halves round away from 0.</summary>
    private static int Quantized(int value, int divisor) => value < 0 ? -((-value + 4 * divisor) / (8 * divisor)) : (value + 4 * divisor) / (8 * divisor);

    private void Number((int, int)[] codes, int run, int value)
    {
        var bits = 32 - int.LeadingZeroCount(Math.Abs(value));
        Put(codes[run | bits]);
        if (bits > 0) Put((value < 0 ? value - 1 : value) & ((1 << bits) - 1), bits);
    }

    private void Put((int Code, int Bits) code) => Put(code.Code, code.Bits);

    private void Put(int code, int bits)
    {
        _bits = (_bits << bits) | ((uint)code & ((1u << bits) - 1));
        for (_pending += bits; _pending >= 8; _pending -= 8)
        {
            var value = (byte)((_bits >> (_pending - 8)) & 255);
            _stream.WriteByte(value);
            if (value == 0xFF) _stream.WriteByte(0);             // else it would look like a marker
        }
    }
}
