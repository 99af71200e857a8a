using System.Text;

namespace Adversa.Formats.Trees;

/// <summary>One block of 512 bytes that describes an entry of a tar archive (POSIX.1 ustar, GNU and the old V7 form).</summary>
/// <param name="Name">As stored: with a prefix where there is one.</param>
/// <param name="Type">The type flag; NUL means a file.</param>
/// <param name="Size">Bytes of content that follow.</param>
/// <param name="Target">Where a link leads.</param>
public readonly record struct TarHeader(string Name, char Type, long Size, string Target)
{
    /// <summary>Bytes of a block.</summary>
    public const int Block = 512;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a block is the header of an entry: its sum is right.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> block)
    {
        if (block.Length < Block || Octal(block.Slice(148, 8)) is not { } told) return false;
        var (sum, signed) = (0, 0);              // old programs added signed bytes
        for (var i = 0; i < Block; i++)
        {
            var value = i is >= 148 and < 156 ? (byte)' ' : block[i];
            sum += value;
            signed += unchecked((sbyte)value);
        }

        return told == sum || told == signed;
    }

    /// <summary>Reads a block whose sum is right.</summary>
    /// <param name="block">512 bytes.</param>
    /// <param name="archive">For the error.</param>
    /// <exception cref="AdversaException">ADV3030: the size is no number, or negative.</exception>
    internal static TarHeader Read(ReadOnlySpan<byte> block, ArchiveFile archive)
    {
        var name = TextOf(block[..100]);
        var hasPrefix = block.Slice(257, 6).SequenceEqual("ustar\0"u8) && block[345] != 0;        // GNU keeps other things there
        if (hasPrefix) name = $"{TextOf(block.Slice(345, 155))}/{name}";
        var size = Number(block.Slice(124, 12)) ?? throw archive.Refused(Words.SizeIsNegativeOrNoNumber(ArchiveNames.Short(name)));
        return new(name, (char)block[156], size, TextOf(block.Slice(157, 100)));
    }

    /// <summary>A name up to its NUL: UTF-8, or Latin-1 where it is none, so that different names stay different.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        if (end >= 0) bytes = bytes[..end];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Octal digits, or GNU's big-endian bytes behind a set first bit; null when it is neither, negative, or too large.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] < 0x80) return Octal(field);
        if (field[0] != 0x80 || field[1..^8].ContainsAnyExcept((byte)0)) return null;
        var value = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
        return value < 0 ? null : value;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        var digits = field.Trim(" \0"u8);
        long value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7') return null;
            value = value * 8 + digit - '0';     // 12 digits at most
        }

        return value;
    }
}
