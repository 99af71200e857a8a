using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Adversa.Data.Names;
using Adversa.Data.Splits;
using Adversa.Data.Tables;
using Adversa.Formats.Trees;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Files;

/// <summary>Pictures in a folder or an archive. Class folders or a table beside them give labels.</summary>
/// <remarks>Opening lists the files and looks at no more than two hundred of them, so that a hundred thousand pictures can be trained on at once; each picture is checked and
/// decoded at first touch, and a bad one is an error that <see cref="BatchStream"/> answers with another sample. Pictures are turned upright as EXIF says, alpha is composed on black, made
/// square and resized. Decoded pictures stay in memory as bytes when all of them fit into 1 GB.</remarks>
public sealed class PictureSource : IPictureList, IDisposable
{
    private const long MostCached = 1L << 30;
    private const int DefaultSize = 64;
    private const int MostSampled = 200;

    private readonly IFileTree _tree;
    private readonly List<TreeFile> _files;
    private readonly int[]? _labels;
    private readonly SampleTable? _table;
    private readonly Captions? _captions;
    private readonly Masks? _masks;
    private readonly byte[]?[]? _cache;
    private readonly ConcurrentDictionary<int, AdversaException> _bad = new();      // found at first touch: not decoded again in every epoch

    private PictureSource(SplitChoice part, DataOptions options)
    {
        var tree = part.Tree;
        (_tree, Parts) = (tree, part.Parts);
        Name = tree.Name;
        var all = PictureNames.Of(tree);
        _table = SampleTable.Find(tree, all);
        _table?.RequireRows(all);
        _files = _table is null ? all : [.. all.Where(file => _table.TryGet(file.Name, out _, default))];
        _masks = Masks.Find(tree, all, _table);
        if (_masks is not null) _files = [.. _files.Except(_masks.Files)];
        var unread = new List<(string File, Text Detail)>();
        _captions = _files.Count == 0 ? null : Captions.Find(tree, _files, _table, unread);
        if (_captions is not null) _files = [.. _files.Where(_captions.Has)];
        Report = new(_files.Count, tree.Unreadable, tree.Skipped + tree.Files.Count - _files.Count);
        if (_files.Count == 0) throw NoPicture.In(tree, $" ({Report})");

        var isNamed = _table is { ClassNames.Count: > 0 };
        (ClassNames, _labels) = isNamed ? (_table!.ClassNames, [.. _files.Select(LabelIn)]) : ClassFolders.Of(_files, part.Learned);
        var aboutFolders = isNamed ? null : _labels is null ? ClassFolders.Astray(_files) : ClassFolders.Within(_files, ClassNames);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var headers = Sample(hash);
        foreach (var file in _files) hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.Length}\0"));
        if (_labels is not null) foreach (var label in _labels) hash.AppendData(BitConverter.GetBytes(label));
        if (_captions is not null) foreach (var line in _files.SelectMany(_captions.Of)) hash.AppendData(Encoding.UTF8.GetBytes($"{line}\0"));
        if (_masks is not null) foreach (var file in _files) hash.AppendData(Encoding.UTF8.GetBytes($"{_masks[file].Name}\0{_masks[file].Length}\0"));
        if (options.Background != Background.Black) hash.AppendData(Encoding.UTF8.GetBytes($"on {options.Background}"));
        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
        var enlarged = options.Size is { } asked ? SizeSummary.Enlarged(headers.Select(header => header.Size), asked) : null;
        Text? notRead = unread.Count > 0 ? Words.TextsAreNotReadAsCaptions(unread.Count, unread[0].Detail.Each(text => text.TrimEnd('.'))) : null;
        var unused = SampleTable.NotRead(tree, [.. new[] { _table?.FileName, _captions?.From }.OfType<string>(), .. unread.Select(one => one.File)]);
        Notes = [.. tree.Notes, .. part.Notes, .. _table?.Notes ?? [], .. _captions?.Notes ?? [], .. new[] { notRead, unused, aboutFolders, enlarged }.OfType<Text>()];
        Sizes = [.. headers.Select(header => header.Size)];
        PictureSize size = options.Size ?? OwnSize([.. headers.Select(header => header.Side)]);
        Schema = new(FieldKind.Image, options.Channels ?? (headers.All(header => header.IsGrey) ? 1 : 3), size.Height, size.Width, ClassNames.Count) { Attributes = _table?.Attributes ?? [] };
        if (_masks is not null) Schema = new([.. Schema.Fields, new(Field.Mask, FieldKind.Mask, 1, size.Height, size.Width)]);
        if (_captions is not null) Schema = new([.. Schema.Fields, _captions.Field]);
        Target = new(size, Schema.Channels, options.Fit) { Background = options.Background };
        if ((long)Schema.Values * _files.Count <= MostCached) _cache = new byte[]?[_files.Count];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _files.Count;

    /// <summary>SHA-256 over names, sizes and labels of all pictures and the content of up to two hundred, spread evenly.</summary>
    public string Fingerprint { get; }

