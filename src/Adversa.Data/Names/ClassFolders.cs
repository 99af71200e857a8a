using Adversa.Formats;
using Adversa.Formats.Trees;

namespace Adversa.Data.Names;

/// <summary>Folders that are classes: when every picture lies in a folder, and there are two folders or more. Folders around all of them do not count.</summary>
public static class ClassFolders
{
    /// <summary>Finds them.</summary>
    /// <param name="files">All pictures.</param>
    /// <param name="learned">Of a test part: the folder in which the classes of the training part lie, and their names. One folder of such a name is a class too. Null where nothing is known.</param>
    /// <returns>The folders in the order of <see cref="ClassList"/>, and the class of each picture; nothing and null when folders are no classes.</returns>
    public static (IReadOnlyList<string> Names, int[]? Labels) Of(IReadOnlyList<TreeFile> files, (string Root, IReadOnlyList<string> Names)? learned = null)
    {
        var folders = new string[files.Count];
        var within = CommonFolder(files).Length;
        if (learned is var (root, known) && files.All(file => file.Name.StartsWith(root, StringComparison.Ordinal) && file.Name.IndexOf('/', root.Length) is var end and > 0 && known.Contains(ComposedName.Of(file.Name[root.Length..end]))))
            within = root.Length;
        else learned = null;
        for (var i = 0; i < folders.Length; i++)
        {
            var slash = files[i].Name.IndexOf('/', within);
            if (slash < 0) return ([], null);
            folders[i] = files[i].Name[within..slash];
        }

        var (names, labels) = ClassList.OfFolders(folders);
        return names.Count < 2 && learned is null ? ([], null) : (names, labels);
    }

    /// <summary>Why folders that could be classes are none: pictures that lie in none of them; null when there are not two such folders, or no such picture.</summary>
    /// <param name="files">All pictures.</param>
    public static Text? Astray(IReadOnlyList<TreeFile> files)
    {
        var within = CommonFolder(files).Length;
        var astray = files.Where(file => file.Name.IndexOf('/', within) < 0).ToList();
        var folders = files.Where(file => file.Name.IndexOf('/', within) > 0).Select(file => file.Name[within..file.Name.IndexOf('/', within)]).Distinct(StringComparer.Ordinal).Count();
        return folders < 2 || astray.Count == 0 ? null : Words.FoldersButNoClasses(astray.Count, folders, astray[0].Name);
    }

    /// <summary>Which folders are classes, where folders within them could be ones too; null where there are no two such folders.</summary>
    /// <param name="files">All pictures.</param>
    /// <param name="names">The classes.</param>
    public static Text? Within(IReadOnlyList<TreeFile> files, IReadOnlyList<string> names)
    {
        var around = CommonFolder(files).Length;
        List<string> within = [.. files.Select(file => file.Name[around..].Split('/')).Where(path => path.Length > 2).Select(path => path[1]).Distinct(StringComparer.Ordinal)];
        return names.Count < 2 || within.Count < 2 ? null : Words.ClassesAreFolders(Listed(names), Listed(within), names[0]);
    }

    private static string Listed(IReadOnlyList<string> names) => Amount.Listed(names, most: 4);

    /// <summary>The folder that holds all files, with a slash at its end; empty when there is none.</summary>
    public static string CommonFolder(IReadOnlyList<TreeFile> files)
    {
        if (files.Count == 0) return "";
        var (first, last) = (files[0].Name, files[^1].Name);                  // in order: what these two share, all share
        var same = first.AsSpan().CommonPrefixLength(last);
        return first[..(first.LastIndexOf('/', Math.Max(0, same - 1)) + 1)];
    }
}
