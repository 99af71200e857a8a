namespace Adversa.Data;

/// <summary>Some folders of a tree, put side by side as a tree of its own, which then owns the whole.</summary>
internal sealed class PartTree : IFileTree
{
    private readonly IFileTree _whole;
    private readonly TreeFile[] _files;

    /// <summary>Takes folders of a tree.</summary>
    /// <param name="whole">The tree; disposed with this one.</param>
    /// <param name="folders">Each with a slash at its end, and what stands for it in the names of its files.</param>
    /// <param name="also">Files that belong to it beside those in the folders; may be null.</param>
    public PartTree(IFileTree whole, IReadOnlyList<(string Folder, string As)> folders, Func<TreeFile, bool>? also = null)
    {
        _whole = whole;
        List<(TreeFile File, string Name)> found = [];
        foreach (var file in whole.Files)
        {
            if (folders.FirstOrDefault(pair => file.Name.StartsWith(pair.Folder, StringComparison.Ordinal)) is { Folder: { } within } folder) found.Add((file, folder.As + file.Name[within.Length..]));
            else if (also?.Invoke(file) == true) found.Add((file, file.Name));
        }

        found = [.. found.OrderBy(pair => pair.Name, NameOrder.Instance)];
        _files = [.. found.Select(pair => pair.File)];
        Files = [.. found.Select((pair, i) => new TreeFile(pair.Name, pair.File.Length, i) { Shown = pair.File.Shown })];
    }

    /// <summary>The tree whose folders these are.</summary>
    public IFileTree Whole => _whole;

    /// <inheritdoc/>
    public string Name => _whole.Name;

    /// <inheritdoc/>
    public string Path => _whole.Path;

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
