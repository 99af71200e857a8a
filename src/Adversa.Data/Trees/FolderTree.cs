namespace Adversa.Data;

/// <summary>A folder on disk.</summary>
internal sealed class FolderTree : IFileTree
{
    private FolderTree(string root)
    {
        Path = root;
        Name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(root));
        var (files, skipped, unreadable) = FolderWalk.Files(root);
        (Files, Skipped, Unreadable) = (files, skipped, unreadable);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <inheritdoc/>
    public long Skipped { get; }

    /// <inheritdoc/>
    public IReadOnlyList<BadSample> Unreadable { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="path">The folder; may be a link.</param>
    /// <exception cref="AdversaException">ADV3007: no such folder.</exception>
    public static FolderTree Open(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        return Directory.Exists(root) ? new(root)
            : throw DataError.Of(DataError.Unreadable, $"{path} is no folder. Check the path.", $"{path} no es una carpeta. Revise la ruta.");
    }

    /// <inheritdoc/>
    public byte[] Read(TreeFile file, long limit) => FileBytes.Read(System.IO.Path.Join(Path, file.Name), limit);

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count) => FileBytes.Head(System.IO.Path.Join(Path, file.Name), count);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
