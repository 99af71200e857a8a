using System.Security.Cryptography;
using System.Text;
using Adversa.Data.Files;
using Adversa.Data.Names;
using Adversa.Formats.Pickle;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Cifar;

/// <summary>CIFAR-10 and CIFAR-100 as their author published them: binary batches, or batches pickled for Python; in a folder or an archive.</summary>
/// <remarks>Krizhevsky, 2009, "Learning Multiple Layers of Features from Tiny Images". Pictures of 32x32x3, all in memory as bytes. Pickles are read as data by <see cref="PickleReader"/>, never run.</remarks>
public sealed class CifarSource : ISampleSource
{
    private const int Side = 32, PixelBytesOf = 3 * Side * Side;
    private const long MostBytes = 256_000_000;

    private readonly byte[] _pixels;
    private readonly int[] _labels;

    private CifarSource(string name, byte[] pixels, byte[] labels, int classes, IReadOnlyList<string> names)
    {
        (Name, _pixels) = (name, pixels);
        Count = labels.Length;
        (ClassNames, _labels) = ClassList.OfNumbers([.. labels.Select(label => (int)label)], names);
        if (ClassNames.Count < classes) classes = ClassNames.Count;
        Schema = new(FieldKind.Image, 3, Side, Side, classes);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes($"cifar {classes} {Count} "), .. SHA256.HashData(pixels), .. SHA256.HashData(labels)]));
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
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Opens the batches of a part.</summary>
    /// <param name="path">A folder or an archive that holds <c>data_batch_1</c>, or for CIFAR-100 <c>train</c>.</param>
    /// <param name="split">Training or test batches.</param>
    /// <exception cref="AdversaException">ADV3040: a batch is damaged, or there is none; ADV3041: a pickle holds what is not read; ADV3007, ADV303x: the file or archive cannot be read.</exception>
    public static CifarSource Open(string path, Split split = Split.Train)
    {
        using var tree = FileTree.Open(path);
        return Open(tree, split);
    }

    /// <summary>Whether a tree holds batches of CIFAR.</summary>
    internal static bool IsCifar(IFileTree tree) => CifarLayout.Find(tree, Split.Train) is not null;

    internal static CifarSource Open(IFileTree tree, Split split)
    {
        var layout = CifarLayout.Find(tree, split);
        if (layout is not { Files.Count: > 0 }) throw DataError.Of(layout is null ? DataError.Cifar : DataError.NoPart,
            Words.HoldsNoBatchOfCIFAR(tree.Path, split == Split.Train ? Words.Training : Words.Test));
        using var pixels = new MemoryStream();
        using var labels = new MemoryStream();
        foreach (var file in layout.Files)
        {
            var bytes = tree.Read(file, MostBytes);
            if (layout.IsPickled) ReadPickle(bytes, file.Name, layout, pixels, labels);
            else ReadBinary(bytes, file.Name, layout, pixels, labels);
        }

        return new(tree.Name, pixels.ToArray(), labels.ToArray(), layout.Classes, Names(tree, layout));
    }

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (row.Has(Field.Image)) PixelBytes.ToFloats(_pixels.AsSpan(checked((int)index * PixelBytesOf), PixelBytesOf), row.Floats(Field.Image));       // planes of red, green, blue: our own order
        row.Label = _labels[index];
    }

    private static void ReadBinary(byte[] bytes, string name, CifarLayout layout, MemoryStream pixels, MemoryStream labels)
    {
        var row = layout.LabelBytes + PixelBytesOf;
        if (bytes.Length == 0 || bytes.Length % row != 0) throw Damaged(name, Words.HasBytesIsNoWholeNumber(bytes.Length, row));
        for (var at = 0; at < bytes.Length; at += row)
        {
            Add(labels, bytes[at + layout.LabelBytes - 1], at / row, name, layout);
            pixels.Write(bytes, at + layout.LabelBytes, PixelBytesOf);
        }
    }

    private static void ReadPickle(byte[] bytes, string name, CifarLayout layout, MemoryStream pixels, MemoryStream labels)
    {
        if (PickleReader.Read(bytes, name, new NumpyGlobals()) is not PickleDict batch
            || batch.Find("data") is not PickleArray { Kind: "u1", Shape: [var rows, PixelBytesOf] } data
            || batch.Find(layout.Classes == 10 ? "labels" : "fine_labels") is not PickleList list || list.Items.Count != rows || rows == 0)
            throw Damaged(name, Words.IsNoDictionaryWithDataByte);
        for (var i = 0; i < list.Items.Count; i++) Add(labels, list.Items[i] is PickleInt label ? label.Value : -1, i, name, layout);
        pixels.Write(data.Data.Span);
    }

    private static void Add(MemoryStream labels, long label, int row, string name, CifarLayout layout)
    {
        if (label < 0 || label >= layout.Classes) throw Damaged(name, Words.LabelOfRow(row, label, layout.Classes - 1));
        labels.WriteByte((byte)label);
    }

    private static IReadOnlyList<string> Names(IFileTree tree, CifarLayout layout)
    {
        if (layout.Meta is not { } meta) return [];
        var bytes = tree.Read(meta, 1_000_000);
        IReadOnlyList<string> names = !layout.IsPickled ? [.. Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : PickleReader.Read(bytes, meta.Name, new NumpyGlobals()) is PickleDict dict && dict.Find(layout.Classes == 10 ? "label_names" : "fine_label_names") is PickleList list
                ? [.. list.Items.Select(item => PickleDict.TextOf(item) ?? "")] : [];
        return names.Count == layout.Classes ? names : throw Damaged(meta.Name, Words.NamesClassesExpected(names.Count, layout.Classes));
    }

    private static AdversaException Damaged(string name, Text text) => DataError.Of(DataError.Cifar,
        Words.IsNoSoundBatchOfCIFAR(name, text));
}
