using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Decodes the first picture of a WebP with OpenCV, which is shown that picture and nothing else.</summary>
internal static class WebPPixels
{
    private const int FileHead = 12, ExtendedHead = 18;

    /// <summary>Decodes, turns, cuts and resizes.</summary>
    /// <returns>Null, or what the codec said.</returns>
    /// <exception cref="AdversaException">ADV3020: it needs too much memory.</exception>
    public static string? Decode(ReadOnlySpan<byte> file, string name, PictureTarget target, Span<byte> destination)
    {
        var header = WebPHeader.Read(file, name);
        var perPixel = 3 * (header.Picture.Orientation == 1 ? 1 : 2) + 4 + (header.IsLossless ? 4 : 0);       // ours, the codec's, its own copy
        PictureMemory.Check(name, header.Picture, (long)header.Picture.Width * header.Picture.Height * perPixel);
        return ImageCodec.WebP(Still(file, header), header.Picture, (header.X, header.Y), target, destination);
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
