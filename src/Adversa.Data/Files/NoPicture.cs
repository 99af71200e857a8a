using Adversa.Formats.Trees;

namespace Adversa.Data.Files;

/// <summary>The error of a tree without pictures: what it holds instead, and what to do with that.</summary>
public static class NoPicture
{
    private const int Named = 3;

    private static readonly string[] Data = [".zip", ".tar", ".tar.gz", ".tgz", ".npy", ".npz", ".safetensors"];
    private static readonly string[] Packed = [".tar.bz2", ".tbz2", ".bz2", ".tar.xz", ".txz", ".xz", ".tar.zst", ".zst", ".7z", ".rar", ".npy.gz", ".gz"];

    /// <summary>The error.</summary>
    /// <param name="tree">What was opened.</param>
    /// <param name="counts">What was counted in it, in parentheses behind a space; empty where nothing was.</param>
    public static AdversaException In(IFileTree tree, string counts)
    {
        var (data, packed) = (Ending(tree, Data), Ending(tree, Packed).Where(file => !Data.Any(ending => Has(file, ending))).ToList());
        var text = data.Count > 0 && tree is FolderTree ? Words.HoldsDataCanBeOpenedItself(Names(data), Path.Join(tree.Path, data[0].Name)) : data.Count + packed.Count > 0 ? Words.HoldsArchivesUnpackThemFirst(Names([.. data, .. packed])) : Text.None;
        return DataError.Of(DataError.Empty, Words.HoldsNoPicture(tree.Path, counts, text, Text.Join("", tree.Notes.Select(note => note.Each(words => " " + words)))));
    }

    private static List<TreeFile> Ending(IFileTree tree, string[] endings) => [.. tree.Files.Where(file => endings.Any(ending => Has(file, ending)))];

    private static bool Has(TreeFile file, string ending) => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Names(List<TreeFile> files) => Amount.Listed([.. files.Select(file => file.Shown)], Named);
}
