using System.Security.Cryptography;
using System.Text;
using Adversa.Data.Names;
using Adversa.Data.Splits;
using Adversa.Formats.Tables;
using Adversa.Formats.Trees;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Files;

/// <summary>Pairs of pictures: what is translated, the field <c>input</c>, and what it shall become. As pix2pix's sets are published, A|B side by side in one file, or as two folders A and B
/// in which partners share a name.</summary>
/// <remarks>Each half becomes square and of one size as any picture does, both in the same way. A pair is checked and decoded at first touch.</remarks>
public sealed class PairedSource : ISampleSource, IDisposable
{
    private const long MostCached = 1L << 30;
    private const int MostSampled = 100, MostSide = 1024;

    private readonly IFileTree _a, _b;
    private readonly List<(TreeFile A, TreeFile? B)> _pairs;               // without a B the file holds both
    private readonly PictureTarget _target;
    private readonly bool _isSwapped;
    private readonly byte[]?[]? _cache;

    private PairedSource(IFileTree tree, (IFileTree A, IFileTree B)? sides, DataOptions options, bool isSwapped, IReadOnlyList<Text> notes)
    {
        (_a, _b, _isSwapped) = (sides?.A ?? tree, sides?.B ?? tree, isSwapped);
        Name = tree.Name;
        var said = notes.ToList();
        _pairs = sides is null ? [.. PictureNames.Of(tree).Select(file => (file, (TreeFile?)null))] : Matched(tree, said);
        if (_pairs.Count == 0) throw NoPicture.In(tree, "");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var headers = _pairs.Where((_, i) => i % Math.Max(1, _pairs.Count / MostSampled) == 0).Select(pair => Header(pair.A, hash)).OfType<PictureHeader>().ToList();
        foreach (var (a, b) in _pairs) hash.AppendData(Encoding.UTF8.GetBytes($"{a.Name}\0{a.Length}\0{b?.Name}\0{b?.Length}\0"));
        hash.AppendData(Encoding.UTF8.GetBytes($"pairs {sides is null} {isSwapped} {options.Background}"));
        if (headers.Count == 0) throw DataError.Of(DataError.TooManyBad, Words.NoneOfPairsLooked(tree.Path));
        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
        PictureSize size = options.Size ?? PictureSource.OwnSize([.. headers.Select(header => Math.Min(header.Width / (sides is null ? 2 : 1), header.Height))]);
        _target = new(size, options.Channels ?? 3, options.Fit) { Background = options.Background };
        Schema = new(new Field(Field.Image, FieldKind.Image, _target.Channels, size.Height, size.Width), new Field(Field.Input, FieldKind.Image, _target.Channels, size.Height, size.Width));
        if (2L * _target.Bytes * _pairs.Count <= MostCached) _cache = new byte[]?[_pairs.Count];
        Notes = [.. tree.Notes, .. said];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _pairs.Count;

    /// <summary>SHA-256 over names and sizes of all files and the content of up to a hundred.</summary>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes { get; }

    /// <summary>Opens a folder or archive of pairs.</summary>
    /// <param name="path">The folder or archive.</param>
    /// <param name="options">Size, fit and channels of each half; RGB unless said.</param>
    /// <param name="isSwapped">Whether B is translated into A.</param>
    /// <exception cref="AdversaException">ADV3006: no picture; ADV3049: two sides of which no picture has a partner.</exception>
    public static PairedSource Open(string path, DataOptions options, bool isSwapped = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tree = FileTree.Open(path);
        try
        {
            if (SideFolders.Find(tree, options.Split) is { } sides) return new(tree, sides, options, isSwapped, []);
            var part = SplitFolders.Choose(tree, options.Split, SplitReading.Detected);
            return new(part.Tree, null, options, isSwapped, part.Notes);
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>How many pairs there are and what is wrong with which of them, told by their headers.</summary>
    /// <param name="path">The folder or archive.</param>
    /// <returns>What to say of the whole; file and reason of each pair that does not fit.</returns>
    /// <exception cref="AdversaException">As for <see cref="Open"/>.</exception>
    public static (IReadOnlyList<Text> Notes, IReadOnlyList<(string File, Text Detail)> Unfit) Check(string path)
    {
        using var pairs = Open(path, new());
        var unfit = new List<(string, Text)>();
        foreach (var (a, b) in pairs._pairs)
            try
            {
                pairs.Fitting(a, b);
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                unfit.Add((a.Shown, e.Text));
            }

        Text how = pairs._pairs[0].B is null ? Words.SideBySide : Words.InTwoFolders;
        return ([Words.LeftOneOrIsInput(Words.Pairs(pairs.Count), how), .. pairs.Notes], unfit);
    }

    /// <inheritdoc/>
    public string NameOf(long index) => _pairs[(int)index].A.Shown;

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        var both = _cache?[index] ?? Decode((int)index);
        if (_cache is not null) _cache[index] = both;
        var (given, made) = _isSwapped ? (_target.Bytes, 0) : (0, _target.Bytes);
        if (row.Has(Field.Input)) PixelBytes.ToFloats(both.AsSpan(given, _target.Bytes), row.Floats(Field.Input));
        if (row.Has(Field.Image)) PixelBytes.ToFloats(both.AsSpan(made, _target.Bytes), row.Floats(Field.Image));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    private byte[] Decode(int index)
    {
        var (file, partner) = _pairs[index];
        var (a, b) = Fitting(file, partner);
        var both = new byte[2 * _target.Bytes];
        if (partner is null) Halves(a, file, both);
        else
        {
            PictureFile.Decode(a, file.Shown, _target, both.AsSpan(0, _target.Bytes));
            PictureFile.Decode(b, partner.Shown, _target, both.AsSpan(_target.Bytes));
        }

        return both;
    }

    /// <summary>Takes a picture of two apart: decoded whole, with bars that make it square, cut in the middle, and each half fitted.</summary>
    private void Halves(byte[] bytes, TreeFile file, Span<byte> both)
    {
        var (width, height) = SizeOf(bytes, file);
        var side = Math.Min(width, MostSide);
        var whole = _target with { Size = side, Fit = Fit.Pad, Layout = PixelLayout.Interleaved };
        var square = new byte[whole.Bytes];
        PictureFile.Decode(bytes, file.Shown, whole, square);
        var (rows, half) = (Math.Max(1, (int)((2L * side * height + width) / (2L * width))), side / 2);
        var top = (side - rows) / 2;
        for (var k = 0; k < 2; k++)
        {
            using var sheet = new PixelSheet(half, rows, whole.Channels);
            for (var y = 0; y < rows; y++) square.AsSpan(((top + y) * side + k * half) * whole.Channels, half * whole.Channels).CopyTo(sheet.Row(y));
            if (ImageCodec.Fit(sheet, orientation: 1, _target, both.Slice(k * _target.Bytes, _target.Bytes)) is { } wrong) throw new InvalidOperationException(wrong);
        }
    }

    /// <summary>The files of a pair whose pictures fit each other.</summary>
    /// <exception cref="AdversaException">ADV3049: they do not.</exception>
    private (byte[] A, byte[] B) Fitting(TreeFile file, TreeFile? partner)
    {
        var (a, b) = (_a.Read(file, PictureFile.MostBytes), partner is null ? [] : _b.Read(partner, PictureFile.MostBytes));
        var (width, height) = SizeOf(a, file);
        if (partner is null && (width % 2 != 0 || width < height)) throw DataError.Of(DataError.Pairs, Words.PairIsNoTwoHalves(file.Shown, width, height));
        if (partner is not null && SizeOf(b, partner) is var other && other != (width, height)) throw DataError.Of(DataError.Pairs,
            Words.PartnersAreOfOtherSizes(file.Shown, width, height, other.Width, other.Height));
        return (a, b);
    }

    /// <summary>The size of a picture as it is seen, upright.</summary>
    private static (int Width, int Height) SizeOf(byte[] bytes, TreeFile file)
    {
        var header = PictureHeader.Read(bytes, file.Shown) ?? throw DataError.Damaged(file.Shown, Words.ContentIsNoPicture);
        return header.Orientation >= 5 ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    /// <summary>Partners by their names without the ending.</summary>
    private List<(TreeFile A, TreeFile? B)> Matched(IFileTree tree, List<Text> notes)
    {
        var (a, b) = (PictureNames.Of(_a), PictureNames.Of(_b));
        var partners = b.GroupBy(Stem).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        List<(TreeFile A, TreeFile? B)> pairs = [.. a.Where(file => partners.ContainsKey(Stem(file))).Select(file => (file, (TreeFile?)partners[Stem(file)]))];
        if (pairs.Count == 0) throw DataError.Of(DataError.Pairs, Words.NoPictureHasPartnerOfName(tree.Path, a.Count, b.Count, a[0].Name, b[0].Name));
        var own = a.Select(Stem).ToHashSet(StringComparer.Ordinal);
        Alone("A", a.Where(file => !partners.ContainsKey(Stem(file))).ToList());
        Alone("B", b.Where(file => !own.Contains(Stem(file))).ToList());
        return pairs;

        void Alone(string side, List<TreeFile> files)
        {
            if (files.Count > 0) notes.Add(Words.PicturesHaveNoPartner(files.Count, side, files[0].Shown));
        }
    }

    private static string Stem(TreeFile file) => TableRow.Stem(file.Name);

    private PictureHeader? Header(TreeFile file, IncrementalHash hash)
    {
        try
        {
            var bytes = _a.Read(file, PictureFile.MostBytes);
            hash.AppendData(SHA256.HashData(bytes));
            return PictureHeader.Read(bytes, file.Shown);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return null;                         // it is told when it is read
        }
    }
}
