using System.IO.Compression;
using System.IO.Hashing;

namespace Adversa.Formats.Trees;

/// <summary>A zip archive, read where it lies.</summary>
/// <remarks>Opening reads the directory and the header before each entry; one that is not as it should be refuses the archive. Contents are unpacked when they are read,
/// never to disk and never beyond the size that the directory says; there their sums are checked.</remarks>
public sealed class ZipTree : IFileTree
{
    private const int MostTarget = 4096;

    private readonly ArchiveFile _archive;
    private readonly ZipEntry[] _entries;
    private readonly TreeSkips _skips = new();

    private ZipTree(ArchiveFile archive)
    {
        _archive = archive;
        var end = ZipEnd.Read(archive);
        var entries = ZipDirectory.Read(archive, end);
        CheckPlaces(entries, end.Start);
        var names = new ArchiveNames(archive);
        foreach (var entry in entries)
        {
            names.Add(entry.Name, entry.IsFolder);
            if (entry.IsSpecial) throw archive.Refused(Words.IsDevicePipeOrSocket(ArchiveNames.Short(entry.Name)));
            if (entry.Kind != ZipEntry.Link) continue;
            names.CheckLink(entry.Name, Target(entry), isHard: false);
            if (!ArchiveNames.IsHidden(entry.Name) && !_skips.AddSystem(entry.Name)) _skips.Add(SkipKind.Link, entry.Name);
        }

        _entries = [.. entries.Where(e => !e.IsFolder && e.Kind != ZipEntry.Link && !ArchiveNames.IsHidden(e.Name) && !_skips.AddSystem(e.Name)).OrderBy(e => e.Name, NameOrder.Instance)];
        Files = [.. _entries.Select((e, i) => new TreeFile(e.Name, e.Length, i))];
    }

    /// <inheritdoc/>
    public string Name => _archive.Name;

    /// <inheritdoc/>
    public string Path => _archive.Path;

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <inheritdoc/>
    public long Skipped => _skips.Count;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => _skips.Notes;

    /// <inheritdoc/>
    public IReadOnlyList<BadSample> Unreadable => [];

    /// <summary>Whether bytes begin like a zip archive; also an empty one, or the first part of several.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] or [(byte)'P', (byte)'K', 7, 8, ..];

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">ADV3007: it cannot be read; ADV3030: it is refused; ADV3031: it swells.</exception>
    public static ZipTree Open(string path)
    {
        var archive = ArchiveFile.Open(path);
        try
        {
            return new(archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public byte[] Read(TreeFile file, long limit) => file.Length <= limit ? Content(_entries[file.Index]) : throw _archive.TooLarge(file, limit);

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count)
    {
        var entry = _entries[file.Index];
        var head = new byte[Math.Min(count, entry.Length)];
        var got = Unpack(entry, head, out _);
        return head[..got];
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private byte[] Content(ZipEntry entry)
    {
        var bytes = new byte[entry.Length];
        var got = Unpack(entry, bytes, out var isWhole);
        if (got < bytes.Length || !isWhole) throw _archive.Damaged(entry.Name, Words.DoesNotUnpackBytesShouldHave(bytes.Length));
        if (Crc32.HashToUInt32(bytes) != entry.Crc) throw _archive.Damaged(entry.Name, Words.ChecksumDoesNotMatch);
        return bytes;
    }

    /// <summary>Unpacks as much as there is room for; says whether nothing is left after that.</summary>
    private int Unpack(ZipEntry entry, Span<byte> destination, out bool isWhole)
    {
        using var region = new RegionStream(_archive, entry.Data, entry.Packed);
        if (!entry.IsDeflated)
        {
            region.ReadExactly(destination);
            isWhole = region.Position == region.Length;
            return destination.Length;
        }

        try
        {
            using var inflater = new DeflateStream(region, CompressionMode.Decompress, leaveOpen: true);
            var got = inflater.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
            Span<byte> more = stackalloc byte[1];
            isWhole = got == destination.Length && inflater.Read(more) == 0 && region.Position == region.Length;
            return got;
        }
        catch (InvalidDataException e)
        {
            throw _archive.Damaged(entry.Name, Text.Same(e.Message));
        }
    }

    private string Target(ZipEntry link)
    {
        if (link.Length > MostTarget) throw _archive.Refused(Words.LinkIsBytesLong(ArchiveNames.Short(link.Name), link.Length));
        try
        {
            return System.Text.Encoding.UTF8.GetString(Content(link));
        }
        catch (AdversaException e) when (e.Code == DataError.Picture)
        {
            throw _archive.Refused(Words.LinkIsDamaged(ArchiveNames.Short(link.Name)));
        }
    }

    private void CheckPlaces(List<ZipEntry> entries, long stop)
    {
        long free = 0;                           // first byte that no entry before has used
        foreach (var entry in entries.OrderBy(e => e.Header))
        {
            if (entry.Header < free) throw _archive.Refused(Words.LiesOverAnotherEntry(ArchiveNames.Short(entry.Name)));
            free = ZipLocal.Check(_archive, entry, stop);
        }
    }
}
