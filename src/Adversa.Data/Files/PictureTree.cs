using Adversa.Data.Names;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Files;

/// <summary>The pictures that somebody names: one file, those of a folder or archive, or one that comes through a pipe. Each is read when its turn comes.</summary>
public sealed class PictureTree : IDisposable
{
    /// <summary>How a pipe is named.</summary>
    public const string Pipe = "-";

    private readonly IFileTree? _tree;
    private readonly Func<TreeFile, byte[]> _read;

    private PictureTree(string path, IFileTree? tree, IReadOnlyList<TreeFile> files, Func<TreeFile, byte[]> read) => (Path, _tree, Files, _read) = (path, tree, files, read);

    /// <summary>What was named.</summary>
    public string Path { get; }

    /// <summary>Whether it is a folder or an archive, which may hold any number of pictures.</summary>
    public bool HoldsMany => _tree is not null;

    /// <summary>The pictures.</summary>
    public IReadOnlyList<TreeFile> Files { get; }

    /// <summary>Opens what somebody names.</summary>
    /// <param name="path">A picture, a folder, an archive, or <see cref="Pipe"/>.</param>
    /// <param name="pipe">What comes through the pipe.</param>
    /// <exception cref="AdversaException">ADV3006: it holds no picture; ADV3007: nothing is there.</exception>
    public static PictureTree Open(string path, Func<Stream> pipe)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        if (path == Pipe) return new(path, null, [new("stdin.png", 0, 0)], _ => All(pipe()));
        if (File.Exists(path) && !IsArchive(path)) return new(path, null, [new(System.IO.Path.GetFileName(path), new FileInfo(path).Length, 0) { Shown = path }], file => FileBytes.Read(path, PictureFile.MostBytes));
        var tree = FileTree.Open(path);
        var files = PictureNames.Of(tree);
        if (files.Count > 0) return new(path, tree, files, file => tree.Read(file, PictureFile.MostBytes));
        tree.Dispose();
        throw NoPicture.In(tree, "");
    }

    /// <summary>Reads one.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <exception cref="AdversaException">ADV3007: it cannot be read.</exception>
    public byte[] Read(TreeFile file) => _read(file);

    /// <inheritdoc/>
    public void Dispose() => _tree?.Dispose();

    private static bool IsArchive(string path)
    {
        var head = FileBytes.Head(path, TarHeader.Block);
        return ZipTree.IsZip(head) || FileTree.IsTar(path, head) || FileTree.Refused(path, head) is not null;
    }

    private static byte[] All(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
