namespace Adversa.Data;

/// <summary>Decodes a JPEG with TurboJPEG, which tells a damaged file from a sound one.</summary>
internal static class JpegPixels
{
    /// <summary>Decodes, turns, cuts and resizes.</summary>
    /// <returns>Null, or what the codec said.</returns>
    /// <exception cref="AdversaException">ADV3020: it needs too much memory.</exception>
    public static string? Decode(ReadOnlySpan<byte> file, PictureHeader picture, string name, PictureTarget target, Span<byte> destination)
    {
        var header = JpegHeader.Read(file, name);
        if (header.HasEnd) return ImageCodec.Jpeg(file, picture, PictureMemory.Most - header.Memory, name, target, destination);

        // Some programs leave the end marker out; when the pixels are all there, the file is as good as any. The codec would only
        // see that something is missing.
        return ImageCodec.Jpeg([.. file, 0xFF, 0xD9], picture, PictureMemory.Most - file.Length, name, target, destination);
    }
}
