using System.Text;
using Adversa.Formats.Png;

namespace Adversa.Imaging.Codecs;

/// <summary>Tells what a file is by its first bytes, also where it is none of the formats that are read.</summary>
public static class PictureSigns
{
    /// <summary>Bytes that suffice.</summary>
    public const int HeadBytes = 64;

    private static readonly (string Format, string[] Endings)[] Endings =
    [
        ("PNG", ["png", "apng"]), ("JPEG", ["jpg", "jpeg", "jpe", "jfif"]), ("WebP", ["webp"]), ("BMP", ["bmp", "dib"]), ("PNM", ["pnm", "pbm", "pgm", "ppm", "pam"]),
        ("GIF", ["gif"]), ("TIFF", ["tif", "tiff"]), ("HEIC", ["heic", "heif"]), ("AVIF", ["avif"]), ("JPEG XL", ["jxl"]), ("JPEG 2000", ["jp2", "j2k", "jpx", "j2c"]),
        ("PSD", ["psd"]), ("ICO", ["ico", "cur"]), ("QOI", ["qoi"]), ("OpenEXR", ["exr"]), ("DDS", ["dds"]), ("SVG", ["svg"]), ("TGA", ["tga"]), ("PCX", ["pcx"]),
    ];

    /// <summary>The format by content, or null when it looks like none.</summary>
    /// <param name="head">The first bytes.</param>
    public static string? Format(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(PngWriter.Signature)) return "PNG";
        if (head is [0xFF, 0xD8, 0xFF, ..]) return "JPEG";
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return "GIF";
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8)) return "WebP";
        if (head is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] or [(byte)'B', (byte)'M', _, _, _, _, _, _, _, _, _, _, 0, 0, 12 or 40 or 52 or 56 or 64 or 108 or 124, 0, 0, 0, ..]) return "BMP";
        if (head is [(byte)'P', >= (byte)'1' and <= (byte)'7', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..]) return "PNM";
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8)) return "TIFF";
        if (head.StartsWith("8BPS"u8)) return "PSD";
        if (head is [0, 0, 1 or 2, 0, > 0, 0, ..]) return "ICO";
        if (head.StartsWith("qoif"u8)) return "QOI";
        if (head is [0x76, 0x2F, 0x31, 0x01, ..]) return "OpenEXR";
        if (head.StartsWith("DDS "u8)) return "DDS";
        if (head is [0xFF, 0x0A, ..] || head is [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..]) return "JPEG XL";
        if (head is [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] || head is [0xFF, 0x4F, 0xFF, 0x51, ..]) return "JPEG 2000";
        if (AvifHeader.IsOne(head)) return "AVIF";
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8))
            return head[8..].StartsWith("hei"u8) || head[8..].StartsWith("hev"u8) || head[8..].StartsWith("mif1"u8) ? "HEIC" : null;
        return head.IndexOf("<svg"u8) >= 0 ? "SVG" : null;
    }

    /// <summary>How a format is called.</summary>
    /// <param name="format">One that is read.</param>
    public static string Name(PictureFormat format) => format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    /// <summary>The format that the ending stands for, or null when it stands for no picture.</summary>
    /// <param name="name">A file's name.</param>
    public static string? Named(string name) => Ending(name) is { Length: > 0 } ending ? Endings.FirstOrDefault(pair => pair.Endings.Contains(ending)).Format : null;

    /// <summary>Whether the ending says something else than the content: digits behind a point are no ending.</summary>
    /// <param name="name">A file's name.</param>
    /// <param name="format">By content.</param>
    public static bool IsMisnamed(string name, string format) => Ending(name) is { Length: > 0 and <= 5 } ending && char.IsAsciiLetter(ending[0]) && Named(name) != format;

    /// <summary>The ending in small letters without its point, or empty.</summary>
    /// <param name="name">A file's name.</param>
    public static string Ending(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    /// <summary>What stands in a file that claims to be a picture and is none.</summary>
    /// <param name="head">The first bytes.</param>
    public static Text Instead(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return Words.EmptyFile;
        if (head.IndexOfAnyExcept((byte)0) < 0) return Words.ZerosInsteadOfPicture;
        if (head.StartsWith("version https://git-lfs"u8)) return Words.GitLFSPointerInsteadOfPicture;
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return Words.WebPageInsteadOfPicture;
        return head.IndexOfAnyInRange((byte)0, (byte)8) < 0 ? Words.TextInsteadOfPicture
            : Words.NoPictureOfAnyKnownFormat;
    }
}
