namespace Adversa.Formats.Trees;

/// <summary>A tar archive, read where it lies; opening reads every header and no content.</summary>
public sealed class TarTree : IFileTree
{
    private readonly ArchiveFile _archive;
    private readonly long[] _offsets;
    private readonly TreeSkips _skips = new();

    private TarTree(ArchiveFile archive)
    {
        _archive = archive;
        var names = new ArchiveNames(archive);
        var files = new List<(string Name, long Length, long Offset)>();
        foreach (var entry in TarReader.Entries(archive))
        {
            names.Add(entry.Name, entry.Kind == TarKind.Folder);
            if (entry.Kind is TarKind.Link or TarKind.HardLink) names.CheckLink(entry.Name, entry.Target, entry.Kind == TarKind.HardLink);
            if (ArchiveNames.IsHidden(entry.Name) || _skips.AddSystem(entry.Name)) continue;
            if (entry.Kind is TarKind.Link or TarKind.HardLink) _skips.Add(SkipKind.Link, entry.Name);
            else if (entry.Kind == TarKind.File) files.Add((entry.Name, entry.Size, entry.Offset));
        }

        files.Sort((a, b) => NameOrder.Instance.Compare(a.Name, b.Name));
        _offsets = [.. files.Select(f => f.Offset)];
        Files = [.. files.Select((f, i) => new TreeFile(f.Name, f.Length, i))];
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

    /// <summary>Opens a plain archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The packed file that it was unpacked from, for messages; null when it is the user's own.</param>
    /// <exception cref="AdversaException">ADV3007: it cannot be read; ADV3030: it is refused; ADV3031: it holds too many entries.</exception>
    public static TarTree Open(string path, string? shown = null)
    {
        var archive = ArchiveFile.Open(path, shown);
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
    public byte[] Read(TreeFile file, long limit)
    {
        if (file.Length > limit) throw _archive.TooLarge(file, limit);
        return Head(file, (int)file.Length);
    }

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count)
    {
        var bytes = new byte[Math.Min(count, file.Length)];
        _archive.Read(_offsets[file.Index], bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
