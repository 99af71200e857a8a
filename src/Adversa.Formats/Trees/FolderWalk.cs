using Adversa.Formats.Disk;

namespace Adversa.Formats.Trees;

/// <summary>Lists the files below a folder in byte order of their names.</summary>
/// <remarks>The root may be a link; links below it are not followed. FIFOs, sockets and devices are never opened, hidden names are left out, and
/// depth and number are limited.</remarks>
internal static class FolderWalk
{
    private const int MostDepth = 32;
    private const int MostFiles = 5_000_000;

    /// <summary>Walks.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>The files, with paths relative to the root; what was skipped; and folders that may not be read.</returns>
    public static (List<TreeFile> Files, TreeSkips Skips, List<BadSample> Unreadable) Files(string root)
    {
        var (files, unreadable, skips) = (new List<(string Name, long Length)>(), new List<BadSample>(), new TreeSkips());
        var open = new Stack<(string Relative, int Depth)>([("", 0)]);
        while (open.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(Path.Join(root, folder.Relative)).EnumerateFileSystemInfos())
                {
                    var relative = folder.Relative.Length == 0 ? entry.Name : $"{folder.Relative}/{entry.Name}";
                    if (entry.Name.StartsWith('.')) continue;
                    if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !FileKind.IsThere(entry.FullName)) skips.Add(SkipKind.Name, relative);
                    else if (entry.LinkTarget is not null) skips.Add(SkipKind.Link, relative);
                    else if ((entry.Attributes & FileAttributes.Directory) != 0)
                    {
                        if (entry.Name == "__MACOSX") continue;
                        if (TreeSkips.IsSystem(entry.Name)) skips.Add(SkipKind.System, relative);
                        else if (folder.Depth < MostDepth) open.Push((relative, folder.Depth + 1));
                        else skips.Add(SkipKind.Deep, relative);
                    }
                    else if (FileKind.IsRegular(entry.FullName)) files.Add((relative, ((FileInfo)entry).Length));
                    else skips.Add(SkipKind.Special, relative);
                }
            }
            catch (Exception e) when (DiskTrouble.Is(e))
            {
                unreadable.Add(new(folder.Relative.Length == 0 ? root : folder.Relative, DiskTrouble.Of(e)));
            }

            if (files.Count > MostFiles) throw DataError.Of(DataError.Unreadable, Words.HoldsMoreThanFiles(root, MostFiles));
        }

        return ([.. files.OrderBy(f => f.Name, NameOrder.Instance).Select((f, i) => new TreeFile(f.Name, f.Length, i))], skips, unreadable);
    }
}
