using System.Text.RegularExpressions;
using Adversa.Data.Names;
using Adversa.Formats.Trees;

namespace Adversa.Data.Files;

/// <summary>The files of one set in MNIST's format: as published, as Kaggle lays each into a folder of its own name, as torchvision keeps them in <c>MNIST/raw</c>, sorted into <c>train</c> and <c>test</c>; plain or with <c>.gz</c>.</summary>
/// <param name="Folder">Where they are, with a slash at the end; empty for the root.</param>
/// <param name="Set">What their names hold before <c>train</c> or <c>t10k</c>, and the number that a browser gives a second download, which may be of another set; mostly nothing.</param>
/// <param name="Files">Each file by its part and by what it holds.</param>
internal sealed partial record IdxLayout(string Folder, string Set, IReadOnlyDictionary<(Split Part, bool IsLabels), TreeFile> Files)
{
    /// <summary>Finds the sets of a tree that have pictures: those in its root, else those in its folders.</summary>
    /// <param name="tree">The tree.</param>
    public static IReadOnlyList<IdxLayout> Find(IFileTree tree)
    {
        var named = from file in tree.Files
                    let role = RoleOf(file.Name)
                    where role is not null
                    group (File: file, Role: (role.Value.Part, role.Value.IsLabels)) by (Folder: FolderOf(file.Name, role.Value.Part), role.Value.Set);
        List<IdxLayout> all = [.. named.Select(set => new IdxLayout(set.Key.Folder, set.Key.Set, set.GroupBy(one => one.Role).ToDictionary(
            role => role.Key, role => role.Select(one => one.File).MinBy(file => (file.Name.Count(c => c == '/'), IsPacked(file.Name)))!))).Where(set => set.Files.Keys.Any(role => !role.IsLabels))];
        return all.Exists(set => set.Folder.Length == 0) ? [.. all.Where(set => set.Folder.Length == 0)] : all;
    }

    /// <summary>The labels that belong to a file of pictures: in its folder, or in a folder of their own name beside its, as Kaggle lays them; null when there are none.</summary>
    /// <param name="images">The path of the pictures.</param>
    public static string? LabelsBeside(string images)
    {
        if (RoleOf(images) is not { IsLabels: false } role) return null;
        var all = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden };
        var folder = Path.GetDirectoryName(Path.GetFullPath(images))!;
        IEnumerable<string> folders = RoleOf(folder) is not null && Path.GetDirectoryName(folder) is { } around ? [folder, .. Directory.EnumerateDirectories(around, "*", all).Where(beside => RoleOf(beside) is not null)] : [folder];
        return folders.SelectMany(one => Directory.EnumerateFiles(one, "*", all)).Where(file => RoleOf(file) == role with { IsLabels = true }).MinBy(file => (IsPacked(file), file));
    }

    /// <summary>What a name says of a file; null for one of another kind.</summary>
    private static (string Set, Split Part, bool IsLabels)? RoleOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Name().Match(IsPacked(name) ? name[..^3] : name) is not { Success: true } match ? null
            : ((match.Groups["set"].Value + match.Groups["copy"].Value).ToLowerInvariant(), match.Groups["train"].Success ? Split.Train : Split.Test, match.Groups["labels"].Success);
    }

    private static bool IsPacked(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of a file; one that is named like such a file, or like the part that the file belongs to, does not count.</summary>
    private static string FolderOf(string file, Split part)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        while (folder.Length > 0 && (RoleOf(folder[..^1]) is not null || IsPart(SplitName.Of(folder[(folder.LastIndexOf('/', folder.Length - 2) + 1)..^1]), part))) folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
        return folder;
    }

    private static bool IsPart(SplitName name, Split part) => name.Rest.Length == 0 && (part == Split.Train ? name.Word == SplitWord.Train : name.IsTest);

    [GeneratedRegex(@"^(?<set>.*?)((?<train>train(ing)?)|(?<test>t10k|test(ing)?))[-_. ]((?<images>images?)|(?<labels>labels?))[-_. ]?idx([13]([-_. ]?ubyte)?)?(\.idx)?(?<copy> ?\(\d+\)| \d+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
