namespace Adversa.Data;

/// <summary>Folders that are classes: when every picture lies in a folder, and there are two folders or more. Folders around all of them do not count.</summary>
internal static class ClassFolders
{
    /// <summary>Finds them.</summary>
    /// <param name="files">All pictures.</param>
    /// <returns>The folders in byte order of their names, and the class of each picture; nothing and null when folders are no classes.</returns>
    public static (IReadOnlyList<string> Names, int[]? Labels) Of(IReadOnlyList<TreeFile> files)
    {
        var folders = new string[files.Count];
        var within = CommonFolder(files).Length;
        for (var i = 0; i < folders.Length; i++)
        {
            var slash = files[i].Name.IndexOf('/', within);
            if (slash < 0) return ([], null);
            folders[i] = files[i].Name[within..slash];
        }

        List<string> names = [.. folders.Distinct(StringComparer.Ordinal).Order(NameOrder.Instance)];
        if (names.Count < 2) return ([], null);
        var place = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        return (names, [.. folders.Select(folder => place[folder])]);
    }

    /// <summary>The folder that holds all files, with a slash at its end; empty when there is none.</summary>
    public static string CommonFolder(IReadOnlyList<TreeFile> files)
    {
        if (files.Count == 0) return "";
        var (first, last) = (files[0].Name, files[^1].Name);                  // in order: what these two share, all share
        var same = first.AsSpan().CommonPrefixLength(last);
        return first[..(first.LastIndexOf('/', Math.Max(0, same - 1)) + 1)];
    }
}
