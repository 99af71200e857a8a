using System.Security.Cryptography;
using Adversa.Data.Names;
using Adversa.Formats.Arrays;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Files;

/// <summary>Grey pictures in the idx format of MNIST, with labels where there are some; all in memory as bytes.</summary>
public sealed class IdxSource : ISampleSource
{
    private const long MostBytes = 2_000_000_000;

    private readonly ArraySegment<byte> _images;
    private readonly int[]? _labels;

    private IdxSource(string name, IdxFile images, IdxFile? labels)
    {
        Name = name;
        if (labels is null) Notes = [Words.NoLabelsFoundSoAreNo(images.Name)];
        _images = images.Data;
        Count = images.Shape[0];
        if (labels is not null && labels.Shape[0] != Count) throw DataError.Of(DataError.Idx,
            Words.HoldsLabelsThatDoNotFit(images.Name, Words.Pictures(Count), labels.Name, Words.Labels(labels.Shape[0])));
        if (labels is not null) (ClassNames, _labels) = ClassList.OfNumbers([.. labels.Data.Select(label => (int)label)]);
        var classes = ClassNames.Count;
        Schema = new(FieldKind.Image, 1, images.Shape[1], images.Shape[2], classes);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes($"idx {Count} {Schema} {classes} "));
        hash.AppendData(images.Data);
        if (labels is not null) hash.AppendData(labels.Data);
        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes { get; } = [];

    /// <summary>Opens the files of MNIST in a folder or an archive, or one file of pictures.</summary>
    /// <remarks>They are <c>train-images-idx3-ubyte</c> and, optionally, <c>train-labels-idx1-ubyte</c> (<c>t10k-</c> or <c>test-</c> for the test split), plain or
    /// with <c>.gz</c>, in whatever folder: <see cref="IdxLayout"/>. Beside a single file <c>X-images-idx3-ubyte</c>, or the folder that Kaggle lays it into, <c>X-labels-idx1-ubyte</c> is used when it is there.</remarks>
    /// <param name="path">The folder, archive or file.</param>
    /// <param name="split">Which pair of files; a single file ignores it.</param>
    /// <exception cref="AdversaException">ADV3002: a file is damaged or does not belong; ADV3007: it cannot be read; ADV3042: there are no such files; ADV3047: there are several sets.</exception>
    public static IdxSource Open(string path, Split split = Split.Train)
    {
        if (!Directory.Exists(path) && FileBytes.Head(path, TarHeader.Block) is var head && !ZipTree.IsZip(head) && !FileTree.IsTar(path, head))
            return new(NameOf(path), IdxFile.Read(path, 3), LabelsBeside(path));
        using var tree = FileTree.Open(path);
        return Open(tree, split);
    }

    /// <summary>Opens a set in a tree; the tree is no longer needed then.</summary>
    internal static IdxSource Open(IFileTree tree, Split split)
    {
        var prefix = split == Split.Test ? "t10k" : "train";
        var sets = IdxLayout.Find(tree);
        if (sets.Count == 0 && tree is FolderTree && Existing(Path.Join(tree.Path, $"{prefix}-images-idx3-ubyte")) is { } linked) return Open(linked);
        if (sets.Count > 1) throw Several(tree, sets);
        if (sets is not [{ } set] || !set.Files.TryGetValue((split, false), out var images)) throw DataError.Of(DataError.NoPart,
            Words.HoldsNoImagesIdx3Ubyte(tree.Path, prefix));
        IdxFile Read(TreeFile file, int dimensions) => IdxFile.Of(tree.Read(file, MostBytes), Path.Join(tree.Path, file.Name), dimensions);
        return new(tree.Name, Read(images, 3), set.Files.TryGetValue((split, true), out var labels) ? Read(labels, 1) : tree is FolderTree ? LabelsBeside(Path.Join(tree.Path, images.Name)) : null);
    }

    /// <summary>Whether MNIST's files are linked into a folder, as published: files that the user has named so may be links, as a file that is named itself.</summary>
    internal static bool IsLinkedFolder(string folder) => Existing(Path.Join(folder, "train-images-idx3-ubyte")) is not null || Existing(Path.Join(folder, "t10k-images-idx3-ubyte")) is not null;

    private static AdversaException Several(IFileTree tree, IReadOnlyList<IdxLayout> sets)
    {
        var names = string.Join(", ", sets.Select(set => set.Folder + set.Set + (set.Set.Length > 0 ? "…" : "")));
        var set = sets.FirstOrDefault(set => set.Files.ContainsKey((Split.Train, false))) ?? sets[0];
        var file = set.Files.OrderBy(pair => pair.Key).First(pair => !pair.Key.IsLabels).Value.Name;
        var one = Path.Join(tree.Path, sets.Select(set => set.Folder).Distinct(StringComparer.Ordinal).Count() == sets.Count ? set.Folder.TrimEnd('/') : file);
        return DataError.Of(DataError.TwoReadings,
            Words.HoldsSetsInMNISTsFormat(tree.Path, sets.Count, names, tree is FolderTree ? Words.NameOneOfThem(one) : Words.UnpackArchiveAndNameOne));
    }

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (row.Has(Field.Image)) PixelBytes.ToFloats(_images.AsSpan((int)index * Schema.Values, Schema.Values), row.Floats(Field.Image));
        if (_labels is not null) row.Label = _labels[(int)index];
    }

    private static IdxFile? LabelsBeside(string images) => IdxLayout.LabelsBeside(images) is { } labels ? IdxFile.Read(labels, 1) : null;

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static string? Existing(string path) => File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : null;
}
