using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Decodes the first picture of a WebP with libvips, which is shown that picture and nothing else.</summary>
internal static class WebPPixels
{
    private const int FileHead = 12, ExtendedHead = 18;

    /// <summary>Decodes.</summary>
    /// <param name="file">A file that <see cref="WebPHeader.Read"/> accepted.</param>
    /// <param name="name">For messages.</param>
    /// <param name="sheet">Receives grey or RGB over its ground.</param>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: it needs too much memory.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PixelSheet sheet)
    {
        var header = WebPHeader.Read(file, name);
        VipsPixels.Decode(Still(file, header), name, header.Picture with { HasAlpha = true }, sheet, (header.X, header.Y));
    }

    /// <summary>A file of the picture alone. With alpha it needs the extended head, which repeats the size.</summary>
    private static byte[] Still(ReadOnlySpan<byte> file, WebPHeader header)
    {
        var alpha = file[header.Alpha];
        var pixels = file[header.Pixels];
        var hasHead = alpha.Length > 0 && !header.IsLossless;
        var still = new byte[FileHead + (hasHead ? ExtendedHead + Even(alpha.Length) : 0) + Even(pixels.Length)];
        "RIFF"u8.CopyTo(still);
        BinaryPrimitives.WriteInt32LittleEndian(still.AsSpan(4), still.Length - 8);
        "WEBP"u8.CopyTo(still.AsSpan(8));
        var at = FileHead;
        if (hasHead)
        {
            "VP8X\x0a\0\0\0\x10"u8.CopyTo(still.AsSpan(at));
            var size = pixels[14..];                                                                              // a lossy frame's, after its head and mark
            Triple(still.AsSpan(at + 12), (BinaryPrimitives.ReadUInt16LittleEndian(size) & 0x3FFF) - 1);
            Triple(still.AsSpan(at + 15), (BinaryPrimitives.ReadUInt16LittleEndian(size[2..]) & 0x3FFF) - 1);
            at += ExtendedHead;
            alpha.CopyTo(still.AsSpan(at));
            at += Even(alpha.Length);
        }

        pixels.CopyTo(still.AsSpan(at));
        return still;
    }

    private static int Even(int length) => length + (length & 1);

    private static void Triple(Span<byte> to, int value) => (to[0], to[1], to[2]) = ((byte)(value & 255), (byte)(value >> 8 & 255), (byte)(value >> 16 & 255));
}
