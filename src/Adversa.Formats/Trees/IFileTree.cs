namespace Adversa.Formats.Trees;

/// <summary>Named files in one place: a folder, or an archive that is read where it lies and never unpacked.</summary>
/// <remarks>Reading is thread-safe.</remarks>
public interface IFileTree : IDisposable
{
    /// <summary>How messages name it: the folder's or the archive's own name.</summary>
    string Name { get; }

    /// <summary>Its full path.</summary>
    string Path { get; }

    /// <summary>The ordinary files in byte order of their names, which are relative and use <c>/</c>; hidden ones are left out.</summary>
    IReadOnlyList<TreeFile> Files { get; }

    /// <summary>Entries left out: links, special files, folders too deep.</summary>
    long Skipped { get; }

    /// <summary>What was left out and why, with a count and an example each.</summary>
    IReadOnlyList<Text> Notes { get; }

    /// <summary>What could not be listed, such as folders without permission.</summary>
    IReadOnlyList<BadSample> Unreadable { get; }

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="limit">Most bytes allowed.</param>
    /// <exception cref="AdversaException">ADV3007: it is gone, special, forbidden, too large, has changed, or the disk failed.</exception>
    byte[] Read(TreeFile file, long limit);

    /// <summary>Reads the first bytes of a file, to tell its kind.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="count">How many; fewer come when the file is shorter.</param>
    /// <exception cref="AdversaException">ADV3007: as for <see cref="Read"/>.</exception>
    byte[] Head(TreeFile file, int count);
}

/// <summary>One file of a tree.</summary>
/// <param name="Name">Relative to the root, with <c>/</c>.</param>
/// <param name="Length">Bytes of its content as listed.</param>
/// <param name="Index">Its place in <see cref="IFileTree.Files"/>.</param>
public sealed record TreeFile(string Name, long Length, int Index)
{
    private readonly string? _shown;

    /// <summary>How messages name it: as it is on disk, where <see cref="Name"/> leaves out the folders that part a set.</summary>
    public string Shown
    {
        get => _shown ?? Name;
        init => _shown = value;
    }
}
