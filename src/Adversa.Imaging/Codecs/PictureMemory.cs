namespace Adversa.Imaging.Codecs;

/// <summary>Refuses a picture that would need too much memory or time to decode, before anything is allocated.</summary>
internal static class PictureMemory
{
    /// <summary>Most bytes of decoded pixels and working copies.</summary>
    public const long Most = 256_000_000;

    /// <summary>Most bytes that are unpacked, so that the time has a bound too.</summary>
    public const long MostUnpacked = 400_000_000;

    /// <summary>Checks.</summary>
    /// <exception cref="AdversaException">ADV3020.</exception>
    public static void Check(string name, PictureHeader header, long bytes)
    {
        if (bytes > Most) throw Exceeded(name, header);
    }

    /// <summary>Bytes of decoded pixels, twice when they must be turned.</summary>
    public static long Sheet(PictureHeader header, int channels) => (long)header.Width * header.Height * channels * (header.Orientation == 1 ? 1 : 2);

    /// <summary>The error.</summary>
    public static AdversaException Exceeded(string name, PictureHeader header) => DataError.NotRead(name,
        Words.DecodingTakesTooMuchMemory(header.Width, header.Height, Most / 1_000_000));
}
