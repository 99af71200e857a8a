using System.Buffers.Binary;

namespace Adversa.Formats.Trees;

/// <summary>Compares the header before an entry's content (APPNOTE.TXT 4.3.7) with what the directory says of it.</summary>
internal static class ZipLocal
{
    private const int Size = 30;
    private const uint Mark = 0x04034B50, DescriptorMark = 0x08074B50;
    private const int Encrypted = 1, HasDescriptor = 8;

    /// <summary>Checks, and finds where the content begins.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="entry">An entry; its <see cref="ZipEntry.Data"/> is set.</param>
    /// <param name="stop">Where the directory begins: no entry reaches behind it.</param>
    /// <returns>Where the entry ends, with the descriptor that may follow.</returns>
    /// <exception cref="AdversaException">ADV3030: they disagree, or the content does not fit into the archive.</exception>
    public static long Check(ArchiveFile archive, ZipEntry entry, long stop)
    {
        Span<byte> head = stackalloc byte[Size];
        if (entry.Header > stop - Size) throw archive.Cut();
        archive.Read(entry.Header, head);
        var (flags, nameLength, extraLength) = (Word(head, 6), Word(head, 26), Word(head, 28));
        if (entry.Header + Size + nameLength + extraLength > stop - entry.Packed) throw archive.Cut();
        Span<byte> rest = new byte[nameLength + extraLength];
        archive.Read(entry.Header + Size, rest);
        var local = ZipDirectory.Name(archive, rest[..nameLength], flags);
        if (Long(head, 0) != Mark || (flags & Encrypted) != 0 || Word(head, 8) != (entry.IsDeflated ? 8 : 0) || local != (entry.IsFolder ? entry.Name + "/" : entry.Name))
            throw Disagree(archive, entry);

        Span<long> sizes = [Long(head, 22), Long(head, 18)];
        ZipDirectory.Widen(archive, rest[nameLength..], sizes);
        bool Fits(long told, long known) => told == known || ((flags & HasDescriptor) != 0 && told == 0);
        if (!Fits(sizes[0], entry.Length) || !Fits(sizes[1], entry.Packed) || !Fits(Long(head, 14), entry.Crc)) throw Disagree(archive, entry);
        entry.Data = entry.Header + Size + rest.Length;
        var end = entry.Data + entry.Packed;
        return (flags & HasDescriptor) == 0 ? end : end + Descriptor(archive, entry, end, stop);
    }

    /// <summary>The length of the descriptor: with or without its mark, with sizes of four or eight bytes.</summary>
    private static int Descriptor(ArchiveFile archive, ZipEntry entry, long at, long stop)
    {
        Span<byte> found = stackalloc byte[(int)Math.Min(24, stop - at)], expected = stackalloc byte[24];
        archive.Read(at, found);
        foreach (var isWide in (ReadOnlySpan<bool>)[false, true])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(expected, DescriptorMark);
            BinaryPrimitives.WriteUInt32LittleEndian(expected[4..], entry.Crc);
            var length = 8 + Write(expected[8..], entry.Packed, isWide);
            length += Write(expected[length..], entry.Length, isWide);
            if (found.StartsWith(expected[..length])) return length;
            if (found.StartsWith(expected[4..length])) return length - 4;
        }

        throw Disagree(archive, entry);
    }

    private static int Write(Span<byte> to, long value, bool isWide)
    {
        if (isWide) BinaryPrimitives.WriteInt64LittleEndian(to, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)value);
        return isWide ? 8 : 4;
    }

    private static AdversaException Disagree(ArchiveFile archive, ZipEntry entry) => archive.Refused(
        Words.WhatStandsBeforeDisagreesWithDirectory(ArchiveNames.Short(entry.Name)));

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
