using System.Buffers.Binary;

namespace Adversa.Formats.Png;

/// <summary>What the samples of a PNG are; the numbers are the format's.</summary>
public enum PngColour
{
    /// <summary>Brightness.</summary>
    Grey = 0,

    /// <summary>Red, green, blue.</summary>
    Rgb = 2,

    /// <summary>An index into a palette.</summary>
    Palette = 3,

    /// <summary>Red, green, blue and opacity.</summary>
    Rgba = 6,
}

/// <summary>Writes PNG pictures of many kinds without compression: the same bytes on every machine, which no zlib promises.</summary>
/// <remarks>ISO/IEC 15948; the pixel data are stored blocks of RFC 1951, section 3.2.4. <see cref="PngWriter"/> writes small files.</remarks>
public static class PlainPng
{
    private const int MostStored = 65_535;

    /// <summary>Encodes a picture.</summary>
    /// <param name="rows">The samples as stored: rows from the top, 16-bit ones with the high byte first.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colour">What the samples are.</param>
    /// <param name="depth">Bits of a sample: 8 or 16.</param>
    /// <param name="palette">Red, green and blue of each index; empty without a palette.</param>
    public static byte[] Encode(ReadOnlySpan<byte> rows, int width, int height, PngColour colour, int depth = 8, ReadOnlySpan<byte> palette = default)
    {
        using var stream = new MemoryStream();
        stream.Write(PngWriter.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colour);
        PngWriter.Chunk(stream, "IHDR", header);
        if (!palette.IsEmpty) PngWriter.Chunk(stream, "PLTE", palette);
        PngWriter.Chunk(stream, "IDAT", Stored(rows, height));
        PngWriter.Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    private static byte[] Stored(ReadOnlySpan<byte> rows, int height)
    {
        var stride = rows.Length / height;
        var filtered = new byte[(stride + 1) * height];                  // each row begins with filter 0: none
        for (var y = 0; y < height; y++) rows.Slice(y * stride, stride).CopyTo(filtered.AsSpan(y * (stride + 1) + 1));

        using var packed = new MemoryStream(filtered.Length + 64);
        packed.Write([0x78, 0x01]);
        Span<byte> head = stackalloc byte[5];
        for (var at = 0; at < filtered.Length; at += MostStored)
        {
            var length = Math.Min(MostStored, filtered.Length - at);
            head[0] = (byte)(at + length == filtered.Length ? 1 : 0);    // the last block
            BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)length);
            BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)(length ^ 0xFFFF));
            packed.Write(head);
            packed.Write(filtered, at, length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(head, Adler32(filtered));
        packed.Write(head[..4]);
        return packed.ToArray();
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        var (a, b) = (1UL, 0UL);
        foreach (var chunk in Enumerable.Range(0, (bytes.Length + 4095) / 4096))
        {
            foreach (var value in bytes.Slice(chunk * 4096, Math.Min(4096, bytes.Length - chunk * 4096))) b += a += value;
            (a, b) = (a % 65_521, b % 65_521);
        }

        return (uint)(b << 16 | a);
    }
}
