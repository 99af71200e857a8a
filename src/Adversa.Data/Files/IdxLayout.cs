using System.Text.RegularExpressions;

namespace Adversa.Data;

/// <summary>The files of one set in MNIST's format: as published, as Kaggle lays each into a folder of its own name, as torchvision keeps them in <c>MNIST/raw</c>; plain or with <c>.gz</c>.</summary>
/// <param name="Folder">Where they are, with a slash at the end; empty for the root.</param>
/// <param name="Set">What their names begin with before <c>train</c> or <c>t10k</c>; mostly nothing.</param>
/// <param name="Files">Each file by its part and by what it holds.</param>
internal sealed partial record IdxLayout(string Folder, string Set, IReadOnlyDictionary<(Split Part, bool IsLabels), TreeFile> Files)
{
    /// <summary>Finds the sets of a tree that have pictures: those in its root, else those in its folders.</summary>
    /// <param name="tree">The tree.</param>
    public static IReadOnlyList<IdxLayout> Find(IFileTree tree)
    {
        var named = from file in tree.Files
                    let match = Name().Match(BaseOf(file.Name))
                    where match.Success
                    let key = (Folder: FolderOf(file.Name), Set: match.Groups["set"].Value)
                    group (File: file, Role: (Part: match.Groups["train"].Success ? Split.Train : Split.Test, IsLabels: match.Groups["labels"].Success)) by key;
        List<IdxLayout> all = [.. named.Select(set => new IdxLayout(set.Key.Folder, set.Key.Set, set.GroupBy(one => one.Role).ToDictionary(
            role => role.Key, role => role.Select(one => one.File).MinBy(file => (file.Name.Count(c => c == '/'), IsPacked(file.Name)))!))).Where(set => set.Files.Keys.Any(role => !role.IsLabels))];
        return all.Exists(set => set.Folder.Length == 0) ? [.. all.Where(set => set.Folder.Length == 0)] : all;
    }

    /// <summary>The name of the labels that belong to a file of pictures, without <c>.gz</c>; null when its name does not say.</summary>
    /// <param name="images">A file's name without folders.</param>
    public static string? LabelsOf(string images)
    {
        var name = BaseOf(images);
        return Name().Match(name) is { Success: true } match && match.Groups["images"] is { Success: true } what
            ? name[..what.Index] + (what.Value[0] == 'I' ? "Labels" : "labels") + name[(what.Index + what.Length)..].Replace("idx3", "idx1", StringComparison.OrdinalIgnoreCase) : null;
    }

    /// <summary>A file's own name without folders and <c>.gz</c>.</summary>
    public static string BaseOf(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        return IsPacked(name) ? name[..^3] : name;
    }

    private static bool IsPacked(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of a file; one that is named like such a file does not count.</summary>
    private static string FolderOf(string file)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        return folder.Length > 0 && Name().IsMatch(BaseOf(folder[..^1])) ? folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)] : folder;
    }

    [GeneratedRegex(@"^(?<set>.*?)((?<train>train(ing)?)|(?<test>t10k|test(ing)?))[-_. ]((?<images>images?)|(?<labels>labels?))[-_. ]?idx[13][-_. ]ubyte$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
