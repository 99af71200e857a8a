using Adversa.Data.Cifar;
using Adversa.Data.Files;
using Adversa.Data.Names;
using Adversa.Data.Packed;
using Adversa.Data.Splits;
using Adversa.Formats.Arrays;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;
using Adversa.Imaging;

namespace Adversa.Data.Opening;

/// <summary>Opens what the user names with <c>--data</c>.</summary>
public static class DataSpec
{
    private const string Swapped = "pairs-ba:";            // before a path, and before the name of data that comes in pairs

    /// <summary>What can be forced by a prefix, and what opens it.</summary>
    private static readonly (string Prefix, Func<string, DataOptions, ISampleSource> Open)[] Forced =
    [
        ("folder:", PictureSource.Open), ("zip:", PictureSource.Open), ("tar:", PictureSource.Open),
        ("parts:", (path, options) => PictureSource.Open(path, options, SplitReading.Parts)), ("classes:", (path, options) => PictureSource.Open(path, options, SplitReading.Classes)),
        ("idx:", (path, options) => OfSize(IdxSource.Open(path, options.Split), options)),
        ("npy:", (path, options) => OfSize(NpySource.Open(path), options)),
        ("npz:", (path, options) => OfSize(NpzSource.Open(path, options.Split), options)),
        ("cifar:", (path, options) => OfSize(CifarSource.Open(path, options.Split), options)),
        ("pairs:", (path, options) => PairedSource.Open(path, options)), (Swapped, (path, options) => PairedSource.Open(path, options, isSwapped: true)),
        ("packed:", (path, options) => OfSize(PackedSource.Open(path, options.Split), options)),
    ];

    /// <summary>What stands before other data and changes it, such as <c>random-labels:digits</c>; with a number of its own, such as <c>first:100:digits</c>.</summary>
    private static readonly (string Prefix, bool HasNumber, Func<string, DataOptions, IReadOnlyList<INamedData>, ISampleSource> Open)[] Changed =
    [
        (RandomLabels.Prefix, false, (samples, options, known) => new RandomLabels(Open(samples, options, known))),
        (FirstSamples.Prefix, true, FirstSamples.Open),
        (Domains.Prefix, false, Domains.Open),
        (FewLabels.ImbalancedPrefix, false, (samples, options, known) => FewLabels.Imbalanced(Open(samples, options, known), options.Split)),
        ("on-black:", false, (samples, options, known) => Open(samples, options with { Background = Background.Black }, known)),
        ("on-white:", false, (samples, options, known) => Open(samples, options with { Background = Background.White }, known)),
        ("on-mean:", false, (samples, options, known) => Open(samples, options with { Background = Background.Mean }, known)),
    ];

    private static readonly string Kinds = string.Join(", ", [.. Forced.Select(kind => $"{kind.Prefix}PATH"), $"{Domains.Prefix}A,B"]);

    /// <summary>Opens a data set.</summary>
    /// <param name="spec">A name of <paramref name="known"/>, a path whose kind is detected, or a kind and a path, such as <c>folder:PATH</c>;
    /// <c>pairs-ba:</c> before a name turns its pairs round;
    /// <c>random-labels:</c> before any of them draws the classes by lot; <c>first:100:</c> takes the first 100 samples; <c>imbalanced:</c> leaves half of the classes scarce; <c>on-white:</c> and <c>on-mean:</c> compose transparent pictures on white or on their mean colour. A name wins over a file of the same name, so that a recipe means the same everywhere; write <c>./digits</c> for the file.</param>
    /// <param name="options">Size, seed and split; all defaults when null.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    /// <exception cref="AdversaException">ADV3001: nothing of that name; ADV3002 to ADV3007: it is damaged or empty; ADV2012: a size it cannot have; ADV2022: a background for what has no transparent pictures.</exception>
    public static ISampleSource Open(string spec, DataOptions? options = null, IReadOnlyList<INamedData>? known = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(spec);
        (options, known) = (options ?? new(), known ?? []);
        if (options.Size is { } size && (size.Side < 1 || Math.Max(size.Width, size.Height) > 1024)) throw new AdversaException(2012, ExitCode.Usage, Words.SizeOfPicturesMust(size.Spelt));
        if (Named(spec) is { } named) return named;
        if (After(spec, Swapped) is { } name && Named(name) is { } pairs) return new SwappedSource(pairs);
        foreach (var (prefix, _, open) in Changed)
            if (After(spec, prefix) is { } samples) return open(samples, options, known);
        foreach (var (prefix, open) in Forced)
            if (After(spec, prefix) is { } path) return open(path, options);
        if (Directory.Exists(spec)) return OpenTree(spec, options);
        return File.Exists(spec) ? OpenFile(spec, options) : throw Unknown(spec, known);

        ISampleSource? Named(string name) => known.Select(kind => kind.Open(name, options)).FirstOrDefault(source => source is not null);
    }

