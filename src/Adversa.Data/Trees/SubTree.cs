namespace Adversa.Data;

/// <summary>What lies in one folder of a tree, as a tree of its own, which then owns the whole.</summary>
internal sealed class SubTree : IFileTree
{
    private readonly IFileTree _whole;
    private readonly TreeFile[] _files;

    /// <summary>Takes a folder of a tree.</summary>
    /// <param name="whole">The tree; disposed with this one.</param>
    /// <param name="within">The folder with a slash at its end; empty for all.</param>
    public SubTree(IFileTree whole, string within)
    {
        _whole = whole;
        _files = [.. whole.Files.Where(f => f.Name.StartsWith(within, StringComparison.Ordinal))];
        Files = [.. _files.Select((f, i) => new TreeFile(f.Name[within.Length..], f.Length, i))];
        Path = within.Length == 0 ? whole.Path : System.IO.Path.Join(whole.Path, within[..^1]);
    }

    /// <inheritdoc/>
    public string Name => _whole.Name;

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <inheritdoc/>
    public long Skipped => _whole.Skipped;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => _whole.Notes;

    /// <inheritdoc/>
    public IReadOnlyList<BadSample> Unreadable => _whole.Unreadable;

    /// <inheritdoc/>
    public byte[] Read(TreeFile file, long limit) => _whole.Read(_files[file.Index], limit);

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count) => _whole.Head(_files[file.Index], count);

    /// <inheritdoc/>
    public void Dispose() => _whole.Dispose();
}
