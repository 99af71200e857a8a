using System.Security.Cryptography;

namespace Adversa.Data;

/// <summary>Grey pictures in the idx format of MNIST, with labels where there are some; all in memory as bytes.</summary>
public sealed class IdxSource : ISampleSource
{
    private readonly ArraySegment<byte> _images;
    private readonly int[]? _labels;

    private IdxSource(string name, IdxFile images, IdxFile? labels)
    {
        Name = name;
        _images = images.Data;
        Count = images.Shape[0];
        if (labels is not null && labels.Shape[0] != Count) throw DataError.Of(DataError.Idx,
            $"{images.Name} holds {Count} pictures but {labels.Name} {labels.Shape[0]} labels. Use files that belong together.",
            $"{images.Name} contiene {Count} imágenes pero {labels.Name} {labels.Shape[0]} etiquetas. Use archivos que se correspondan.");
        if (labels is not null) (ClassNames, _labels) = ClassList.OfNumbers([.. labels.Data.Select(label => (int)label)]);
        var classes = ClassNames.Count;
        Schema = new(SampleKind.Image, 1, images.Shape[1], images.Shape[2], classes);

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

    /// <summary>Opens a folder in MNIST's layout, or one file of pictures.</summary>
    /// <remarks>A folder holds <c>train-images-idx3-ubyte</c> and, optionally, <c>train-labels-idx1-ubyte</c> (<c>t10k-</c> for the test split), plain or
    /// with <c>.gz</c>. Beside a single file <c>X-images-idx3-ubyte</c>, <c>X-labels-idx1-ubyte</c> is used when it is there.</remarks>
    /// <param name="path">The folder or file.</param>
    /// <param name="split">Which pair of files of a folder; a single file ignores it.</param>
    /// <exception cref="AdversaException">ADV3002: a file is damaged or does not belong; ADV3007: it cannot be read.</exception>
    public static IdxSource Open(string path, Split split = Split.Train)
    {
        var images = path;
        if (Directory.Exists(path))
        {
            var prefix = split == Split.Test ? "t10k" : "train";
            images = Existing(Path.Join(path, $"{prefix}-images-idx3-ubyte")) ?? throw DataError.Of(DataError.NoPart,
                $"{path} holds no {prefix}-images-idx3-ubyte or {prefix}-images-idx3-ubyte.gz. Put it there, or name a file.",
                $"{path} no contiene {prefix}-images-idx3-ubyte ni {prefix}-images-idx3-ubyte.gz. Póngalo ahí o indique un archivo.");
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return new(name, IdxFile.Read(images, 3), LabelsBeside(images) is { } labels ? IdxFile.Read(labels, 1) : null);
    }

    /// <summary>Whether a folder has MNIST's layout.</summary>
    /// <param name="folder">A folder.</param>
    internal static bool IsMnistFolder(string folder) =>
        Existing(Path.Join(folder, "train-images-idx3-ubyte")) is not null || Existing(Path.Join(folder, "t10k-images-idx3-ubyte")) is not null;

    /// <inheritdoc/>
    public void Read(long index, Span<float> destination, out int label)
    {
        var pixels = _images.AsSpan((int)index * Schema.Values, Schema.Values);
        PixelBytes.ToFloats(pixels, destination);
        label = _labels?[(int)index] ?? -1;
    }

    private static string? LabelsBeside(string images)
    {
        var file = Path.GetFileName(images);
        var labels = file.Replace("images-idx3", "labels-idx1", StringComparison.Ordinal);
        if (labels == file) return null;
        if (labels.EndsWith(".gz", StringComparison.Ordinal)) labels = labels[..^3];
        return Existing(Path.Join(Path.GetDirectoryName(images), labels));
    }

    private static string? Existing(string path) => File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : null;
}
