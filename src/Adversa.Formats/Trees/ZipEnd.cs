using System.Buffers.Binary;

namespace Adversa.Formats.Trees;

/// <summary>The record at the end of a zip archive (APPNOTE.TXT 4.3.14 to 4.3.16).</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="Start">Where the central directory begins.</param>
/// <param name="Stop">Where it ends.</param>
internal readonly record struct ZipEnd(long Entries, long Start, long Stop)
{
    private const int Size = 22, LocatorSize = 20, Size64 = 56;
    private const uint Mark = 0x06054B50, LocatorMark = 0x07064B50, Mark64 = 0x06064B50;

    /// <summary>Finds and checks it.</summary>
    /// <exception cref="AdversaException">ADV3030: it is missing, or its numbers do not fit the file.</exception>
    public static ZipEnd Read(ArchiveFile archive)
    {
        var (at, record) = Find(archive);
        var (disks, here, entries) = (Word(record, 4) | Word(record, 6), (ulong)Word(record, 8), (ulong)Word(record, 10));
        var (size, start, stop) = ((ulong)Long(record, 12), (ulong)Long(record, 16), at);
        if (Locator(archive, at) is { } wide)
        {
            stop = at - LocatorSize - wide.Length;
            bool Differs(ulong narrow, ulong limit, int offset) => narrow != limit && narrow != Wide(wide, offset);
            if (Differs(here, 0xFFFF, 24) || Differs(entries, 0xFFFF, 32) || Differs(size, 0xFFFFFFFF, 40) || Differs(start, 0xFFFFFFFF, 48))
                throw archive.Refused(Words.TwoEndRecordsDisagree);
            disks = (disks is 0xFFFF ? 0 : disks) | (int)(Long(wide, 16) | Long(wide, 20));
            (here, entries, size, start) = (Wide(wide, 24), Wide(wide, 32), Wide(wide, 40), Wide(wide, 48));
        }

        if (disks != 0 || here != entries) throw archive.Refused(Words.IsOnePartOfSeveral);
        if (entries > ArchiveLimits.MostEntries) throw archive.Swells(Words.ClaimsEntriesAtMostAreRead(entries, ArchiveLimits.MostEntries));
        if (start > (ulong)stop || size != (ulong)stop - start || entries > size / 46) throw archive.Cut();
        return new((long)entries, (long)start, stop);
    }

    private static (long At, byte[] Record) Find(ArchiveFile archive)
    {
        var tail = new byte[(int)Math.Min(archive.Length, Size + ushort.MaxValue)];
        archive.Read(archive.Length - tail.Length, tail);
        for (var i = tail.Length - Size; i >= 0; i--)
            if (Long(tail, i) == Mark && i + Size + Word(tail, i + 20) == tail.Length) return (archive.Length - tail.Length + i, tail[i..(i + Size)]);
        throw archive.Refused(Words.EndIsMissing);
    }

    /// <summary>The whole zip64 end record, when there is one.</summary>
    private static byte[]? Locator(ArchiveFile archive, long at)
    {
        if (at < LocatorSize) return null;
        var locator = new byte[LocatorSize];
        archive.Read(at - LocatorSize, locator);
        if (Long(locator, 0) != LocatorMark) return null;
        var (start, stop) = (Wide(locator, 8), (ulong)(at - LocatorSize));
        if (Long(locator, 4) != 0 || Long(locator, 16) > 1) throw archive.Refused(Words.IsOnePartOfSeveral);
        if (start > stop || stop - start is < Size64 or > ArchiveLimits.MostMetadata) throw archive.Cut();
        var record = new byte[stop - start];
        archive.Read((long)start, record);
        return Long(record, 0) == Mark64 && Wide(record, 4) == (ulong)record.Length - 12 ? record : throw archive.Cut();
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Wide(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
