namespace Adversa.Data;

/// <summary>The picture formats that are read; the numbers are those of the native library.</summary>
internal enum PictureFormat
{
    /// <summary>Portable network graphics.</summary>
    Png = 1,

    /// <summary>JPEG.</summary>
    Jpeg = 2,

    /// <summary>WebP, with or without loss.</summary>
    WebP = 3,

    /// <summary>Windows bitmap.</summary>
    Bmp = 4,

    /// <summary>Portable any map: PBM, PGM, PPM.</summary>
    Pnm = 5,

    /// <summary>GIF.</summary>
    Gif = 6,
}

/// <summary>What our own code found in a picture file before any decoder sees it.</summary>
/// <param name="Format">By content, not by name.</param>
/// <param name="Width">Columns as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="IsGrey">Whether it has no colour.</param>
/// <param name="Orientation">EXIF's 1 to 8; 1 is upright.</param>
internal sealed record PictureHeader(PictureFormat Format, int Width, int Height, bool IsGrey, int Orientation)
{
    /// <summary>Bits of one sample: 1, 2, 4, 8 or 16.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Whether pixels can be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Whether it stores ink (CMYK, YCCK) instead of light.</summary>
    public bool IsInk { get; init; }

    /// <summary>Number of pictures in the file; only the first is used.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Most pixels on a side.</summary>
    public const int MostSide = 16_384;

    /// <summary>Most pixels of a picture.</summary>
    public const long MostPixels = 89_478_485;

    /// <summary>The smaller side.</summary>
    public int Side => Math.Min(Width, Height);

    /// <summary>Checks a file's structure.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">For messages.</param>
    /// <returns>The header, or null when it is neither PNG nor JPEG.</returns>
    /// <exception cref="AdversaException">ADV3004: damaged or too large.</exception>
    public static PictureHeader? Read(ReadOnlySpan<byte> file, string name)
    {
        var header = file.StartsWith(PngWriter.Signature) ? PngHeader.Read(file, name)
            : file is [0xFF, 0xD8, 0xFF, ..] ? JpegHeader.Read(file, name)
            : null;
        if (header is not null && (header.Width is < 1 or > MostSide || header.Height is < 1 or > MostSide || (long)header.Width * header.Height > MostPixels))
            throw Damaged(name,
                $"{header.Width}x{header.Height} pixels; each side must be 1 to {MostSide} and the whole at most {MostPixels} pixels",
                $"{header.Width}x{header.Height} píxeles; cada lado debe medir de 1 a {MostSide} y el total, como máximo {MostPixels} píxeles");
        return header;
    }

    /// <summary>The error for a picture that is not read.</summary>
    public static AdversaException Damaged(string name, string english, string spanish) => DataError.Of(DataError.Picture,
        $"{name} is no sound picture: {english}. Replace or remove it.", $"{name} no es una imagen correcta: {spanish}. Sustitúyala o bórrela.");
}
