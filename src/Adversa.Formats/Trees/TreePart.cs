namespace Adversa.Formats.Trees;

/// <summary>Some files of a tree as a tree of its own, which then owns the whole.</summary>
public abstract class TreePart : IFileTree
{
    private readonly TreeFile[] _files;

    /// <summary>Takes files of a tree.</summary>
    /// <param name="whole">The tree; disposed with this one.</param>
    /// <param name="files">The files in their new order, each with its new name and what people are shown of it; null shows the new name.</param>
    private protected TreePart(IFileTree whole, IReadOnlyList<(TreeFile File, string Name, string? Shown)> files)
    {
        (Whole, Path) = (whole, whole.Path);
        _files = [.. files.Select(one => one.File)];
        Files = [.. files.Select((one, i) => one.Shown is null ? new TreeFile(one.Name, one.File.Length, i) : new TreeFile(one.Name, one.File.Length, i) { Shown = one.Shown })];
    }

    /// <summary>The tree whose files these are.</summary>
    public IFileTree Whole { get; }

    /// <inheritdoc/>
    public string Name => Whole.Name;

    /// <inheritdoc/>
    public string Path { get; private protected init; }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <inheritdoc/>
    public long Skipped => Whole.Skipped;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => Whole.Notes;

    /// <inheritdoc/>
    public IReadOnlyList<BadSample> Unreadable => Whole.Unreadable;

    /// <inheritdoc/>
    public byte[] Read(TreeFile file, long limit) => Whole.Read(_files[file.Index], limit);

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count) => Whole.Head(_files[file.Index], count);

    /// <inheritdoc/>
    public void Dispose() => Whole.Dispose();
}
