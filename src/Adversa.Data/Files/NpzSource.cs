namespace Adversa.Data;

/// <summary>Pictures or points with labels from a <c>.npz</c> archive of NumPy arrays.</summary>
internal static class NpzSource
{
    private const long MostBytes = 2_000_000_000;

    private static readonly string[] TrainSamples = ["x_train", "train_images", "images", "x", "data", "arr_0"], TestSamples = ["x_test", "test_images", "images", "x", "data", "arr_0"];
    private static readonly string[] TrainLabels = ["y_train", "train_labels", "labels", "y", "arr_1"], TestLabels = ["y_test", "test_labels", "labels", "y", "arr_1"];

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The archive, or a folder of npy files.</param>
    /// <param name="split">Which pair of arrays, where there are two.</param>
    /// <exception cref="AdversaException">ADV3003: an array is missing, damaged, of another shape or type, or the labels do not belong; ADV3030: the archive is refused.</exception>
    public static NpySource Open(string path, Split split)
    {
        using var tree = FileTree.Open(path);
        var samples = Find(tree, split == Split.Train ? TrainSamples : TestSamples) ?? throw NpyHeader.Refused(path,
            $"it holds {string.Join(", ", tree.Files.Select(file => file.Name))}; one of {string.Join(", ", TrainSamples)} was expected", $"contiene {string.Join(", ", tree.Files.Select(file => file.Name))}; se esperaba uno de {string.Join(", ", TrainSamples)}");
        var file = NpyFile.Parse(tree.Read(samples, MostBytes), $"{tree.Name}/{samples.Name}");
        var labels = Find(tree, split == Split.Train ? TrainLabels : TestLabels) is { } found ? NpyFile.Parse(tree.Read(found, MostBytes), $"{tree.Name}/{found.Name}") : null;
        return NpySource.Of(path, file, labels);
    }

    /// <summary>Whether a tree is what <c>numpy.savez</c> writes: npy files and nothing else.</summary>
    public static bool IsNpz(IFileTree tree) => tree.Files.Count > 0 && tree.Files.All(file => file.Name.EndsWith(".npy", StringComparison.Ordinal));

    private static TreeFile? Find(IFileTree tree, string[] names) =>
        names.Select(name => tree.Files.FirstOrDefault(file => file.Name == name + ".npy")).FirstOrDefault(file => file is not null);
}
