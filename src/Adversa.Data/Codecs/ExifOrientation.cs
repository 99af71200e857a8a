using System.Buffers.Binary;

namespace Adversa.Data;

/// <summary>Finds how a camera was held; everything else in EXIF is skipped.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;

    /// <summary>Reads tag 0x0112 of the first directory.</summary>
    /// <param name="segment">The data of an APP1 segment.</param>
    /// <returns>1 to 8; 1 when there is none or it makes no sense, for metadata never make a picture bad.</returns>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8)) return 1;
        var tiff = segment[6..];
        if (tiff.Length < 8) return 1;
        var isLittle = tiff[0] == 'I';
        var directory = Long(tiff[4..], isLittle);
        if (directory > tiff.Length - 2) return 1;
        var entries = tiff[(int)directory..];
        var count = Word(entries, isLittle);
        for (var at = 2; count > 0 && at + 12 <= entries.Length; count--, at += 12)
            if (Word(entries[at..], isLittle) == Tag && Word(entries[(at + 2)..], isLittle) == Short && Word(entries[(at + 8)..], isLittle) is >= 1 and <= 8 and var found)
                return found;
        return 1;
    }

    private static ushort Word(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
