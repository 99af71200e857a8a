using System.Buffers.Binary;
using System.Text;

namespace Adversa.Formats.Trees;

/// <summary>Reads the central directory of a zip archive (APPNOTE.TXT 4.3.12), strictly.</summary>
internal static class ZipDirectory
{
    private const int Size = 46;
    private const uint Mark = 0x02014B50;
    private const int Stored = 0, Deflated = 8;
    private const int Forbidden = 0x2061;        // encryption (bits 0, 6, 13) and patches (5)
    private const int IsUtf8 = 0x800;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all entries, in the order of the directory.</summary>
    /// <exception cref="AdversaException">ADV3030: damaged, encrypted, or packed by a method that is not read; ADV3031: it swells.</exception>
    public static List<ZipEntry> Read(ArchiveFile archive, ZipEnd end)
    {
        var cursor = new ArchiveCursor(archive, end.Start, end.Stop);
        var entries = new List<ZipEntry>((int)end.Entries);
        Int128 total = 0;
        for (long i = 0; i < end.Entries; i++)
        {
            var entry = Entry(archive, cursor);
            total += entry.Length;
            if (total > ArchiveLimits.MostBytes) throw archive.Swells(Words.FilesHaveMoreThanBytes(ArchiveLimits.MostBytes));
            if (ArchiveLimits.Swells(entry.Length, entry.Packed)) throw archive.Swells(
                Words.GrowsBytes(ArchiveNames.Short(entry.Name), entry.Packed, entry.Length));
            entries.Add(entry);
        }

        return cursor.Left == 0 ? entries : throw archive.Cut();
    }

    /// <summary>Decodes an entry's name.</summary>
    /// <exception cref="AdversaException">ADV3030: it should be UTF-8 and is not.</exception>
    public static string Name(ArchiveFile archive, ReadOnlySpan<byte> bytes, int flags)
    {
        if ((flags & IsUtf8) == 0) return Cp437.Decode(bytes);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            throw archive.Refused(Words.NameInIsNoUTF);
        }
    }

    /// <summary>Takes the large numbers that did not fit into a header from its zip64 field.</summary>
    /// <param name="archive">For the error.</param>
    /// <param name="extra">The header's extra fields.</param>
    /// <param name="values">Numbers as the header has them, in the order of the field; those that are all ones are replaced.</param>
    /// <exception cref="AdversaException">ADV3030: the field is missing or too short, or a number is absurd.</exception>
    public static void Widen(ArchiveFile archive, ReadOnlySpan<byte> extra, Span<long> values)
    {
        var wide = Zip64(extra);
        foreach (ref var value in values)
        {
            if (value != 0xFFFFFFFF) continue;
            if (wide.Length < 8) throw archive.Refused(Words.NumberIsMissingZip64FieldShould);
            value = BinaryPrimitives.ReadInt64LittleEndian(wide);
            if (value < 0) throw archive.Refused(Words.SizeInIsAbsurd);
            wide = wide[8..];
        }
    }

    private static ReadOnlySpan<byte> Zip64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            if (length > extra.Length - 4) break;
            if (id == 1) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static ZipEntry Entry(ArchiveFile archive, ArchiveCursor cursor)
    {
        Span<byte> head = stackalloc byte[Size];
        cursor.Take(Size).CopyTo(head);
        if (Long(head, 0) != Mark) throw archive.Refused(Words.DirectoryIsDamaged);
        var (flags, method) = (Word(head, 8), Word(head, 10));
        var (nameLength, extraLength) = (Word(head, 28), Word(head, 30));
        var rest = cursor.Take(nameLength + extraLength + Word(head, 32));
        var name = Name(archive, rest[..nameLength], flags);
        Span<long> wide = [Long(head, 24), Long(head, 20), Long(head, 42)];
        Widen(archive, rest.Slice(nameLength, extraLength), wide);
        var (length, packed, at) = (wide[0], wide[1], wide[2]);

        AdversaException Refused(Text text) =>
            archive.Refused(Words.Entry(ArchiveNames.Short(name), text));
        if ((flags & Forbidden) != 0) throw Refused(Words.IsEncrypted);
        if (method is not (Stored or Deflated)) throw Refused(Words.IsPackedByMethod(method));
        if (Word(head, 34) is not (0 or 0xFFFF)) throw archive.Refused(Words.IsOnePartOfSeveral);
        var isFolder = name.EndsWith('/');
        if (method == Stored && length != packed || isFolder && length != 0) throw Refused(Words.HasSizesCannot);
        return new(isFolder ? name[..^1] : name, isFolder, (int)(Long(head, 38) >> 16) & 0xF000, method == Deflated, Long(head, 16), packed, length, at);
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
