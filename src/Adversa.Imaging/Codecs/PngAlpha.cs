using System.Buffers.Binary;
using System.IO.Compression;

namespace Adversa.Imaging.Codecs;

/// <summary>Finds out whether a PNG file that may have transparent pixels really has one.</summary>
/// <remarks>ISO/IEC 15948. The rows are unpacked one by one; the first transparent pixel ends it.</remarks>
public static class PngAlpha
{
    /// <summary>Looks for a pixel that is not opaque.</summary>
    /// <param name="file">A PNG file that was decoded without complaint.</param>
    public static bool IsUsed(ReadOnlySpan<byte> file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        var (depth, colour, isInterlaced) = (file[24], file[25], file[28] == 1);
        var clear = ReadOnlySpan<byte>.Empty;
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var kind = file.Slice(at + 4, 4);
            if (kind.SequenceEqual("tRNS"u8)) clear = file.Slice(at + 8, length);
            if (kind.SequenceEqual("IDAT"u8)) packed.Write(file.Slice(at + 8, length));
            at += 12 + length;
        }

        var samples = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var (columns, lines) in isInterlaced ? Passes(width, height) : [(width, height)])
        {
            if (columns == 0 || lines == 0) continue;
            var (row, above) = (new byte[1 + (columns * samples * depth + 7) / 8], new byte[1 + (columns * samples * depth + 7) / 8]);
            for (var y = 0; y < lines; y++, (row, above) = (above, row))
            {
                rows.ReadExactly(row);
                Unfilter(row[0], row.AsSpan(1), above.AsSpan(1), Math.Max(1, samples * depth / 8));
                if (HasClear(row.AsSpan(1), columns, colour, depth, samples, clear)) return true;
            }
        }

        return false;
    }

    private static (int Columns, int Rows)[] Passes(int width, int height) =>
    [
        ((width + 7) / 8, (height + 7) / 8), ((width + 3) / 8, (height + 7) / 8), ((width + 3) / 4, (height + 3) / 8), ((width + 1) / 4, (height + 3) / 4),
        ((width + 1) / 2, (height + 1) / 4), (width / 2, (height + 1) / 2), (width, height / 2),
    ];

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        if (filter == 0) return;
        for (var i = 0; i < row.Length; i++)
        {
            var (left, up, corner) = (i < pixel ? 0 : row[i - pixel], (int)above[i], i < pixel ? 0 : above[i - pixel]);
            row[i] = unchecked((byte)(row[i] + filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) }));
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static bool HasClear(ReadOnlySpan<byte> row, int columns, int colour, int depth, int samples, ReadOnlySpan<byte> clear)
    {
        var bytes = samples * depth / 8;
        for (var x = 0; x < columns; x++)
        {
            if (colour is 4 or 6)
            {
                if (row.Slice(x * bytes + bytes - depth / 8, depth / 8).IndexOfAnyExcept((byte)255) >= 0) return true;
                continue;
            }

            if (colour == 2 || depth == 16)                  // tRNS names one colour, 16 bits for each sample
            {
                var isIt = clear.Length == 2 * samples;
                for (var s = 0; isIt && s < samples; s++)
                    isIt = (depth == 16 ? BinaryPrimitives.ReadUInt16BigEndian(row[(x * bytes + 2 * s)..]) : row[x * bytes + s]) == BinaryPrimitives.ReadUInt16BigEndian(clear[(2 * s)..]);
                if (isIt) return true;
                continue;
            }

            var level = row[x * depth / 8] >> (8 - depth - x * depth % 8) & ((1 << depth) - 1);
            if (colour == 3 ? level < clear.Length && clear[level] < 255 : clear.Length == 2 && level == BinaryPrimitives.ReadUInt16BigEndian(clear)) return true;
        }

        return false;
    }
}
