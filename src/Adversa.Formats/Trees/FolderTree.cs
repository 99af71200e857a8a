using Adversa.Formats.Disk;

namespace Adversa.Formats.Trees;

/// <summary>A folder on disk.</summary>
public sealed class FolderTree : IFileTree
{
    private readonly TreeSkips _skips;

    private FolderTree(string root)
    {
        Path = root;
        Name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(root));
        (Files, _skips, Unreadable) = FolderWalk.Files(root);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <inheritdoc/>
    public long Skipped => _skips.Count;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes => _skips.Notes;

    /// <inheritdoc/>
    public IReadOnlyList<BadSample> Unreadable { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="path">The folder; may be a link.</param>
    /// <exception cref="AdversaException">ADV3007: no such folder.</exception>
    public static FolderTree Open(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        return Directory.Exists(root) ? new(root)
            : throw DataError.Of(DataError.Unreadable, Words.IsNoFolder(path));
    }

    /// <inheritdoc/>
    public byte[] Read(TreeFile file, long limit)
    {
        var path = Whole(file);
        var bytes = FileBytes.Read(path, limit);
        return bytes.Length == file.Length ? bytes : throw DataError.Of(DataError.Unreadable,
            Words.HasBytesHadWhenFolderOpened(path, bytes.Length, file.Length));
    }

    /// <inheritdoc/>
    public byte[] Head(TreeFile file, int count) => FileBytes.Head(Whole(file), count);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>The path of a file that is still an ordinary one: a link put in its place since would lead elsewhere.</summary>
    private string Whole(TreeFile file)
    {
        var path = System.IO.Path.Join(Path, file.Name);
        if (FileKind.IsRegular(path)) return path;
        FileBytes.CheckKind(path);
        throw DataError.Of(DataError.Unreadable, Words.HasBecomeLink(path));
    }
}
