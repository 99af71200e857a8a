namespace Adversa.Data;

/// <summary>Opens what holds files: a folder or an archive.</summary>
internal static class FileTree
{
    /// <summary>Opens a tree.</summary>
    /// <param name="path">A folder or an archive.</param>
    /// <exception cref="AdversaException">ADV3007: nothing is there; ADV303x: an archive is refused as a whole.</exception>
    public static IFileTree Open(string path) => FolderTree.Open(path);
}
