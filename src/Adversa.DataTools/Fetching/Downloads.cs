namespace Adversa.DataTools.Fetching;

/// <summary>Where downloads lie, and whether they are complete.</summary>
public static class Downloads
{
    /// <summary>The folder of all downloads: <c>ADVERSA_DATA</c>, else <c>adversa/data</c> in <c>XDG_DATA_HOME</c>, else <c>~/.local/share/adversa/data</c>.</summary>
    public static string Root
    {
        get
        {
            if (Variable("ADVERSA_DATA") is { } asked) return Path.GetFullPath(asked);
            if (Variable("XDG_DATA_HOME") is { } xdg && Path.IsPathRooted(xdg)) return Path.Join(xdg, "adversa", "data");
            return Variable("HOME") is { } home ? Path.Join(home, ".local", "share", "adversa", "data") : Path.GetFullPath("adversa-data");
        }
    }

    /// <summary>The folder a download goes to when no other is asked for.</summary>
    /// <param name="download">The data set.</param>
    public static string FolderFor(Download download)
    {
        ArgumentNullException.ThrowIfNull(download);
        return Path.Join(Root, download.Name);
    }

    /// <summary>The folder that holds a complete, verified download, or null: no such name, nothing there, or a part only.</summary>
    /// <remarks>Asks names and sizes; the hashes were checked when the folder's receipt was written.</remarks>
    /// <param name="name">Any text.</param>
    public static string? FolderOf(string name) =>
        DownloadCatalog.Find(name) is { } download && FolderFor(download) is var folder && Receipt.Covers(folder, download) ? folder : null;

    /// <summary>What <c>--data NAME</c> opens: the folder, or the archive where that is all; null when the text is no download's name.</summary>
    /// <exception cref="AdversaException">ADV3063: the data set is not here yet.</exception>
    internal static string? PathOf(string name)
    {
        if (KaggleSets.Find(name) is { } set && !Path.Exists(name)) throw DataError.Of(DataError.NotHere, Words.CannotBeUsedByName(set.Name, ShellWords.Me));
        if (DownloadCatalog.Find(name) is not { } download) return null;
        var here = Path.Exists(name);
        var folder = FolderOf(name) ?? throw DataError.Of(DataError.NotHere,
            Words.IsNotHereYet(name, ShellWords.Me, here ? Words.SameNameInThisFolder(name) : Text.None));
        return download.Files is [var only] ? Path.Join(folder, only.Name) : folder;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
