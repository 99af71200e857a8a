using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Decodes the pixels of a bitmap.</summary>
internal static class BmpPixels
{
    /// <summary>Decodes.</summary>
    /// <param name="file">A file that <see cref="BmpHeader.Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <param name="sheet">Receives grey or RGB, alpha composed on its ground.</param>
    /// <exception cref="AdversaException">ADV3004: pixels are missing.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PixelSheet sheet)
    {
        var header = BmpHeader.Read(file, name);
        if (header.IsRunLength)
        {
            PictureMemory.Check(name, header.Picture, (long)sheet.Width * sheet.Height * (sheet.Channels + 1));
            var indices = BmpRuns.Unpack(file, header, name);
            for (var y = 0; y < sheet.Height; y++) header.Palette!.Paint(indices.AsSpan(y * sheet.Width, sheet.Width), Row(sheet, header, y), sheet.Channels);
            return;
        }

        var line = new byte[sheet.Width];
        for (var y = 0; y < sheet.Height; y++)
        {
            var from = file.Slice((int)(header.Start + y * header.Stride), header.RowBytes);
            var to = Row(sheet, header, y);
            if (header.Palette is { } palette) palette.Paint(Indices(from, header.Bits, line), to, sheet.Channels);
            else for (var x = 0; x < sheet.Width; x++) Put(from.Slice(x * header.Bits / 8, header.Bits / 8), header.Order, to.Slice(x * sheet.Channels, sheet.Channels), sheet.Ground);
        }
    }

    private static Span<byte> Row(PixelSheet sheet, BmpHeader header, int stored) => sheet.Row(header.IsTopDown ? stored : sheet.Height - 1 - stored);

    private static ReadOnlySpan<byte> Indices(ReadOnlySpan<byte> from, int bits, byte[] line)
    {
        if (bits == 8) return from;
        var (perByte, mask) = (8 / bits, (1 << bits) - 1);
        for (var x = 0; x < line.Length; x++) line[x] = (byte)((from[x / perByte] >> (8 - bits * (x % perByte + 1))) & mask);
        return line;
    }

    private static void Put(ReadOnlySpan<byte> from, BmpOrder order, Span<byte> pixel, byte ground)
    {
        switch (order)
        {
            case BmpOrder.Rgb555:
                int five = BinaryPrimitives.ReadUInt16LittleEndian(from);
                PixelMath.Put(pixel, (five >> 10 & 31) * 255 / 31, (five >> 5 & 31) * 255 / 31, (five & 31) * 255 / 31);
                break;
            case BmpOrder.Rgb565:
                int six = BinaryPrimitives.ReadUInt16LittleEndian(from);
                PixelMath.Put(pixel, (six >> 11) * 255 / 31, (six >> 5 & 63) * 255 / 63, (six & 31) * 255 / 31);
                break;
            case BmpOrder.Xbgr: PixelMath.Put(pixel, from[3], from[2], from[1]); break;
            case BmpOrder.Bgra: Faded(pixel, from[2], from[1], from[0], from[3], ground); break;
            case BmpOrder.Abgr: Faded(pixel, from[3], from[2], from[1], from[0], ground); break;
            case BmpOrder.Rgba: Faded(pixel, from[0], from[1], from[2], from[3], ground); break;
            default: PixelMath.Put(pixel, from[2], from[1], from[0]); break;
        }
    }

    private static void Faded(Span<byte> pixel, int red, int green, int blue, int alpha, int ground) =>
        PixelMath.Put(pixel, PixelMath.Over(red, alpha, ground), PixelMath.Over(green, alpha, ground), PixelMath.Over(blue, alpha, ground));
}
