using Adversa.Formats.Trees;

namespace Adversa.Data.Cifar;

/// <summary>Which files of a tree are CIFAR's batches, and how their rows begin.</summary>
/// <param name="Folder">Where they are, with a slash at the end; empty for the root.</param>
/// <param name="Files">The batches of one part, in order.</param>
/// <param name="Meta">The file with the names of the classes, or null.</param>
/// <param name="IsPickled">Whether they are pickled for Python; else binary.</param>
/// <param name="LabelBytes">Bytes before the pixels of a binary row: 1, or 2 of which the second is the fine class of CIFAR-100.</param>
/// <param name="Classes">10 or 100.</param>
internal sealed record CifarLayout(string Folder, IReadOnlyList<TreeFile> Files, TreeFile? Meta, bool IsPickled, int LabelBytes, int Classes)
{
    private static readonly string[] TenTrain = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}")];

    /// <summary>Finds the batches of a part; null when the tree is none of CIFAR's.</summary>
    /// <param name="tree">The tree; the batches may lie in a folder of it.</param>
    /// <param name="split">Which part.</param>
    public static CifarLayout? Find(IFileTree tree, Split split)
    {
        var files = tree.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        foreach (var first in tree.Files.Where(file => BaseOf(file.Name) is "data_batch_1" or "data_batch_1.bin" or "train" or "train.bin" or "test_batch" or "test_batch.bin"))
        {
            var folder = first.Name[..(first.Name.LastIndexOf('/') + 1)];
            var (isPickled, isTen) = (!first.Name.EndsWith(".bin", StringComparison.Ordinal), BaseOf(first.Name).Contains("batch", StringComparison.Ordinal));
            string[] wanted = (isTen, split) switch
            {
                (true, Split.Train) => TenTrain,
                (true, _) => ["test_batch"],
                (false, Split.Train) => ["train"],
                _ => ["test"],
            };
            TreeFile? Named(string name) => files.GetValueOrDefault(folder + name);
            if (!isTen && (isPickled ? Named("meta") : Named("fine_label_names.txt")) is null) continue;      // any folder may hold a file called train
            var batches = wanted.Select(name => Named(isPickled ? name : name + ".bin")).OfType<TreeFile>().ToList();
            var meta = isTen ? Named(isPickled ? "batches.meta" : "batches.meta.txt") : Named(isPickled ? "meta" : "fine_label_names.txt");
            return new(folder, batches, meta, isPickled, isTen ? 1 : 2, isTen ? 10 : 100);
        }

        return null;
    }

    private static string BaseOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
