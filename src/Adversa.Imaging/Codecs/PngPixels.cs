using System.Buffers.Binary;
using System.IO.Compression;

namespace Adversa.Imaging.Codecs;

/// <summary>Decodes a PNG row by row. The pixel data must be exactly as long as the header says: what decoders shrug off is damage.</summary>
internal static unsafe class PngPixels
{
    private const int Buffer = 32 * 1024;

    /// <summary>Decodes.</summary>
    /// <param name="file">A file that <see cref="PngHeader.Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <param name="sheet">Receives the pixels: grey or RGB, alpha composed on its ground.</param>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: too much to unpack.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PixelSheet sheet)
    {
        var (depth, colour, isInterlaced) = (file[24], file[25], file[28] == 1);
        var pieces = new List<(int, int)>();
        ReadOnlySpan<byte> key = default;
        ColourTable? palette = null;
        var chunks = new PngChunks(file, name);
        while (chunks.Next(check: false))
        {
            if (chunks.Kind == PngChunks.Idat) pieces.Add((chunks.Start, chunks.Data.Length));
            else if (chunks.Kind == PngChunks.Trns) key = chunks.Data;
            else if (chunks.Kind == PngChunks.Plte) palette = new(chunks.Data);
        }

        var painter = new PngPainter(depth, colour, palette, key, sheet.Ground, name);
        var passes = isInterlaced ? PngPass.Adam7(sheet.Width, sheet.Height) : [new(0, 0, 1, 1, sheet.Width, sheet.Height)];
        var expected = passes.Sum(p => p.Bytes(painter.Bits));
        if (expected > PictureMemory.MostUnpacked) throw DataError.NotRead(name,
            Words.UnpacksMBAtMostAreRead(expected / 1_000_000, PictureMemory.MostUnpacked / 1_000_000));
        fixed (byte* bytes = file)
        {
            using var zlib = new ZLibStream(new BufferedStream(new PngData(bytes, pieces), Buffer), CompressionMode.Decompress);
            try
            {
                long got = 0;
                foreach (var pass in passes) got += Rows(zlib, pass, painter, sheet, name, got, expected);
                if (zlib.ReadByte() >= 0) throw PngHeader.Broken(name, Words.MoreThanBytesOfPixelsHeader(expected));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                throw PngHeader.Broken(name, Text.Same(e.Message));
            }
        }
    }

    private static long Rows(ZLibStream zlib, PngPass pass, PngPainter painter, PixelSheet sheet, string name, long before, long expected)
    {
        var length = (int)pass.RowBytes(painter.Bits);
        var (row, above) = (new byte[length], new byte[length]);
        var line = pass.StepX == 1 ? null : new byte[pass.Width * sheet.Channels];
        for (var y = 0; y < pass.Height; y++)
        {
            var got = zlib.ReadAtLeast(row, length, throwOnEndOfStream: false);
            if (got < length) throw PngHeader.Broken(name, Words.ExpectedBytesOfPixels(expected, before + (long)y * length + got));
            if (!PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), Math.Max(1, painter.Bits / 8)))
                throw PngHeader.Broken(name, Words.RowHasUnknownFilter(row[0]));
            var target = sheet.Row(pass.Y + y * pass.StepY);
            painter.Paint(row.AsSpan(1), line ?? target, sheet.Channels);
            if (line is not null) Scatter(line, target, pass, sheet.Channels);
            (row, above) = (above, row);
        }

        return (long)pass.Height * length;
    }

    private static void Scatter(ReadOnlySpan<byte> line, Span<byte> target, PngPass pass, int channels)
    {
        for (var x = 0; x < pass.Width; x++) line.Slice(x * channels, channels).CopyTo(target[((pass.X + x * pass.StepX) * channels)..]);
    }
}
