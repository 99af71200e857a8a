using Adversa.Formats.Png;

namespace Adversa.Imaging.Codecs;

/// <summary>The picture formats that are read.</summary>
public enum PictureFormat
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

    /// <summary>Tagged image file format.</summary>
    Tiff = 7,

    /// <summary>AV1 image file format.</summary>
    Avif = 8,
}

/// <summary>What our own code found in a picture file before any decoder sees it.</summary>
/// <param name="Format">By content, not by name.</param>
/// <param name="Width">Columns as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="IsGrey">Whether it has no colour.</param>
/// <param name="Orientation">EXIF's 1 to 8; 1 is upright.</param>
public sealed record PictureHeader(PictureFormat Format, int Width, int Height, bool IsGrey, int Orientation)
{
    /// <summary>Its size as it is seen, upright.</summary>
    public PictureSize Size => Orientation >= 5 ? new(Height, Width) : new(Width, Height);

    /// <summary>Bits of one sample: 1, 2, 4, 8 or 16.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Whether pixels can be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Whether it stores ink (CMYK, YCCK) instead of light.</summary>
    public bool IsInk { get; init; }

    /// <summary>Number of pictures in the file; only the first is used.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Bytes that a decoder takes beside the pixels it hands over.</summary>
    internal long DecoderBytes { get; init; }

    /// <summary>Most pixels on a side.</summary>
    public const int MostSide = SampleSchema.MostSide;

    /// <summary>Most pixels of a picture.</summary>
    public const long MostPixels = 89_478_485;

    /// <summary>The smaller side.</summary>
    public int Side => Math.Min(Width, Height);

    /// <summary>Checks a file's structure. Its type is told by its content.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">For messages; a known ending helps to name a format that is not read.</param>
    /// <returns>The header, or null when it is nothing that we know as a picture.</returns>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: a known format that is not read, or too large.</exception>
    public static PictureHeader? Read(ReadOnlySpan<byte> file, string name)
    {
        var header = file switch
        {
            _ when file.StartsWith(PngWriter.Signature) => PngHeader.Read(file, name),
            [0xFF, 0xD8, 0xFF, ..] => JpegHeader.Read(file, name).Picture,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebPHeader.Read(file, name).Picture,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => GifHeader.Read(file, name).Picture,
            [(byte)'P', >= (byte)'1' and <= (byte)'6', 0x20 or (>= 0x09 and <= 0x0D) or (byte)'#', ..] => PnmHeader.Read(file, name).Picture,
            [(byte)'B', (byte)'M', ..] when BmpHeader.IsOne(file) => BmpHeader.Read(file, name).Picture,
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => TiffHeader.Read(file, name),
            _ when AvifHeader.IsOne(file) => AvifHeader.Read(file, name),
            _ when ForeignFormat.NameOf(file, name) is { } format => throw DataError.NotRead(name, Words.IsNotRead(format)),
            _ => null,
        };
        if (header is not null) CheckSize(header, name);
        return header;
    }

    /// <summary>Checks the limits that hold for every format.</summary>
    /// <exception cref="AdversaException">ADV3004: a side of 0; ADV3020: too large.</exception>
    public static void CheckSize(PictureHeader header, string name)
    {
        if (header.Width < 1 || header.Height < 1) throw DataError.Damaged(name, Words.SaysXPixels(header.Width, header.Height));
        if (header.Width > MostSide || header.Height > MostSide || (long)header.Width * header.Height > MostPixels)
            throw DataError.NotRead(name, Words.PixelsTooMany(header.Width, header.Height, MostSide, MostPixels));
    }
}
