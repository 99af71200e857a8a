using System.Globalization;
using Adversa.Data.Names;
using Adversa.Data.Splits;
using Adversa.Data.Tables;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>Makes a report of what was seen of each file.</summary>
internal static class CheckSummary
{
    private const int AstrayShown = 3, WithoutPictures = 64;

    /// <summary>Sums up.</summary>
    public static CheckReport Of(IFileTree tree, FileFacts[] facts, CheckOptions options, bool isParted, CancellationToken cancel)
    {
        string Name(int i) => tree.Files[i].Name;
        var decoded = Enumerable.Range(0, facts.Length).Where(i => facts[i].Header is not null).ToList();
        var exact = Duplicates.Exact(facts);
        var near = Duplicates.Near(facts, exact, options.Near, cancel);
        var grey = decoded.Count(i => facts[i].IsGrey);
        var odd = 2 * grey < decoded.Count ? FindingKind.GreyAmongColour : 2 * grey <= decoded.Count ? (FindingKind?)null : grey < decoded.Count ? FindingKind.ColourAmongGrey : FindingKind.GreyInColour;

        var sizes = SizeSummary.Of(decoded.Select(i => facts[i].Size));
        var size = options.Size ?? sizes?.Suggested ?? WithoutPictures;
        var findings = new List<(int File, FindingKind Kind, Text Detail)>();
        for (var i = 0; i < facts.Length; i++)
            foreach (var (kind, detail) in Own(Name(i), facts[i], size, options.MostAspect, odd)) findings.Add((i, kind, detail));
        var ofTheSet = SetFinding.Of([.. findings.CountBy(f => f.Kind).Select(pair => (pair.Key, pair.Value))], decoded.Count, sizes, size, options.MostAspect);
        findings.RemoveAll(f => ofTheSet.Any(set => set.Kind == f.Kind));
        foreach (var (groups, kind, what) in new[]
        {
            (exact, FindingKind.Duplicate, (Func<string, Text>)Words.SameBytesAs), (near, FindingKind.NearDuplicate, Words.LooksLike),
        })
            foreach (var group in groups)
                foreach (var i in group.Skip(1)) findings.Add((i, kind, what(Name(group[0]))));
        findings.Sort((a, b) => (a.Kind, a.File).CompareTo((b.Kind, b.File)));

        var marked = findings.Where(f => f.Kind.Level() != FindingLevel.Note).Select(f => f.File).ToHashSet();
        var files = facts.Count(f => f.Header is not null || f.Problem is not null);
        var good = decoded.Where(i => !marked.Contains(i)).ToList();
        var pictures = decoded.ConvertAll(i => tree.Files[i]);
        List<TreeFile> named = [.. Enumerable.Range(0, facts.Length).Where(i => facts[i].Header is not null || facts[i].Problem is not null).Select(i => tree.Files[i])];
        var (table, classes, defect) = TableSummary.Of(tree, named, pictures);
        IReadOnlyList<string> own = table is null && defect is null ? SplitFolders.Of(pictures) : [];
        var (partTables, partClasses, partDefects) = TableSummary.OfParts(tree, own, named, pictures);
        IReadOnlyList<Finding> defects = defect is null ? partDefects : [defect];
        var beside = FieldsBeside.Of(tree, named);
        defects = [.. defects, .. beside.Defects.Where(one => !defects.Any(known => known.File == one.File)).Select(one => new Finding(FindingKind.Table, one.File, one.Detail)),
            .. beside.Unread.Select(one => new Finding(FindingKind.Captions, one.File, one.Detail))];
        HashSet<string> read = [.. beside.Files, .. partTables.Append(table).OfType<TableSummary>().Select(one => one.File), .. defects.Select(one => one.File)];
        classes ??= partClasses;
        var (joined, parts, reading, list) = isParted ? SplitFolders.Joined(tree, pictures) : (pictures, null, "", null);
        if (list is not null) read.Add(list);
        var unread = SampleTable.NotRead(tree, read);
        var (folders, areClasses, astray) = classes is not null ? (classes, true, []) : Folders(joined);
        var gallery = Gallery.Of(tree, findings.ConvertAll(f => (f.File, f.Kind)), exact, near, good, options, cancel);
        return new()
        {
            Name = tree.Name,
            Path = tree.Path,
            Spec = reading + tree.Path,
            Options = options,
            Size = size,
            Files = files,
            Pictures = decoded.Count,
            Good = good.Count,
            Skipped = tree.Skipped,
            Notes = [.. new[] { parts }.OfType<Text>().Where(note => !defects.Any(one => one.Detail == note)), .. beside.Notes, .. tree.Notes, .. new[] { unread }.OfType<Text>()],
            Others = Count(Enumerable.Range(0, facts.Length).Where(i => facts[i] is { Header: null, Problem: null } && !read.Contains(Name(i))).Select(i => PictureSigns.Ending(Name(i)) is { Length: > 0 } ending ? "." + ending : "")),
            Formats = Count(decoded.Select(i => PictureSigns.Name(facts[i].Header!.Format))),
            Grey = grey,
            Findings = [.. tree.Unreadable.Select(folder => new Finding(FindingKind.UnreadableFolder, folder.Name, folder.Reason)), .. defects, .. findings.Select(f => new Finding(f.Kind, Name(f.File), f.Detail))],
            Duplicates = [.. exact.Select(group => group.ConvertAll(Name))],
            NearDuplicates = [.. near.Select(group => group.ConvertAll(Name))],
            OfTheSet = ofTheSet,
            Sizes = sizes,
            Table = table,
            PartTables = partTables,
            Folders = folders,
            FoldersAreClasses = areClasses,
            Astray = astray,
            Thumbnails = gallery.Thumbnails,
            Sample = gallery.Sample,
        };
    }

