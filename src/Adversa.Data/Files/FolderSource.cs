namespace Adversa.Data;

/// <summary>A folder of PNG and JPEG pictures; with class subfolders, their sorted names are the classes.</summary>
/// <remarks>Opening checks the structure of every file; a bad one is left out and listed in <see cref="Report"/>. Pictures are turned upright as EXIF says, alpha is
/// composed on black, the middle square is cut and resized with an antialiased filter. They are grey when all files are grey, else RGB. Decoded
/// pictures stay in memory as bytes when all of them fit into 1 GB.</remarks>
public sealed class FolderSource : ISampleSource
{
    private const long MostCached = 1L << 30;
    private const int DefaultSize = 64;

    private readonly string _root;
    private readonly IReadOnlyList<(string Name, PictureHeader Header)> _pictures;
    private readonly int[]? _labels;
    private readonly byte[]?[]? _cache;

    private FolderSource(string root, FolderScan scan, int? size)
    {
        _root = root;
        _pictures = scan.Pictures;
        (Name, Report, Fingerprint) = (Path.GetFileName(Path.TrimEndingDirectorySeparator(root)), scan.Report, scan.Fingerprint);
        (ClassNames, _labels) = Classes(_pictures);
        var side = size ?? OwnSize(_pictures);
        Schema = new(SampleKind.Image, _pictures.All(p => p.Header.IsGrey) ? 1 : 3, side, side, ClassNames.Count);
        if ((long)Schema.Values * _pictures.Count <= MostCached) _cache = new byte[]?[_pictures.Count];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _pictures.Count;

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>What checking the folder found.</summary>
    public ScanReport Report { get; }

    /// <summary>The subfolders that are classes, in byte order; empty without labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Opens a folder.</summary>
    /// <param name="path">The folder; may be a link.</param>
    /// <param name="size">Side of the pictures, 1 to 1024. Null takes the common size when the smaller sides are all equal and within 24 to 64; else 64
    /// when most pictures are that large, else 32.</param>
    /// <exception cref="AdversaException">ADV3005: more than a tenth is bad; ADV3006: no picture; ADV3007: no such folder.</exception>
    public static FolderSource Open(string path, int? size = null)
    {
        if (size is { } side) ArgumentOutOfRangeException.ThrowIfNotEqual(side, Math.Clamp(side, 1, 1024), nameof(size));
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root)) throw DataError.Of(DataError.Unreadable, $"{path} is no folder. Check the path.", $"{path} no es una carpeta. Revise la ruta.");
        return new(root, FolderScan.Of(root), size);
    }

    /// <inheritdoc/>
    public string NameOf(long index) => _pictures[(int)index].Name;

    /// <inheritdoc/>
    public void Read(long index, Span<float> destination, out int label)
    {
        var at = (int)index;
        label = _labels?[at] ?? -1;
        var pixels = _cache?[at];
        if (pixels is null)
        {
            pixels = new byte[Schema.Values];
            PictureFile.Decode(FileBytes.Read(Path.Join(_root, _pictures[at].Name), PictureFile.MostBytes), _pictures[at].Name, new(Schema.Height, Schema.Channels), pixels);
            if (_cache is not null) _cache[at] = pixels;        // two threads may both decode it: the bytes are the same
        }

        PixelBytes.ToFloats(pixels, destination);
    }

    private static (IReadOnlyList<string> Names, int[]? Labels) Classes(IReadOnlyList<(string Name, PictureHeader Header)> pictures)
    {
        if (!pictures.All(p => p.Name.Count(c => c == '/') == 1)) return ([], null);
        var folders = pictures.Select(p => p.Name[..p.Name.IndexOf('/', StringComparison.Ordinal)]).ToList();
        var names = folders.Distinct().OrderBy(f => f, StringComparer.Ordinal).ToList();
        return names.Count < 2 ? ([], null) : (names, [.. folders.Select(f => names.BinarySearch(f, StringComparer.Ordinal))]);
    }

    private static int OwnSize(IReadOnlyList<(string Name, PictureHeader Header)> pictures)
    {
        var first = pictures[0].Header.Side;
        if (first is >= 24 and <= DefaultSize && pictures.All(p => p.Header.Side == first)) return first;
        return pictures.Count(p => p.Header.Side >= DefaultSize) * 2 >= pictures.Count ? DefaultSize : 32;
    }
}
