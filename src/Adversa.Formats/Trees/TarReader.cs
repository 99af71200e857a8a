namespace Adversa.Formats.Trees;

/// <summary>What an entry of a tar archive is.</summary>
internal enum TarKind
{
    /// <summary>An ordinary file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A second name of an earlier entry.</summary>
    HardLink,
}

/// <summary>An entry of a tar archive.</summary>
/// <param name="Name">Without the slash at a folder's end and without a leading <c>./</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Offset">Where they begin.</param>
/// <param name="Target">Where a link leads.</param>
internal readonly record struct TarEntry(string Name, TarKind Kind, long Size, long Offset, string Target);

/// <summary>Walks over the headers of a tar archive.</summary>
internal static class TarReader
{
    /// <summary>All entries in their order; their long names are put together, but not yet checked.</summary>
    /// <exception cref="AdversaException">ADV3030: damaged, cut off, or with special or sparse files; ADV3031: it swells.</exception>
    public static IEnumerable<TarEntry> Entries(ArchiveFile archive)
    {
        var block = new byte[TarHeader.Block];
        var (pax, longName, longTarget) = (new PaxRecords(), (string?)null, (string?)null);
        long at = 0, metadata = 0, total = 0;
        for (archive.Read(at, block); block.AsSpan().ContainsAnyExcept((byte)0); archive.Read(at, block))
        {
            if (!TarHeader.IsHeader(block)) throw archive.Refused(Words.HeaderAtByteIsDamaged(at));
            var header = TarHeader.Read(block, archive);
            at += TarHeader.Block;
            if (header.Type is 'x' or 'g' or 'L' or 'K')
            {
                metadata += header.Size;
                if (header.Size > ArchiveLimits.MostMetadata || metadata > ArchiveLimits.MostMetadata) throw archive.Swells(
                    Words.MoreThanBytesOfNamesStand(ArchiveLimits.MostMetadata));
                var data = new byte[header.Size];
                archive.Read(at, data);
                if (header.Type == 'L') longName = TarHeader.TextOf(data);
                else if (header.Type == 'K') longTarget = TarHeader.TextOf(data);
                else pax.Read(data, header.Type == 'g', archive);
                at = Behind(archive, at, header.Size);
                continue;
            }

            var entry = Entry(archive, header, at, pax, longName, longTarget);
            (pax, longName, longTarget, metadata) = (new(), null, null, 0);
            total = Math.Min(total, ArchiveLimits.MostBytes) + Math.Min(entry.Size, archive.Length);
            if (total > ArchiveLimits.MostBytes) throw archive.Swells(Words.FilesHaveMoreThanBytes(ArchiveLimits.MostBytes));
            at = Behind(archive, at, entry.Size);
            if (entry.Name.Length > 0 || entry.Kind != TarKind.Folder) yield return entry;      // "./" is the root itself
        }

        CheckEnd(archive, at);
    }

    private static long Behind(ArchiveFile archive, long at, long size)
    {
        if (size > archive.Length - at) throw archive.Cut();
        return at + (size + TarHeader.Block - 1) / TarHeader.Block * TarHeader.Block;
    }

    private static TarEntry Entry(ArchiveFile archive, TarHeader header, long at, PaxRecords pax, string? longName, string? longTarget)
    {
        var name = pax.Path ?? longName ?? header.Name;
        var kind = header.Type switch
        {
            '0' or '\0' or '7' => name.EndsWith('/') ? TarKind.Folder : TarKind.File,
            '5' => TarKind.Folder,
            '2' => TarKind.Link,
            '1' => TarKind.HardLink,
            '3' or '4' or '6' => throw archive.Refused(Words.IsDeviceOrPipe(ArchiveNames.Short(name))),
            'S' => throw archive.Refused(Words.IsSparseFile(ArchiveNames.Short(name))),
            _ => throw archive.Refused(Words.IsOfUnknownType(ArchiveNames.Short(name))),
        };
        var size = pax.Size ?? header.Size;
        if (kind != TarKind.File && size != 0) throw archive.Refused(Words.IsNoFileAndHasBytes(ArchiveNames.Short(name), size));
        return new(Plain(kind == TarKind.Folder && name.EndsWith('/') ? name[..^1] : name), kind, size, at, pax.Target ?? longTarget ?? header.Target);
    }

    /// <summary><c>tar -c .</c> writes <c>./name</c> everywhere: the one dot that is no trick.</summary>
    private static string Plain(string name) => name == "." ? "" : name.StartsWith("./", StringComparison.Ordinal) && name.Length > 2 ? name[2..] : name;

    /// <summary>Two empty blocks end an archive; behind them there may be only padding.</summary>
    private static void CheckEnd(ArchiveFile archive, long at)
    {
        if (archive.Length - at < 2 * TarHeader.Block) throw archive.Cut();
        var rest = new ArchiveCursor(archive, at, archive.Length);
        while (rest.Left > 0)
            if (rest.Take((int)Math.Min(rest.Left, 65_536)).ContainsAnyExcept((byte)0))
                throw archive.Refused(Words.OtherBytesFollowEnd);
    }
}
