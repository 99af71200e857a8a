namespace Adversa.Formats.Trees;

/// <summary>Why an entry of a folder or an archive is left out.</summary>
internal enum SkipKind
{
    /// <summary>A link; links are not followed.</summary>
    Link,

    /// <summary>A pipe, socket or device.</summary>
    Special,

    /// <summary>A folder too deep.</summary>
    Deep,

    /// <summary>A folder that a system made for itself, such as the thumbnails of a disk station.</summary>
    System,

    /// <summary>A name that is not UTF-8, under which nothing can be opened.</summary>
    Name,
}

/// <summary>Counts what was left out of a tree and keeps one example of each kind.</summary>
internal sealed class TreeSkips
{
    private static readonly HashSet<string> Systems = new(StringComparer.OrdinalIgnoreCase)
    {
        "@eaDir", "#recycle", "#snapshot", "@Recycle", "@Recently-Snapshot", "$RECYCLE.BIN", "RECYCLER", "System Volume Information", "lost+found", "__MACOSX", "__pycache__",
    };

    private readonly SortedDictionary<SkipKind, (long Count, string Example)> _kinds = [];
    private readonly HashSet<string> _systems = new(StringComparer.Ordinal);

    /// <summary>How many entries.</summary>
    public long Count => _kinds.Values.Sum(kind => kind.Count);

    /// <summary>What was left out and why, a sentence for each kind.</summary>
    public IReadOnlyList<Text> Notes => [.. _kinds.Select(pair => Sentence(pair.Key, pair.Value.Count, pair.Value.Example))];

    /// <summary>Whether a folder of this name is a system's own.</summary>
    /// <param name="name">A folder's own name.</param>
    public static bool IsSystem(string name) => Systems.Contains(name);

    /// <summary>Counts an entry.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="name">Its name, relative to the root.</param>
    public void Add(SkipKind kind, string name) =>
        _kinds[kind] = _kinds.TryGetValue(kind, out var known) ? (known.Count + 1, NameOrder.Instance.Compare(name, known.Example) < 0 ? name : known.Example) : (1, name);

    /// <summary>Counts the system's folder that an entry of an archive lies in, once for each folder.</summary>
    /// <param name="name">The entry.</param>
    /// <returns>Whether it lies in one.</returns>
    public bool AddSystem(string name)
    {
        for (int start = 0, slash; (slash = name.IndexOf('/', start)) >= 0; start = slash + 1)
        {
            if (!IsSystem(name[start..slash])) continue;
            if (_systems.Add(name[..slash])) Add(SkipKind.System, name[..slash]);
            return true;
        }

        return false;
    }

    private static Text Sentence(SkipKind kind, long count, string example) => Printed(kind switch
    {
        SkipKind.Link => Words.LinksAreNotFollowed(count, example),
        SkipKind.Special => Words.PipesSocketsAndDevicesAreNot(count, example),
        SkipKind.Deep => Words.FoldersTooDeep(count, example),
        SkipKind.System => Words.FoldersSystemKeepsForItself(count, example),
        _ => Words.NamesAreNotUTFCannot(count, example),
    });

    private static Text Printed(Text text) => text.Each(DataError.Printable);
}
