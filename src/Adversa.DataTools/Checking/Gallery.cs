using Adversa.Formats.Png;
using Adversa.Formats.Trees;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>Chooses and draws the small pictures of a report.</summary>
/// <remarks>They are decoded a second time, at most some 200 of them: so a check keeps no pixels, and the choice, which depends on the whole set, is the same for any number of workers.</remarks>
internal sealed record Gallery(IReadOnlyDictionary<string, byte[]> Thumbnails, IReadOnlyList<string> Sample)
{
    /// <summary>Side of a small picture.</summary>
    public const int Side = 96;

    /// <summary>Good pictures shown.</summary>
    public const int SampleCount = 40;

    /// <summary>Groups of duplicates of each kind, and files of each group, that are shown.</summary>
    public const int Groups = 10, GroupFiles = 4;

    /// <summary>Files of each other kind that are shown.</summary>
    public const int PerKind = 10;

    /// <summary>Chooses and draws.</summary>
    public static Gallery Of(IFileTree tree, List<(int File, FindingKind Kind)> findings, List<List<int>> exact, List<List<int>> near, List<int> good, CheckOptions options, CancellationToken cancel)
    {
        if (options.Thumbnails == 0) return new(new Dictionary<string, byte[]>(), []);
        var sample = Enumerable.Range(0, Math.Min(SampleCount, good.Count)).Select(i => good[(int)((long)i * good.Count / Math.Min(SampleCount, good.Count))]).ToList();
        var flagged = findings.Where(f => f.Kind is > FindingKind.Unsupported and not (FindingKind.Duplicate or FindingKind.NearDuplicate)).GroupBy(f => f.Kind).SelectMany(kind => kind.Take(PerKind)).Select(f => f.File);
        var groups = exact.Take(Groups).Concat(near.Take(Groups)).SelectMany(group => group.Take(GroupFiles));
        var chosen = sample.Concat(groups).Concat(flagged).Distinct().Take(options.Thumbnails).ToList();
        var drawn = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var i in chosen)
        {
            cancel.ThrowIfCancellationRequested();
            if (Draw(tree, tree.Files[i]) is { } png) drawn[tree.Files[i].Name] = png;
        }

        return new(drawn, [.. sample.Select(i => tree.Files[i].Name)]);
    }

    /// <summary>Null when the file is gone or has changed since it was checked.</summary>
    private static byte[]? Draw(IFileTree tree, TreeFile file)
    {
        try
        {
            const int area = Side * Side;
            var planes = new byte[3 * area];
            PictureFile.Decode(tree.Read(file, PictureFile.MostBytes), file.Name, new(Side, 3, Fit.Pad), planes);
            var picture = new Raster(Side, Side, 3);
            for (var i = 0; i < planes.Length; i++) picture.Pixels[i % area * 3 + i / area] = planes[i];
            using var stream = new MemoryStream();
            PngWriter.Write(stream, picture);
            return stream.ToArray();
        }
        catch (AdversaException)
        {
            return null;
        }
    }
}
