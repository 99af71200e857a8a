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
        var (english, spanish) = count == pictures ? ($"all {count} pictures", $"las {count} imágenes") : ($"{count} of {pictures} pictures", $"{count} de {pictures} imágenes");
        return kind switch
        {
            FindingKind.TooSmall => new($"{english} have a side below {size} (most are {sizes.Common}), so no single one is at fault: {sizes.ToUse.English}.",
                $"{spanish} tienen un lado menor de {size} (la mayoría son de {sizes.Common}), así que ninguna tiene la culpa: {sizes.ToUse.Spanish}."),
            FindingKind.OddAspect => new($"{english} are more than {mostAspect:0.#} times as long as wide (most are {sizes.Common}): cutting the middle square loses most of each. Prepare with --fit pad or --fit squash.",
                $"{spanish} son más de {mostAspect:0.#} veces más largas que anchas (la mayoría son de {sizes.Common}): al recortar el cuadrado central se pierde casi todo. Prepárelas con --fit pad o --fit squash."),
            _ => new($"{english}. {kind.Advice().English}", $"{spanish}. {kind.Advice().Spanish}"),
        };
    }
}