    /// <summary>The same data with its path made whole, so that it is found from any folder; names stay as they are.</summary>
    /// <param name="spec">As <see cref="Open"/> takes it.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    public static string FullPath(string spec, IReadOnlyList<INamedData>? known = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(spec);
        if (known?.Any(kind => kind.Names.Contains(After(spec, Swapped) ?? spec)) == true) return spec;
        foreach (var (prefix, hasNumber, _) in Changed)
        {
            if (After(spec, prefix) is not { } samples) continue;
            if (prefix == Domains.Prefix) return prefix + Domains.Each(samples, one => FullPath(one, known));
            var own = hasNumber ? samples.IndexOf(':', StringComparison.Ordinal) + 1 : 0;
            if (own < samples.Length && (own > 0 || !hasNumber)) return spec[..(prefix.Length + own)] + FullPath(samples[own..], known);
        }

        foreach (var (prefix, _) in Forced)
            if (After(spec, prefix) is { } path) return prefix + Path.GetFullPath(path);
        return Path.GetFullPath(spec);
    }

    /// <summary>The same data with transparent pictures on another background.</summary>
    /// <param name="spec">As <see cref="Open"/> takes it.</param>
    /// <param name="background">What shows through them.</param>
    /// <param name="known">What is known by name; nothing when null.</param>
    /// <exception cref="AdversaException">ADV2022: a world has no transparent pictures.</exception>
    public static string On(string spec, Background background, IReadOnlyList<INamedData>? known = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(spec);
        if (known?.Any(kind => kind.IsDrawn && kind.Names.Contains(After(spec, Swapped) ?? spec)) == true) throw NotTransparent(Words.HasNoTransparentPictures(spec));
        foreach (var (prefix, hasNumber, _) in Changed)
        {
            if (After(spec, prefix) is not { } samples) continue;
            if (prefix.StartsWith("on-", StringComparison.Ordinal)) return On(samples, background, known);
            if (prefix == Domains.Prefix) return prefix + Domains.Each(samples, one => On(one, background, known));
            var own = hasNumber ? samples.IndexOf(':', StringComparison.Ordinal) + 1 : 0;
            if (own < samples.Length && (own > 0 || !hasNumber)) return spec[..(prefix.Length + own)] + On(samples[own..], background, known);
        }

        return background switch { Background.White => "on-white:", Background.Mean => "on-mean:", _ => "" } + spec;
    }

    private static ISampleSource OpenFile(string path, DataOptions options)
    {
        var head = FileBytes.Head(path, TarHeader.Block);
        if (ZipTree.IsZip(head) || FileTree.IsTar(path, head)) return OpenTree(path, options);
        if (FileTree.Refused(path, head) is { } refusal) throw refusal;
        ISampleSource? source = NpyFile.IsNpy(head) ? NpySource.Open(path)
            : head is [0, 0, 8, ..] || Gzip.IsGzip(head) && Gzip.Head(head, 2) is [] or [0, 0] ? IdxSource.Open(path, options.Split)
            : SafeTensorsHeader.Begins(head) ? PackedSource.Open(path, options.Split)
            : null;
        return source is not null ? OfSize(source, options) : throw DataError.Of(DataError.Unknown, Words.IsOfNoKindIsRead(path, Kinds));
    }

    private static ISampleSource OpenTree(string path, DataOptions options)
    {
        var tree = FileTree.Open(path);
        var isOwned = false;
        try
        {
            if (CifarSource.IsCifar(tree)) return OfSize(CifarSource.Open(tree, options.Split), options);
            if (IsIdx(tree)) return OfSize(IdxSource.Open(tree, options.Split), options);
            if (tree is ZipTree && NpzSource.IsNpz(tree)) return OfSize(NpzSource.Open(path, options.Split), options);
            var pictures = PictureSource.OpenPart(tree, options);
            isOwned = true;
            return pictures;
        }
        finally
        {
            if (!isOwned) tree.Dispose();
        }
    }

    /// <summary>Whether a tree holds MNIST's files. In a folder of pictures that also has them further down, neither is what it must be.</summary>
    private static bool IsIdx(IFileTree tree)
    {
        var sets = IdxLayout.Find(tree);
        if (sets.Count == 0) return tree is FolderTree && IdxSource.IsLinkedFolder(tree.Path);
        if (sets[0].Folder.Length == 0 || PictureNames.Of(tree) is not { Count: > 0 } pictures) return true;
        var (idx, kind) = (tree is FolderTree ? $"idx:{Path.Join(tree.Path, sets[0].Folder.TrimEnd('/'))}" : $"idx:{tree.Path}", tree is FolderTree ? "folder:" : tree is ZipTree ? "zip:" : "tar:");
        throw DataError.Of(DataError.TwoReadings,
            Words.HoldsPicturesAndMnist(tree.Path, Words.Pictures(pictures.Count), pictures[0].Name, sets[0].Folder, kind, idx));
    }

    /// <summary>What is no list of picture files: it has no transparent pixels left, and takes a size that it was not stored at.</summary>
    /// <exception cref="AdversaException">ADV2022: a background was asked for.</exception>
    private static ISampleSource OfSize(ISampleSource source, DataOptions options)
    {
        if (options.Background != Background.Black)
        {
            using var unused = source as IDisposable;
            throw source is PackedSource
                ? NotTransparent(Words.ComposedWhenPrepared(source.Name))
                : NotTransparent(Words.HasNoTransparentPictures(source.Name));
        }

        var schema = source.Schema;
        var isAsAsked = (options.Size?.Height ?? schema.Height, options.Size?.Width ?? schema.Width, options.Channels ?? schema.Channels) == (schema.Height, schema.Width, schema.Channels);
        return isAsAsked || schema.Kind != FieldKind.Image || schema.Channels is not (1 or 3) ? source : new ResizedSource(source, options);
    }

    private static AdversaException NotTransparent(Text text) => new(2022, ExitCode.Usage, text);

    private static string? After(string spec, string prefix) =>
        spec.StartsWith(prefix, StringComparison.Ordinal) && spec.Length > prefix.Length ? spec[prefix.Length..] : null;

    private static AdversaException Unknown(string spec, IReadOnlyList<INamedData> known)
    {
        var word = Path.GetDirectoryName(spec) is { Length: > 0 } folder && folder == Environment.CurrentDirectory ? Path.GetFileName(spec) : spec;      // a command may have made a whole path of a name
        var near = Nearest.To(word, [.. known.SelectMany(kind => kind.Names), .. known.SelectMany(kind => kind.Others)]) ?? Nearest.To(spec, Neighbours(spec));
        var get = near is null ? null : known.Select(kind => kind.Bringing(near)).FirstOrDefault(line => line is not null);
        return DataError.Of(DataError.Unknown, Words.NamesNothing(spec, Each(kind => Words.Nor(kind.Kind)), near is null ? Text.None : Words.DidYouMean(near),
            get is null ? Text.None : Words.BringItFirst(get), Each(kind => Words.NamesOfKind(kind.Title, string.Join(", ", kind.Names))), Kinds));

        Text Each(Func<INamedData, Text> said) => Text.Join("", known.Select(said));
    }

    /// <summary>What lies where a path points that leads nowhere, written as the path is.</summary>
    private static IEnumerable<string> Neighbours(string path)
    {
        const int most = 2000;
        try
        {
            var start = path[..(path.LastIndexOf('/') + 1)];
            return [.. new DirectoryInfo(start.Length > 0 ? start : ".").EnumerateFileSystemInfos().Take(most).Select(entry => start + entry.Name)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
