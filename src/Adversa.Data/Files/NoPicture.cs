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
    /// <param name="counts">What was counted in it.</param>
    public static AdversaException In(IFileTree tree, string counts)
    {
        var (data, packed) = (Ending(tree, Data), Ending(tree, Packed).Where(file => !Data.Any(ending => Has(file, ending))).ToList());
        var (english, spanish) = data.Count > 0 && tree is FolderTree
            ? ($" It holds data that can be opened itself: {Names(data)}. Name it: --data {Path.Join(tree.Path, data[0].Name)}.", $" Contiene datos que se pueden abrir: {Names(data)}. Indíquelos: --data {Path.Join(tree.Path, data[0].Name)}.")
            : data.Count + packed.Count > 0
            ? ($" It holds archives: {Names([.. data, .. packed])}. Unpack them first; archives within archives and folders are not opened.", $" Contiene archivos comprimidos: {Names([.. data, .. packed])}. Descomprímalos antes; no se abren los que están dentro de otros o de carpetas.")
            : ("", "");
        return DataError.Of(DataError.Empty,
            $"{tree.Path} holds no picture {counts}. PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF and PNM are read.{english}{string.Concat(tree.Notes.Select(note => $" {note.English}"))}",
            $"{tree.Path} no contiene ninguna imagen {counts}. Se leen PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF y PNM.{spanish}{string.Concat(tree.Notes.Select(note => $" {note.Spanish}"))}");
    }

    private static List<TreeFile> Ending(IFileTree tree, string[] endings) => [.. tree.Files.Where(file => endings.Any(ending => Has(file, ending)))];

    private static bool Has(TreeFile file, string ending) => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Names(List<TreeFile> files) => Amount.Listed([.. files.Select(file => file.Shown)], Named);
}
