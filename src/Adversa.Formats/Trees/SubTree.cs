namespace Adversa.Formats.Trees;

/// <summary>What lies in one folder of a tree, as a tree of its own, which then owns the whole.</summary>
public sealed class SubTree : TreePart
{
    /// <summary>Takes a folder of a tree.</summary>
    /// <param name="whole">The tree; disposed with this one.</param>
    /// <param name="within">The folder with a slash at its end; empty for all.</param>
    public SubTree(IFileTree whole, string within)
        : base(whole, [.. whole.Files.Where(file => file.Name.StartsWith(within, StringComparison.Ordinal)).Select(file => (file, file.Name[within.Length..], (string?)null))])
    {
        if (within.Length > 0) Path = System.IO.Path.Join(whole.Path, within[..^1]);
    }
}
