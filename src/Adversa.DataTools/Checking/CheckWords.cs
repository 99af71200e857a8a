using System.Globalization;
using Adversa.Pages;

namespace Adversa.DataTools.Checking;

/// <summary>What the table and the page of a report say alike, in the user's language.</summary>
public static class CheckWords
{
    private const double Uneven = 10;

    /// <summary>A count with its thousands apart: 5,212 in English, 5 212 in Spanish.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => PageText.Count(count);

    /// <summary>A name with everything that a reader could be misled by made visible: control characters, line ends, signs that turn the writing round.</summary>
    /// <param name="name">A file's name.</param>
    public static string Visible(string name) => PageText.Visible(name);

    /// <summary>The sizes, and the side that they were held against; null without pictures.</summary>
    /// <param name="report">What a check found.</param>
    public static string? Sizes(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Sizes is not { } sizes) return null;
        var isSuggested = report.Options.Size is null;
        return Say($"{sizes.Smallest} to {sizes.Largest}, median {sizes.Median}; {Some(sizes.CommonCount, "is", "are")} {sizes.Common}; checked for --size {report.Size}{(isSuggested ? ", which they suggest" : "")}",
            $"de {sizes.Smallest} a {sizes.Largest}, mediana {sizes.Median}; {Some(sizes.CommonCount, "es", "son")} de {sizes.Common}; revisadas para --size {report.Size}{(isSuggested ? ", el que sugieren" : "")}");
    }

    /// <summary>How the folders serve as classes; null when there is one folder at most.</summary>
    /// <param name="report">What a check found.</param>
    public static string? Classes(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.FoldersAreClasses)
        {
            var (least, most) = (report.Folders.MinBy(folder => folder.Count)!, report.Folders.MaxBy(folder => folder.Count)!);
            if (least.Count == most.Count) return Say($"{Some(report.Folders.Count, "class", "classes")} with {Some(most.Count, "picture", "pictures")} each", $"{Some(report.Folders.Count, "clase", "clases")} con {Some(most.Count, "imagen", "imágenes")} cada una");
            var text = Say($"{Count(report.Folders.Count)} classes, the smallest with {Count(least.Count)} ({least.Name}), the largest with {Count(most.Count)} pictures ({most.Name})",
                $"{Count(report.Folders.Count)} clases; la menor tiene {Count(least.Count)} ({least.Name}) y la mayor {Count(most.Count)} imágenes ({most.Name})");
            return most.Count < Uneven * least.Count ? text : text + Say(". Very uneven: the rare ones will be learned badly", ". Muy desiguales: las raras se aprenderán mal");
        }

        return report.Astray.Count == 0 ? null : Say($"{Count(report.Folders.Count(f => f.Name != "."))} folders, but no classes: every picture must lie in one of them, and {report.Astray[0]} does not",
            $"{Count(report.Folders.Count(f => f.Name != "."))} carpetas, pero ninguna clase: cada imagen debe estar en una de ellas, y {report.Astray[0]} no lo está");
    }

    /// <summary>What the tables beside the pictures mean for them; none without one.</summary>
    /// <param name="report">What a check found.</param>
    public static IEnumerable<string> Tables(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.PartTables.Prepend(report.Table).OfType<TableSummary>().Select(table => Say(
            $"{table.File}: {Some(table.Rows, "row", "rows")}, {Some(table.Attributes, "attribute", "attributes")}; {(table.Pictures == table.Named ? "every picture has a row." : $"{Some(table.Named, "picture has", "pictures have")} one.")}",
            $"{table.File}: {Some(table.Rows, "fila", "filas")}, {Some(table.Attributes, "atributo", "atributos")}; {(table.Pictures == table.Named ? "todas las imágenes tienen fila." : $"{Some(table.Named, "imagen la tiene", "imágenes la tienen")}.")}")
            + string.Concat(table.Notes.Select(note => $" {note}")));
    }

    /// <summary>A count with the word that goes with it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other count.</param>
    public static string Some(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>What was left aside without being opened as a picture; null for nothing.</summary>
    /// <param name="report">What a check found.</param>
    public static string? LeftAside(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var others = report.Others.Sum(other => other.Count);
        var kinds = string.Join(", ", report.Others.Take(3).Select(other => $"{(other.Name.Length > 0 ? other.Name : Say("no ending", "sin extensión"))} {Count(other.Count)}"));
        string?[] parts =
        [
            others == 0 ? null : Say($"{Count(others)} of other kinds ({kinds})", $"{Count(others)} de otros tipos ({kinds})"),
            report.Skipped == 0 ? null : Say($"{Count(report.Skipped)} entries left out", $"{Count(report.Skipped)} entradas omitidas"),
        ];
        return parts.All(part => part is null) ? null : string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>The line that goes on from here.</summary>
    /// <param name="report">What a check found.</param>
    public static string Next(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var side = report.OfTheSet.Any(finding => finding.Kind == FindingKind.TooSmall) ? report.Sizes!.Usual : report.Size;
        var stem = Path.GetFileNameWithoutExtension(report.Name) is { Length: > 0 } name && name[0] != '-' ? name : "data";
        return string.Create(CultureInfo.InvariantCulture,
            $"{ShellWords.Me} data prepare {ShellWords.Quote(report.Spec ?? report.Path)} --size {side} -o {ShellWords.Quote(stem + ".safetensors")}");
    }

    internal static string Say(string english, string spanish) => PageText.Say(english, spanish);
}
