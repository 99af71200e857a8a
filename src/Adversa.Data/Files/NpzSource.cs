using Adversa.Formats.Arrays;
using Adversa.Formats.Trees;

namespace Adversa.Data.Files;

/// <summary>Pictures or points with labels from a <c>.npz</c> archive of NumPy arrays.</summary>
internal static class NpzSource
{
    private const string Ending = ".npy";
    private const long MostBytes = 2_000_000_000;

    private static readonly string[] TrainSamples = ["x_train", "train_images", "images", "x", "data", "arr_0"], TestSamples = ["x_test", "test_images", "images", "x", "data", "arr_0"];
    private static readonly string[] TrainLabels = ["y_train", "train_labels", "labels", "y", "arr_1"], TestLabels = ["y_test", "test_labels", "labels", "y", "arr_1"];

    /// <summary>Names that others give to labels, and to other answers as well: taken when they are whole numbers, one for each sample.</summary>
    private static readonly string[] Targets = ["label", "targets", "target", "class", "classes"];

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The archive, or a folder of npy files.</param>
    /// <param name="split">Which pair of arrays, where there are two.</param>
    /// <exception cref="AdversaException">ADV3003: an array is missing, damaged, of another shape or type, or the labels do not belong; ADV3030: the archive is refused.</exception>
    public static NpySource Open(string path, Split split)
    {
        using var tree = FileTree.Open(path);
        if (split == Split.Test && Find(tree, TestSamples) is null && Find(tree, TrainSamples) is not null) throw DataError.Of(DataError.NoPart,
            Words.HoldsNoArrayToTest(path, string.Join(", ", TestSamples)));
        var samples = Find(tree, split == Split.Train ? TrainSamples : TestSamples) ?? throw NpyHeader.Refused(path,
            Words.HoldsWrongArrays(string.Join(", ", tree.Files.Select(file => file.Name)), string.Join(", ", TrainSamples)));
        var file = NpyFile.Parse(tree.Read(samples, MostBytes), $"{tree.Name}/{samples.Name}");
        var names = split == Split.Train ? TrainLabels : TestLabels;
        if (Find(tree, names) is { } found) return NpySource.Of(path, file, NpyFile.Parse(tree.Read(found, MostBytes), $"{tree.Name}/{found.Name}"), []);
        if (Find(tree, Targets) is { } targets && NpyFile.Parse(tree.Read(targets, MostBytes), $"{tree.Name}/{targets.Name}") is var answers && AreLabels(answers, file)) return NpySource.Of(path, file, answers, []);
        var unused = string.Join(", ", tree.Files.Where(other => other != samples).Select(other => other.Name[..^Ending.Length]));
        var known = string.Join(", ", names.Concat(Targets));
        return NpySource.Of(path, file, null, unused.Length == 0 ? [] : [Words.HasNoLabels(tree.Name, unused, known)]);
    }

    private static bool AreLabels(NpyFile answers, NpyFile samples) =>
        answers.Type is not (NpyType.Float32 or NpyType.Float64) && samples.Shape.Count > 0 && answers.Length == samples.Shape[0] && answers.Shape is [_] or [_, 1] && Enumerable.Range(0, answers.Length).All(i => answers.At(i) >= 0);

    /// <summary>Whether a tree is what <c>numpy.savez</c> writes: npy files and nothing else.</summary>
    public static bool IsNpz(IFileTree tree) => tree.Files.Count > 0 && tree.Files.All(file => file.Name.EndsWith(Ending, StringComparison.Ordinal));

    private static TreeFile? Find(IFileTree tree, string[] names) =>
        names.Select(name => tree.Files.FirstOrDefault(file => file.Name.Equals(name + Ending, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(file => file is not null);
}
