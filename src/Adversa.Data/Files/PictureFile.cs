namespace Adversa.Data;

/// <summary>Decodes one picture file, which is good or bad and never half.</summary>
internal static class PictureFile
{
    /// <summary>Largest file that is read.</summary>
    public const long MostBytes = 256_000_000;

    /// <summary>Reads, checks, decodes, cuts the middle square and resizes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="size">Side of the result.</param>
    /// <param name="destination">Receives <c>[C, H, W]</c> bytes.</param>
    /// <exception cref="AdversaException">ADV3004 or ADV3007, naming the file.</exception>
    public static void Decode(string path, string name, int channels, int size, Span<byte> destination)
    {
        var bytes = FileBytes.Read(path, MostBytes);
        var header = PictureHeader.Read(bytes, name)
            ?? throw PictureHeader.Damaged(name, "it is neither PNG nor JPEG", "no es PNG ni JPEG");
        if (header.Format == PictureFormat.Png) PngHeader.CheckPixels(bytes, name);
        if (ImageCodec.Decode(bytes, header, channels, size, destination) is { } said) throw PictureHeader.Damaged(name, said, said);
    }
}
