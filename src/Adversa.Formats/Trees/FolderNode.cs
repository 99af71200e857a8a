namespace Adversa.Formats.Trees;

/// <summary>A folder that holds pictures, here or further down.</summary>
/// <param name="path">From the tree's root, with a slash at its end; empty for the root.</param>
public sealed class FolderNode(string path)
{
    private readonly Dictionary<string, FolderNode> _children = new(StringComparer.Ordinal);

    /// <summary>From the tree's root, with a slash at its end; empty for the root.</summary>
    public string Path => path;

    /// <summary>Its own name.</summary>
    public string Name => Path.Length == 0 ? "" : ComposedName.Of(Path[(Path.LastIndexOf('/', Path.Length - 2) + 1)..^1]);

    /// <summary>Pictures that lie in it and in no folder of it.</summary>
    public int Loose { get; private set; }

    /// <summary>Pictures in it and below.</summary>
    public int Count { get; private set; }

    /// <summary>The folders in it, in byte order.</summary>
    public IReadOnlyList<FolderNode> Children => [.. _children.Values.OrderBy(child => child.Path, NameOrder.Instance)];

    /// <summary>The names of the folders in it.</summary>
    public IEnumerable<string> Names => _children.Keys.Select(ComposedName.Of);

    /// <summary>Puts pictures into their folders.</summary>
    /// <param name="pictures">All of them.</param>
    public static FolderNode Of(IEnumerable<TreeFile> pictures)
    {
        var root = new FolderNode("");
        foreach (var picture in pictures)
        {
            var (node, start) = (root, 0);
            node.Count++;
            for (int slash; (slash = picture.Name.IndexOf('/', start)) >= 0; start = slash + 1)
            {
                var name = picture.Name[start..slash];
                if (!node._children.TryGetValue(name, out var child)) node._children[name] = child = new(picture.Name[..(slash + 1)]);
                node = child;
                node.Count++;
            }

            node.Loose++;
        }

        return root;
    }
}
