using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>Something that most pictures of a set share: one finding of the whole, with what to do, instead of one for each file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Pictures that have it.</param>
/// <param name="Detail">How many of how many, and what to do.</param>
public sealed record SetFinding(FindingKind Kind, int Count, Text Detail)
{
    private static readonly FindingKind[] OfSets = [FindingKind.WrongExtension, FindingKind.TooSmall, FindingKind.OddAspect, FindingKind.GreyInColour, FindingKind.Animated];

    /// <summary>The kinds that more than half of the pictures have.</summary>
    internal static IReadOnlyList<SetFinding> Of(IReadOnlyList<(FindingKind Kind, int Count)> counts, int pictures, SizeSummary? sizes, int size, double mostAspect) =>
        [.. counts.Where(count => OfSets.Contains(count.Kind) && 2 * count.Count > pictures && pictures > 2).OrderBy(count => count.Kind).Select(count => new SetFinding(count.Kind, count.Count, About(count.Kind, count.Count, pictures, sizes!, size, mostAspect)))];

    private static Text About(FindingKind kind, int count, int pictures, SizeSummary sizes, int size, double mostAspect)
    {
        var text = count == pictures ? Words.AllPictures(count) : Words.OfPictures(count, pictures);
        return kind switch
        {
            FindingKind.TooSmall => Words.HaveSideBelowMost(text, size, sizes.Common, sizes.ToUse),
            FindingKind.OddAspect => Words.AreMoreThanTimesAsLong(text, mostAspect, sizes.Common),
            _ => Words.FindingAndAdvice(text, kind.Advice()),
        };
    }
}
