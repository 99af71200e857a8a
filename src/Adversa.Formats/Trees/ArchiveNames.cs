using System.Text;

namespace Adversa.Formats.Trees;

/// <summary>The names in an archive: each is checked, and all of them must be able to stand in one folder, on any system.</summary>
/// <remarks>Nothing is unpacked under these names; an archive whose names try to leave it, or that means different things to different programs, is refused all the same.</remarks>
internal sealed class ArchiveNames(ArchiveFile archive)
{
    private const int MostDepth = 32;
    private const int MostComponent = 255;
    private const int MostPath = 1024;
    private const int Shown = 80;

    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);               // folders with an entry of their own
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);  // each with its exact spelling
    private string _parent = "";
    private int _count;

    /// <summary>Adds an entry, or refuses the archive.</summary>
    /// <param name="name">Its name, without the slash at a folder's end.</param>
    /// <param name="isFolder">A folder; else a file, or a link.</param>
    /// <exception cref="AdversaException">ADV3030: the name may not be, or clashes with another; ADV3031: too many entries.</exception>
    public void Add(string name, bool isFolder)
    {
        if (++_count > ArchiveLimits.MostEntries) throw archive.Swells(Words.HoldsMoreThanEntries(ArchiveLimits.MostEntries));
        if (Fault(name) is { } fault) throw archive.Refused(Words.Entry(Short(name), fault));
        var slash = name.LastIndexOf('/');
        if (slash > 0) AddFolder(name[..slash]);
        if (isFolder) AddFolder(name);
        if (!(isFolder ? _named : _files).Add(name)) throw archive.Refused(Words.TwoEntriesAreNamedOrDiffer(Short(name)));
        if (!isFolder && _folders.ContainsKey(name)) throw Both(name);
    }

    /// <summary>Refuses a link that leads out of the archive; links that stay inside are not followed either.</summary>
    /// <param name="name">The link.</param>
    /// <param name="target">Where it leads: from the link's folder for a symbolic link, from the root for a hard one.</param>
    /// <param name="isHard">A hard link.</param>
    /// <exception cref="AdversaException">ADV3030.</exception>
    public void CheckLink(string name, string target, bool isHard)
    {
        var depth = isHard ? 0 : name.Count(c => c == '/');
        var leaves = target.Length == 0 || target[0] == '/' || target.AsSpan().ContainsAny('\\', '\0') || HasDrive(target);
        foreach (var part in target.Split('/'))
        {
            if (part is "" or ".") continue;
            depth += part == ".." ? -1 : 1;
            leaves |= depth < 0;
        }

        if (leaves) throw archive.Refused(Words.LinkLeadsOut(Short(name), Short(target)));
    }

    /// <summary>Whether an entry is left out without a word: hidden, or what a Mac adds.</summary>
    /// <param name="name">A checked name.</param>
    public static bool IsHidden(string name) => name[0] == '.' || name.Contains("/.", StringComparison.Ordinal) || name.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>The beginning of a name, for messages.</summary>
    public static string Short(string name) => name.Length <= Shown ? name : name[..Shown] + "…";

    private void AddFolder(string name)
    {
        if (name == _parent) return;
        for (var end = name.IndexOf('/', StringComparison.Ordinal); ; end = name.IndexOf('/', end + 1))
        {
            var folder = end < 0 ? name : name[..end];
            if (_files.Contains(folder)) throw Both(folder);
            if (!_folders.TryAdd(folder, folder) && _folders[folder] != folder) throw archive.Refused(
                Words.FoldersDifferInUpperAndLower(Short(folder), Short(_folders[folder])));
            if (end < 0) break;
        }

        _parent = name;
    }

    private AdversaException Both(string name) =>
        archive.Refused(Words.IsFileAndFolderAtOnce(Short(name)));

    private static Text? Fault(string name)
    {
        if (name.Length == 0) return Words.HasEmptyName;
        if (name.AsSpan().ContainsAny('\\', '\0')) return Words.HasBackslashOrNULInName;
        if (name[0] == '/' || HasDrive(name)) return Words.HasAbsoluteName;
        if (Encoding.UTF8.GetByteCount(name) > MostPath) return Words.HasNameOfMoreThanBytes(MostPath);
        var depth = 0;
        foreach (var range in name.AsSpan().Split('/'))
        {
            var part = name.AsSpan(range);
            if (part is "" or "." or "..") return Words.HasPartInName(part.ToString());
            if (Encoding.UTF8.GetByteCount(part) > MostComponent) return Words.HasPartOfMoreThanBytes(MostComponent);
            if (++depth > MostDepth + 1) return Words.LiesMoreThanFoldersDeep(MostDepth);
        }

        return null;
    }

    private static bool HasDrive(string name) => name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]);
}
