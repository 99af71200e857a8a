using System.IO.Compression;
using System.Text;

namespace Adversa.Imaging.Codecs;

/// <summary>How a PNG was held, from the places where Pillow looks: the eXIf chunk, EXIF as a text of ImageMagick, and XMP.</summary>
internal sealed class PngOrientation
{
    private const int MostText = 1 << 20;

    private int? _exif, _text, _xmp;

    /// <summary>EXIF's 1 to 8.</summary>
    public int Value => _exif ?? _text ?? _xmp ?? 1;

    /// <summary>Looks into a chunk; what makes no sense is skipped.</summary>
    public void See(uint kind, ReadOnlySpan<byte> data)
    {
        if (kind == PngChunks.Exif) _exif = ExifOrientation.Find(data);
        else if (kind is PngChunks.Text or PngChunks.Ztxt && After(data, "Raw profile type exif\0"u8) is { IsEmpty: false } raw)
            _text = FromHex(kind == PngChunks.Text ? Encoding.Latin1.GetString(raw) : Unpacked(raw[1..]));
        else if (kind == PngChunks.Itxt && After(data, "XML:com.adobe.xmp\0\0"u8) is { IsEmpty: false } xmp) _xmp = FromXmp(xmp);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> data, ReadOnlySpan<byte> key) => data.StartsWith(key) ? data[key.Length..] : default;

    private static int? FromXmp(ReadOnlySpan<byte> xmp)
    {
        for (var at = xmp.IndexOf("tiff:Orientation"u8); at >= 0; at = xmp.IndexOf("tiff:Orientation"u8))
        {
            xmp = xmp[(at + "tiff:Orientation".Length)..];
            if (xmp is [(byte)'=', (byte)'"', >= (byte)'1' and <= (byte)'8' and var first, ..]) return first - '0';
            if (xmp is [(byte)'>', >= (byte)'1' and <= (byte)'8' and var second, ..]) return second - '0';
        }

        return null;
    }

    /// <summary>An empty line, a name, a length, then hexadecimal digits in lines.</summary>
    private static int? FromHex(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4) return null;
        var digits = string.Concat(lines[3..].Select(l => l.Trim()));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? ExifOrientation.Find(Convert.FromHexString(digits)) : null;
    }

    private static string Unpacked(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var text = new byte[MostText];
            return Encoding.Latin1.GetString(text, 0, zlib.ReadAtLeast(text, MostText, throwOnEndOfStream: false));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return "";
        }
    }
}
