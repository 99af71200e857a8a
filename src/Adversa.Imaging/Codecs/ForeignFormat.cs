using System.Text;

namespace Adversa.Imaging.Codecs;

/// <summary>Names the picture formats that are known and not read.</summary>
internal static class ForeignFormat
{
    private const int MostText = 1024;

    private static readonly (string Magic, int At, string Name)[] Known =
    [
        ("II+\0", 0, "BigTIFF"), ("MM\0+", 0, "BigTIFF"),
        ("qoif", 0, "QOI"), ("8BPS", 0, "Photoshop (PSD)"), ("gimp xcf", 0, "GIMP (XCF)"), ("DDS ", 0, "DDS"), ("icns", 0, "ICNS"),
        ("\0\0\0\fjP  ", 0, "JPEG 2000"), ("\xFF\x4F\xFF\x51", 0, "JPEG 2000"), ("\0\0\0\fJXL ", 0, "JPEG XL"), ("\xFF\n", 0, "JPEG XL"),
        ("ftypheic", 4, "HEIC"), ("ftypheix", 4, "HEIC"), ("ftyphevc", 4, "HEIC"), ("ftypmif1", 4, "HEIF"), ("ftypmsf1", 4, "HEIF"),
        ("v/1\x01", 0, "OpenEXR"), ("#?RADIANCE", 0, "Radiance HDR"), ("#?RGBE", 0, "Radiance HDR"), ("farbfeld", 0, "farbfeld"), ("SIMPLE  =", 0, "FITS"),
        ("P7\n", 0, "PAM"), ("PF\n", 0, "PFM"), ("Pf\n", 0, "PFM"), ("\x59\xA6\x6A\x95", 0, "Sun raster"), ("\x01\xDA", 0, "SGI"), ("/* XPM */", 0, "XPM"), ("BPG\xFB", 0, "BPG"), ("FLIF", 0, "FLIF"),
    ];

    /// <summary>The format's name.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">Its name, whose ending tells a TGA, which has no mark of its own.</param>
    /// <returns>Null when it is none of those known.</returns>
    public static string? NameOf(ReadOnlySpan<byte> file, string name)
    {
        foreach (var (magic, at, format) in Known)
            if (file.Length >= at + magic.Length && Encoding.Latin1.GetString(file.Slice(at, magic.Length)) == magic) return format;
        if (IsIcon(file)) return file[2] == 1 ? "ICO" : "CUR";
        if (IsTga(file, name)) return "TGA";
        return IsSvg(file) ? "SVG" : null;
    }

    private static bool IsIcon(ReadOnlySpan<byte> file) => file is [0, 0, 1 or 2, 0, > 0, 0, _, _, _, 0, ..] && file.Length >= 22;

    private static bool IsTga(ReadOnlySpan<byte> file, string name) => file.EndsWith("TRUEVISION-XFILE.\0"u8)
        || ((name.EndsWith(".tga", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".targa", StringComparison.OrdinalIgnoreCase))
            && file.Length > 18 && file[1] <= 1 && file[2] is 1 or 2 or 3 or 9 or 10 or 11);

    private static bool IsSvg(ReadOnlySpan<byte> file)
    {
        var text = file[..Math.Min(file.Length, MostText)];
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<svg"u8) || ((text.StartsWith("<?xml"u8) || text.StartsWith("<!"u8)) && text.IndexOf("<svg"u8) > 0);
    }
}
