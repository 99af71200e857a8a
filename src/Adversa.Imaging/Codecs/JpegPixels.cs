namespace Adversa.Imaging.Codecs;

/// <summary>Decodes a JPEG with TurboJPEG, which tells a damaged file from a sound one.</summary>
internal static class JpegPixels
{
    /// <summary>Decodes, turns, cuts and resizes.</summary>
    /// <returns>Null, or what the codec said.</returns>
    /// <exception cref="AdversaException">ADV3020: it needs too much memory.</exception>
    public static string? Decode(ReadOnlySpan<byte> file, PictureHeader picture, string name, PictureTarget target, Span<byte> destination)
    {
        var header = JpegHeader.Read(file, name);
        return header.HasEnd
            ? ImageCodec.Jpeg(file, picture, PictureMemory.Most - header.Memory, name, target, destination)
            : ImageCodec.Jpeg([.. file, 0xFF, 0xD9], picture, PictureMemory.Most - file.Length, name, target, destination);
    }

    /// <summary>Whether a file that has no end marker holds all its pixels.</summary>
    public static bool AreAll(ReadOnlySpan<byte> file, PictureHeader picture, string name)
    {
        var target = new PictureTarget(1, 1, Fit.Squash);
        return ImageCodec.Jpeg([.. file, 0xFF, 0xD9], picture, PictureMemory.Most - file.Length, name, target, stackalloc byte[1]) is null;
    }
}