    /// <summary>What listing the files found: pictures, folders that may not be read, and what is no picture.</summary>
    public ScanReport Report { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes { get; }

    /// <summary>Which folders are learned from and which judge; null when the set is not parted.</summary>
    public Text? Parts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<PictureSize> Sizes { get; }

    /// <inheritdoc/>
    IFileTree IPictureList.Tree => _tree;

    /// <inheritdoc/>
    IReadOnlyList<TreeFile> IPictureList.Pictures => _files;

    /// <inheritdoc/>
    PictureTarget IPictureList.Target => Target;

    private PictureTarget Target { get; }

    /// <summary>Opens a folder or archive.</summary>
    /// <param name="path">The folder, which may be a link, or the archive.</param>
    /// <param name="options">Side, fit and channels of the pictures. Without a side: the common one when the smaller sides are all equal and within 24 to 64; else 64
    /// when most pictures are that large, else 32. Without channels: grey when all that were looked at are grey.</param>
    /// <exception cref="AdversaException">ADV3005: what was looked at is bad; ADV3006: no picture; ADV3007: no such folder; ADV303x: the archive is refused; ADV3045: the table is damaged.</exception>
    public static PictureSource Open(string path, DataOptions? options = null) => Open(path, options, SplitReading.Detected);

    /// <summary>The same, where the user says what folders named <c>train</c> and <c>test</c> are.</summary>
    internal static PictureSource Open(string path, DataOptions? options, SplitReading reading)
    {
        var tree = FileTree.Open(path);
        try
        {
            return OpenPart(tree, options, reading);
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>Opens the part of a tree that holds the pictures: most archives hold one folder, and some sets are parted into train and test. The source then owns the tree.</summary>
    internal static PictureSource OpenPart(IFileTree tree, DataOptions? options, SplitReading reading = SplitReading.Detected)
    {
        var part = SplitFolders.Choose(tree, options?.Split ?? Split.Train, reading);
        if (part.Parts is null && tree is not FolderTree && ClassFolders.CommonFolder(tree.Files) is { Length: > 0 } around) part = part with { Tree = new SubTree(tree, around) };
        return Open(part, options);
    }

    /// <summary>Opens the pictures of a tree; the source then owns it.</summary>
    internal static PictureSource Open(IFileTree tree, DataOptions? options = null) => Open(new SplitChoice(tree, null, []), options);

    private static PictureSource Open(SplitChoice part, DataOptions? options)
    {
        return new(part, options ?? new());
    }

    /// <inheritdoc/>
    public string NameOf(long index) => _files[(int)index].Shown;

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        var at = (int)index;
        if (_labels is not null) row.Label = _labels[at];
        if (row.Has(Field.Known)) _table!.TryGet(_files[at].Name, out _, row.Floats(Field.Known));
        if (row.Has(Field.Caption)) _captions!.Write(_files[at], row.Chance, row.Ints(Field.Caption));
        if (row.Has(Field.Mask)) MaskOf(at, row.Bytes(Field.Mask));
        if (!row.Has(Field.Image)) return;
        if (_bad.TryGetValue(at, out var known)) throw known;
        var pixels = _cache?[at];
        if (pixels is null)
        {
            pixels = Decode(at);
            if (_cache is not null) _cache[at] = pixels;        // two threads may both decode it: the bytes are the same
        }

        PixelBytes.ToFloats(pixels, row.Floats(Field.Image));
    }

    /// <inheritdoc/>
    public void Dispose() => _tree.Dispose();

    private byte[] Decode(int at)
    {
        try
        {
            var pixels = new byte[Target.Bytes];
            PictureFile.Decode(_tree.Read(_files[at], PictureFile.MostBytes), _files[at].Shown, Target, pixels);
            return pixels;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data && e.Code != DataError.Unreadable)
        {
            _bad[at] = e;                        // content does not heal; a disk may
            throw;
        }
    }

    private void MaskOf(int at, Span<byte> mask)
    {
        var file = _masks![_files[at]];
        PictureFile.Decode(_tree.Read(file, PictureFile.MostBytes), file.Shown, Target with { Channels = 1, Background = Background.Black }, mask);
        for (var i = 0; i < mask.Length; i++) mask[i] = mask[i] >= 128 ? (byte)1 : (byte)0;
    }

    private int LabelIn(TreeFile file)
    {
        _table!.TryGet(file.Name, out var label, default);
        return label;
    }

    /// <summary>Looks at some files, spread evenly.</summary>
    private List<PictureHeader> Sample(IncrementalHash hash)
    {
        var count = Math.Min(MostSampled, _files.Count);
        var headers = new List<PictureHeader>(count);
        var bad = new List<AdversaException>();
        for (var i = 0; i < count; i++)
        {
            var file = _files[(int)((long)i * _files.Count / count)];
            try
            {
                var bytes = _tree.Read(file, PictureFile.MostBytes);
                hash.AppendData(SHA256.HashData(bytes));
                headers.Add(PictureHeader.Read(bytes, file.Shown) ?? throw DataError.Damaged(file.Shown, Words.ContentIsNoPicture));
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                bad.Add(e);
            }
        }

        return headers.Count > 0 ? headers : throw DataError.Of(DataError.TooManyBad,
            Words.OfNamedLikePicturesFilesLooked(count, _tree.Path, _files.Count, bad[0].Text));
    }

    /// <summary>The side that pictures get when nobody names one: their own where all are equal and within 24 to 64; else 64 when most are that large, else 32.</summary>
    /// <param name="sides">The shorter side of each.</param>
    internal static int OwnSize(IReadOnlyList<int> sides)
    {
        if (sides[0] is >= 24 and <= DefaultSize && sides.All(side => side == sides[0])) return sides[0];
        return sides.Count(side => side >= DefaultSize) * 2 >= sides.Count ? DefaultSize : 32;
    }
}
