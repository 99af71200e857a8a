namespace Adversa.Formats.Trees;

/// <summary>Some folders of a tree, put side by side as a tree of its own, which then owns the whole.</summary>
public sealed class PartTree : TreePart
{
    /// <summary>Takes folders of a tree.</summary>
    /// <param name="whole">The tree; disposed with this one.</param>
    /// <param name="folders">Each with a slash at its end, and what stands for it in the names of its files.</param>
    /// <param name="also">Files that belong to it beside those in the folders; may be null.</param>
    public PartTree(IFileTree whole, IReadOnlyList<(string Folder, string As)> folders, Func<TreeFile, bool>? also = null)
        : base(whole, [.. Found(whole, folders, also).OrderBy(one => one.Name, NameOrder.Instance)]) { }

    private static IEnumerable<(TreeFile File, string Name, string? Shown)> Found(IFileTree whole, IReadOnlyList<(string Folder, string As)> folders, Func<TreeFile, bool>? also)
    {
        foreach (var file in whole.Files)
        {
            if (folders.FirstOrDefault(pair => file.Name.StartsWith(pair.Folder, StringComparison.Ordinal)) is { Folder: { } within } folder) yield return (file, folder.As + file.Name[within.Length..], file.Shown);
            else if (also?.Invoke(file) == true) yield return (file, file.Name, file.Shown);
        }
    }
}
