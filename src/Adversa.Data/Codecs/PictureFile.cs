namespace Adversa.Data;

/// <summary>Decodes one picture file, which is good or bad and never half.</summary>
internal static class PictureFile
{
    /// <summary>Largest file that is read.</summary>
    public const long MostBytes = 256_000_000;

    /// <summary>Checks, decodes, makes square and resizes a file that is in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="target">What it shall become.</param>
    /// <param name="destination">Receives <c>[C, H, W]</c> bytes, <see cref="PictureTarget.Bytes"/> of them.</param>
    /// <returns>What the header says.</returns>
    /// <exception cref="AdversaException">ADV3004 (damaged) or ADV3020 (a format that is not read), naming the file.</exception>
    public static PictureHeader Decode(ReadOnlySpan<byte> bytes, string name, PictureTarget target, Span<byte> destination)
    {
        var header = PictureHeader.Read(bytes, name)
            ?? throw PictureHeader.Damaged(name, "it is neither PNG nor JPEG", "no es PNG ni JPEG");
        if (header.Format == PictureFormat.Png) PngHeader.CheckPixels(bytes, name);
        if (ImageCodec.Decode(bytes, header, target.Channels, target.Size, destination) is { } said) throw PictureHeader.Damaged(name, said, said);
        return header;
    }
}
