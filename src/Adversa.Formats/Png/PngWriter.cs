using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Adversa.Formats.Png;

/// <summary>Writes PNG pictures: 8-bit grey or RGB, with or without alpha, and with texts that say how the picture came to be.</summary>
/// <remarks>ISO/IEC 15948. The same picture and texts give the same bytes. ASCII texts go to <c>tEXt</c>, others to <c>iTXt</c>.</remarks>
public static class PngWriter
{
    /// <summary>The eight bytes that every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes one picture.</summary>
    /// <param name="stream">Receives the file; stays open.</param>
    /// <param name="picture">What to write.</param>
    /// <param name="texts">Key and value pairs; a key has 1 to 79 printable ASCII characters. Null for none.</param>
    public static void Write(Stream stream, Raster picture, IEnumerable<KeyValuePair<string, string>>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(picture);
        stream.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, picture.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 });
        Chunk(stream, "IHDR", header);
        foreach (var (key, value) in texts ?? []) Text(stream, key, value);
        Chunk(stream, "IDAT", Compressed(picture));
        Chunk(stream, "IEND", []);
    }

    private static void Text(Stream stream, string key, string value)
    {
        if (key.Length is 0 or > 79 || !key.All(c => c is >= ' ' and <= '~'))
            throw new ArgumentException($"A key has 1 to 79 printable ASCII characters; got \"{key}\".");
        if (value.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException($"The text \"{key}\" holds a NUL character, which PNG cannot carry.");
        if (Ascii.IsValid(value)) Chunk(stream, "tEXt", [.. Encoding.ASCII.GetBytes(key), 0, .. Encoding.ASCII.GetBytes(value)]);
        else Chunk(stream, "iTXt", [.. Encoding.ASCII.GetBytes(key), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(value)]);
    }

    private static byte[] Compressed(Raster picture)
    {
        var stride = picture.Width * picture.Channels;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < picture.Height; y++)
            {
                zlib.WriteByte(0);                       // filter: none
                zlib.Write(picture.Pixels, y * stride, stride);
            }

        return packed.ToArray();
    }

    internal static void Chunk(Stream stream, string kind, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        stream.Write(word);
        var name = Encoding.ASCII.GetBytes(kind);
        stream.Write(name);
        stream.Write(data);
        var sum = new Crc32();
        sum.Append(name);
        sum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, sum.GetCurrentHashAsUInt32());
        stream.Write(word);
    }
}
