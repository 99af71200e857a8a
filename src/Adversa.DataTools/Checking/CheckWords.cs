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
        return Words.SizesChecked(sizes.Smallest, sizes.Largest, sizes.Median, Some(sizes.CommonCount, Words.IsWord, Words.AreWord), sizes.Common, report.Size,
            isSuggested ? Words.WhichTheySuggest : Text.None).ToString();
    }

    /// <summary>How the folders serve as classes; null when there is one folder at most.</summary>
    /// <param name="report">What a check found.</param>
    public static string? Classes(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.FoldersAreClasses)
        {
            var (least, most) = (report.Folders.MinBy(folder => folder.Count)!, report.Folders.MaxBy(folder => folder.Count)!);
            if (least.Count == most.Count)
                return Words.ClassesOfEqualSize(Some(report.Folders.Count, Words.ClassWord, Words.ClassesWord), Some(most.Count, Words.PictureWord, Words.PicturesWord)).ToString();
            var text = Words.ClassesSmallestLargestPictures(Count(report.Folders.Count), Count(least.Count), least.Name, Count(most.Count), most.Name).ToString();
            return most.Count < Uneven * least.Count ? text : text + Words.VeryUnevenRareOnesWill.ToString();
        }

        return report.Astray.Count == 0 ? null : Words.FoldersButNoClasses(Count(report.Folders.Count(f => f.Name != ".")), report.Astray[0]).ToString();
    }

    /// <summary>What the tables beside the pictures mean for them; none without one.</summary>
    /// <param name="report">What a check found.</param>
    public static IEnumerable<string> Tables(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.PartTables.Prepend(report.Table).OfType<TableSummary>().Select(table =>
            Words.TableLine(table.File, Some(table.Rows, Words.RowWord, Words.RowsWord), Some(table.Attributes, Words.AttributeWord, Words.AttributesWord),
                table.Pictures == table.Named ? Words.EveryPictureHasARow : Words.SomeHaveOne(Some(table.Named, Words.PictureHas, Words.PicturesHave)))
            + string.Concat(table.Notes.Select(note => $" {note}")));
    }

    /// <summary>A count with the word that goes with it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other count.</param>
    public static string Some(long count, Text one, Text many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>What was left aside without being opened as a picture; null for nothing.</summary>
    /// <param name="report">What a check found.</param>
    public static string? LeftAside(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var others = report.Others.Sum(other => other.Count);
        var kinds = string.Join(", ", report.Others.Take(3).Select(other => $"{(other.Name.Length > 0 ? other.Name : Words.NoEnding.ToString())} {Count(other.Count)}"));
        string?[] parts =
        [
            others == 0 ? null : Words.OfOtherKinds(Count(others), kinds).ToString(),
            report.Skipped == 0 ? null : Words.EntriesLeftOut(Count(report.Skipped)).ToString(),
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
}
