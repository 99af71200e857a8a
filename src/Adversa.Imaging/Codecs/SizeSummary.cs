namespace Adversa.Imaging.Codecs;

/// <summary>The sizes of pictures as they are seen, that is after turning them upright.</summary>
/// <param name="Smallest">The one whose smaller side is the least.</param>
/// <param name="Median">The one in the middle of that order.</param>
/// <param name="Largest">The one at its end.</param>
/// <param name="Common">The size that most pictures have.</param>
/// <param name="CommonCount">How many have it.</param>
/// <param name="Suggested">The usual side to train at: <see cref="Usual"/>, but 32 where half of the pictures reach that.</param>
/// <param name="Histogram">Pictures by their smaller side: below 16, 16 to 31, 32 to 63 and so on, up to 4096 and more.</param>
public sealed record SizeSummary(PictureSize Smallest, PictureSize Median, PictureSize Largest, PictureSize Common, int CommonCount, int Suggested, IReadOnlyList<SizeBin> Histogram)
{
    private const int FirstEdge = 16, Bins = 10;
    private static readonly int[] UsualSides = [512, 256, 128, 64, 32, 28, 16];

    /// <summary>The largest side that nine of ten pictures reach.</summary>
    public int Reached { get; private init; }

    /// <summary>The largest usual side, a power of two or the 28 of MNIST, that nine of ten pictures reach; 8 when none.</summary>
    public int Usual => UsualAt(Reached);

    /// <summary>The size to use, in words.</summary>
    public Text ToUse => Usual == Reached ? Text.Same($"use --size {Usual}")
        : Words.UseSizeOrSizeWhereSystem(Usual, Reached);

    /// <summary>Sums up sizes; null for none.</summary>
    /// <param name="sizes">Of the pictures.</param>
    public static SizeSummary? Of(IEnumerable<PictureSize> sizes)
    {
        var counts = sizes.CountBy(size => size).OrderBy(pair => pair.Key.Side).ThenBy(pair => pair.Key.Width).ThenBy(pair => pair.Key.Height).ToList();
        if (counts.Count == 0) return null;
        var all = counts.Sum(pair => pair.Value);
        PictureSize At(int rank) => counts.First(pair => (rank -= pair.Value) < 0).Key;
        var common = counts.MaxBy(pair => pair.Value);
        var reached = At(all / 10).Side;
        var suggested = At(all / 2).Side >= 32 ? Math.Max(32, UsualAt(reached)) : UsualAt(reached);
        var bins = Enumerable.Range(0, Bins).Select(bin => (From: bin == 0 ? 1 : FirstEdge << (bin - 1), To: bin == Bins - 1 ? int.MaxValue : (FirstEdge << bin) - 1))
            .Select(edge => new SizeBin(edge.From, edge.To, counts.Where(pair => pair.Key.Side >= edge.From && pair.Key.Side <= edge.To).Sum(pair => pair.Value)));
        return new(counts[0].Key, At((all - 1) / 2), counts[^1].Key, common.Key, common.Value, suggested, [.. bins]) { Reached = reached };
    }

    /// <summary>What is said of a side that more than half of the pictures miss, which a check would find; null where they reach it.</summary>
    /// <param name="sizes">Of the pictures.</param>
    /// <param name="asked">That was asked for.</param>
    public static Text? Enlarged(IEnumerable<PictureSize> sizes, PictureSize asked)
    {
        var side = asked.Side;
        List<PictureSize> all = [.. sizes];
        if (2 * all.Count(size => size.Side < side) <= all.Count || Of(all) is not { } summary || summary.Usual >= side) return null;
        var (usual, largest) = (summary.Usual, Math.Max(summary.Usual, summary.Reached));
        var text = usual < largest ? Words.AndSizeIsQuicker(usual) : Text.None;
        return Words.SizeIsMoreThanPicturesHave(asked.Spelt, summary.Common, largest, text);
    }

    private static int UsualAt(int reached) => UsualSides.FirstOrDefault(side => side <= reached, 8);
}

/// <summary>One bar of a histogram of sizes.</summary>
/// <param name="From">The least smaller side in it.</param>
/// <param name="To">The greatest.</param>
/// <param name="Count">Pictures in it.</param>
public sealed record SizeBin(int From, int To, int Count);
