using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Adversa.Formats.Png;

/// <summary>Reads back the pictures that <see cref="PngWriter"/> wrote: 8-bit grey or RGB, not interlaced. Pictures from outside go through the codec.</summary>
public static class PngReader
{
    private const int SignatureBytes = 8;

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is no such picture, or it is damaged.</exception>
    public static Raster Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Raster? picture = null;
        using var packed = new MemoryStream();
        for (var at = SignatureBytes; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (length < 0 || length > bytes.Length - at - 12) throw new FormatException($"{path}: a chunk is cut off.");
            var type = bytes.AsSpan(at + 4, 4);
            var body = bytes.AsSpan(at + 8, length);
            if (Crc32.HashToUInt32(bytes.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length))) throw new FormatException($"{path}: a chunk's sum is wrong.");
            if (type.SequenceEqual("IHDR"u8)) picture = Header(body, path);
            if (type.SequenceEqual("IDAT"u8)) packed.Write(body);
            at += length + 12;
        }

        if (picture is null) throw new FormatException($"{path} has no header.");
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        Fill(picture, unpacked, path);
        return picture;
    }

    private static Raster Header(ReadOnlySpan<byte> body, string path) =>
        body is [.., 8, 0 or 2, 0, 0, 0]
            ? new Raster(BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]), body[9] == 0 ? 1 : 3)
            : throw new FormatException($"{path} is no 8-bit grey or RGB picture without interlacing.");

    private static void Fill(Raster picture, Stream rows, string path)
    {
        var stride = picture.Width * picture.Channels;
        var row = new byte[stride + 1];
        for (var y = 0; y < picture.Height; y++)
        {
            rows.ReadExactly(row);
            if (row[0] > 4) throw new FormatException($"{path}: row {y} has the unknown filter {row[0]}.");
            for (var x = 0; x < stride; x++)
            {
                int left = x >= picture.Channels ? picture.Pixels[y * stride + x - picture.Channels] : 0;
                int up = y > 0 ? picture.Pixels[(y - 1) * stride + x] : 0;
                int corner = x >= picture.Channels && y > 0 ? picture.Pixels[(y - 1) * stride + x - picture.Channels] : 0;
                var predicted = row[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                picture.Pixels[y * stride + x] = unchecked((byte)(row[x + 1] + predicted));
            }
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var p = left + up - corner;
        var (a, b, c) = (Math.Abs(p - left), Math.Abs(p - up), Math.Abs(p - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
