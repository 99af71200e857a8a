using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Finds how a camera was held; everything else in EXIF is skipped.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Byte = 1, Short = 3, Long = 4;

    /// <summary>Whether a JPEG segment holds EXIF.</summary>
    public static bool IsExif(ReadOnlySpan<byte> segment) => segment.StartsWith("Exif\0\0"u8);

    /// <summary>Reads tag 0x0112 of the first directory.</summary>
    /// <param name="exif">EXIF, with its six bytes of introduction or without.</param>
    /// <returns>1 to 8; 1 when there is none or it makes no sense, for metadata never make a picture bad.</returns>
    public static int Read(ReadOnlySpan<byte> exif) => Find(exif) ?? 1;

    /// <summary>As <see cref="Read"/>, and null when there is none.</summary>
    public static int? Find(ReadOnlySpan<byte> exif)
    {
        var tiff = IsExif(exif) ? exif[6..] : exif;
        if (tiff.Length < 10 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8))) return null;
        var isLittle = tiff[0] == 'I';
        var directory = DoubleWord(tiff[4..], isLittle);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        int count = Word(entries, isLittle);
        for (var at = 2; count > 0 && at + 12 <= entries.Length; count--, at += 12)
            if (Word(entries[at..], isLittle) == Tag && Value(entries.Slice(at + 2, 10), isLittle) is { } found) return found is >= 1 and <= 8 ? (int)found : 1;
        return null;
    }

    private static uint? Value(ReadOnlySpan<byte> entry, bool isLittle) => Word(entry, isLittle) switch
    {
        Byte => entry[6],
        Short => Word(entry[6..], isLittle),
        Long => DoubleWord(entry[6..], isLittle),
        _ => null,
    };

    private static ushort Word(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint DoubleWord(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
