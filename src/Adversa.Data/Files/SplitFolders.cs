namespace Adversa.Data;

/// <summary>Folders that part a set into what is learned from and what is judged with: <c>train</c> beside <c>test</c> or <c>val</c>. A table in the root speaks for all of them, and the set stays whole.</summary>
internal static class SplitFolders
{
    private static readonly string[] Tests = ["test", "val", "valid", "validation"];

    /// <summary>The part of a tree that a split means; the whole tree when it is not parted.</summary>
    /// <param name="tree">The tree; owned by what is returned.</param>
    /// <param name="split">Which part.</param>
    public static IFileTree Choose(IFileTree tree, Split split)
    {
        if (tree.Files.Any(file => SampleTable.IsTable(file.Name))) return tree;
        var folders = tree.Files.Where(file => file.Name.Contains('/', StringComparison.Ordinal)).Select(file => file.Name[..file.Name.IndexOf('/', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
        var test = Tests.FirstOrDefault(folders.Contains);
        if (test is null || !folders.Contains("train") || folders.Any(folder => folder != "train" && !Tests.Contains(folder))) return tree;
        return new SubTree(tree, split == Split.Train ? "train/" : $"{test}/");
    }
}