    /// <summary>What a file's own facts say.</summary>
    private static IEnumerable<(FindingKind Kind, Text Detail)> Own(string name, FileFacts file, int least, double mostAspect, FindingKind? odd)
    {
        if (file.Problem is { } problem) yield return (problem, file.Reason);
        if (file.Header is not { } header) yield break;
        var (format, size) = (PictureSigns.Name(header.Format), file.Size);
        if (PictureSigns.IsMisnamed(name, format)) yield return (FindingKind.WrongExtension, Words.ByContent(format));
        if (size.Side < least) yield return (FindingKind.TooSmall, Plain($"{size}"));
        var aspect = Math.Max(size.Width, size.Height) / (double)size.Side;
        if (aspect > mostAspect) yield return (FindingKind.OddAspect, Plain(string.Create(CultureInfo.InvariantCulture, $"{size}, {aspect:0.#} : 1")));
        if (file.IsBlank) yield return (FindingKind.Blank, Plain($"{size}"));
        if (odd == FindingKind.GreyAmongColour && file.IsGrey)
            yield return (FindingKind.GreyAmongColour, header.IsGrey ? Words.StoredAsGrey : Words.StoredAsRGB);
        if (odd == FindingKind.ColourAmongGrey && !file.IsGrey) yield return (FindingKind.ColourAmongGrey, Plain($"{format}"));
        if (odd == FindingKind.GreyInColour && !header.IsGrey) yield return (FindingKind.GreyInColour, Plain($"{format}"));
        if (header.Frames > 1) yield return (FindingKind.Animated, Words.Frames(header.Frames));
        if (header.HasAlpha) yield return file.UsesAlpha switch
        {
            true => (FindingKind.Transparent, Words.HasTransparentPixels),
            false => (FindingKind.OpaqueAlpha, Words.EveryPixelIsOpaque),
            null => (FindingKind.Transparent, Words.MayHaveTransparentPixels),
        };
        if (header.Depth > 8) yield return (FindingKind.Deep, Words.BitsSample(header.Depth));
        if (header.IsInk) yield return (FindingKind.Ink, Plain(format));
        if (header.Orientation > 1) yield return (FindingKind.Rotated, Words.EXIFOrientation(header.Orientation));
    }

    private static (IReadOnlyList<Counted> Folders, bool AreClasses, IReadOnlyList<string> Astray) Folders(IReadOnlyList<TreeFile> files)
    {
        if (ClassFolders.Of(files) is (var names, { } labels)) return ([.. names.Select((name, i) => new Counted(name, labels.Count(label => label == i)))], true, []);
        var counts = files.CountBy(file => file.Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? file.Name[..slash] : ".").OrderBy(pair => pair.Key, NameOrder.Instance);
        IReadOnlyList<Counted> folders = [.. counts.Select(pair => new Counted(pair.Key, pair.Value))];
        var hasFolders = folders.Count(folder => folder.Name != ".") >= 2;
        return (folders, false, hasFolders ? [.. files.Select(file => file.Name).Where(name => !name.Contains('/', StringComparison.Ordinal)).Take(AstrayShown)] : []);
    }

    private static List<Counted> Count(IEnumerable<string> names) =>
        [.. names.CountBy(name => name).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Counted(pair.Key, pair.Value))];

    private static Text Plain(string text) => Text.Same(text);
}
