using System.Globalization;

namespace Adversa.Formats.Trees;

/// <summary>What a pax header says of the next entry: <c>length key=value</c>, line by line (POSIX.1, "pax Extended Header").</summary>
internal sealed class PaxRecords
{
    /// <summary>The entry's name.</summary>
    public string? Path { get; private set; }

    /// <summary>Where a link leads.</summary>
    public string? Target { get; private set; }

    /// <summary>Bytes of content.</summary>
    public long? Size { get; private set; }

    /// <summary>Reads a header; what is not needed is checked for its form and skipped.</summary>
    /// <param name="data">The header's content.</param>
    /// <param name="isGlobal">It speaks of all entries; it may then say nothing about names and sizes.</param>
    /// <param name="archive">For the error.</param>
    /// <exception cref="AdversaException">ADV3030: damaged, or of a sparse file.</exception>
    public void Read(ReadOnlySpan<byte> data, bool isGlobal, ArchiveFile archive)
    {
        while (data.Length > 0)
        {
            var blank = data.IndexOf((byte)' ');
            if (blank is < 1 or > 8 || !int.TryParse(data[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= blank + 1 || length > data.Length || data[length - 1] != '\n') throw Damaged(archive);
            var record = data[(blank + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals < 1) throw Damaged(archive);
            Take(TarHeader.TextOf(record[..equals]), record[(equals + 1)..], isGlobal, archive);
            data = data[length..];
        }
    }

    private void Take(string key, ReadOnlySpan<byte> value, bool isGlobal, ArchiveFile archive)
    {
        if (key.StartsWith("GNU.sparse.", StringComparison.Ordinal)) throw archive.Refused(Words.HoldsSparseFile);
        if (key is not ("path" or "linkpath" or "size")) return;
        if (isGlobal || value.Contains((byte)0)) throw Damaged(archive);
        if (key == "path") Path = TarHeader.TextOf(value);
        else if (key == "linkpath") Target = TarHeader.TextOf(value);
        else Size = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : throw Damaged(archive);
    }

    private static AdversaException Damaged(ArchiveFile archive) => archive.Refused(Words.ExtendedHeaderInIsDamaged);
}
