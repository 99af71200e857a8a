using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>Everything a check found. Nothing in it depends on the machine's speed or the number of workers.</summary>
public sealed record CheckReport
{
    /// <summary>The folder's or archive's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Its full path.</summary>
    public required string Path { get; init; }

    /// <summary>What <c>--data</c> takes for it: with a reading in front where the folders have two.</summary>
    public string? Spec { get; init; }

    /// <summary>What was asked for.</summary>
    public required CheckOptions Options { get; init; }

    /// <summary>The side that was asked for; without one, what the pictures suggest.</summary>
    public required int Size { get; init; }

    /// <summary>Files that are pictures or claim to be; equals <see cref="Good"/> + <see cref="ToLookAt"/>.</summary>
    public required int Files { get; init; }

    /// <summary>Files that were decoded.</summary>
    public required int Pictures { get; init; }

    /// <summary>Files that can be used and about which nothing but notes was found.</summary>
    public required int Good { get; init; }

    /// <summary>Files with a finding of level <see cref="FindingLevel.Bad"/> or <see cref="FindingLevel.Look"/>.</summary>
    public int ToLookAt => Files - Good;

    /// <summary>Links, special files and folders too deep, none of which was opened.</summary>
    public required long Skipped { get; init; }

    /// <summary>What the listing left out and why, and which folders are parts of the set.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>Files of other kinds, such as texts: how many for each ending, the commonest first.</summary>
    public required IReadOnlyList<Counted> Others { get; init; }

    /// <summary>The formats of the decoded pictures by content, the commonest first.</summary>
    public required IReadOnlyList<Counted> Formats { get; init; }

    /// <summary>Decoded pictures without colour, whatever their format says.</summary>
    public required int Grey { get; init; }

    /// <summary>All findings, by kind and then by file.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What more than half of the pictures share and no single one is at fault for; <see cref="Findings"/> does not list it file by file.</summary>
    public required IReadOnlyList<SetFinding> OfTheSet { get; init; }

    /// <summary>Files with the same bytes, in groups of two or more, each in the order of the names.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Duplicates { get; init; }

    /// <summary>Files that look like the first of their group; of files with the same bytes only the first stands here.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> NearDuplicates { get; init; }

    /// <summary>The sizes; null when no picture was decoded.</summary>
    public required SizeSummary? Sizes { get; init; }

    /// <summary>The table of labels or attributes beside the pictures; null without one, or when it is damaged.</summary>
    public required TableSummary? Table { get; init; }

    /// <summary>The tables within the parts of a set, such as <c>train/metadata.csv</c>; none where one table speaks for all.</summary>
    public IReadOnlyList<TableSummary> PartTables { get; init; } = [];

    /// <summary>Sound pictures of each class that the table names; without one, of each folder of the first level, in byte order; <c>.</c> is the root itself.</summary>
    public required IReadOnlyList<Counted> Folders { get; init; }

    /// <summary>Whether training takes those as classes: always those of a table; folders when every picture lies in one and there are two or more; folders around all of them do not count.</summary>
    public required bool FoldersAreClasses { get; init; }

    /// <summary>The first pictures that keep the folders from being classes, at most 3.</summary>
    public required IReadOnlyList<string> Astray { get; init; }

    /// <summary>Small PNG pictures for a report, by file.</summary>
    public required IReadOnlyDictionary<string, byte[]> Thumbnails { get; init; }

    /// <summary>Good pictures spread over the whole set, for a report.</summary>
    public required IReadOnlyList<string> Sample { get; init; }

    /// <summary>Whether anything of level <see cref="FindingLevel.Bad"/> or <see cref="FindingLevel.Look"/> was found.</summary>
    public bool HasDefects => OfTheSet.Count > 0 || Findings.Any(finding => finding.Kind.Level() != FindingLevel.Note);
}

/// <summary>How often something was seen.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How often.</param>
public sealed record Counted(string Name, int Count);
