using System.Text.Json.Nodes;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>A report for programs.</summary>
public static class CheckJson
{
    /// <summary>Everything in a report but its pictures. Details are in English; keys never change their meaning.</summary>
    /// <param name="report">What a check found.</param>
    public static JsonObject Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var counts = new JsonObject();
        foreach (var group in report.Findings.GroupBy(finding => finding.Kind)) counts[group.Key.Key()] = group.Count();
        return new()
        {
            ["name"] = report.Name,
            ["path"] = report.Path,
            ["size"] = report.Size,
            ["aspect"] = report.Options.MostAspect,
            ["near"] = report.Options.Near,
            ["files"] = report.Files,
            ["pictures"] = report.Pictures,
            ["good"] = report.Good,
            ["to_look_at"] = report.ToLookAt,
            ["grey"] = report.Grey,
            ["skipped"] = report.Skipped,
            ["notes"] = new JsonArray([.. report.Notes.Select(note => JsonValue.Create(note.English))]),
            ["others"] = Counts(report.Others),
            ["formats"] = Counts(report.Formats),
            ["counts"] = counts,
            ["of_the_set"] = new JsonArray([.. report.OfTheSet.Select(finding => (JsonNode)new JsonObject { ["kind"] = finding.Kind.Key(), ["count"] = finding.Count, ["detail"] = finding.Detail.English })]),
            ["findings"] = new JsonArray([.. report.Findings.Select(Finding)]),
            ["duplicates"] = Groups(report.Duplicates),
            ["near_duplicates"] = Groups(report.NearDuplicates),
            ["sizes"] = report.Sizes is { } sizes ? Sizes(sizes) : null,
            ["table"] = report.Table is { } table ? Table(table) : null,
            ["part_tables"] = new JsonArray([.. report.PartTables.Select(Table)]),
            ["folders"] = Counts(report.Folders),
            ["folders_are_classes"] = report.FoldersAreClasses,
        };
    }

    private static JsonNode Finding(Finding finding) => new JsonObject
    {
        ["kind"] = finding.Kind.Key(),
        ["level"] = finding.Kind.Level() switch { FindingLevel.Bad => "bad", FindingLevel.Look => "look", _ => "note" },
        ["file"] = finding.File,
        ["detail"] = finding.Detail.English,
    };

    private static JsonObject Sizes(SizeSummary sizes) => new()
    {
        ["smallest"] = Pair(sizes.Smallest),
        ["median"] = Pair(sizes.Median),
        ["largest"] = Pair(sizes.Largest),
        ["most_common"] = Pair(sizes.Common),
        ["most_common_count"] = sizes.CommonCount,
        ["suggested"] = sizes.Suggested,
        ["reached_by_nine_of_ten"] = sizes.Reached,
        ["histogram"] = new JsonArray([.. sizes.Histogram.Select(bin => (JsonNode)new JsonObject
        {
            ["from"] = bin.From, ["to"] = bin.To == int.MaxValue ? null : bin.To, ["count"] = bin.Count,
        })]),
    };

    private static JsonArray Pair(PictureSize size) => [size.Width, size.Height];

    private static JsonObject Table(TableSummary table) => new()
    {
        ["file"] = table.File, ["rows"] = table.Rows, ["attributes"] = table.Attributes, ["pictures"] = table.Named, ["notes"] = new JsonArray([.. table.Notes.Select(note => JsonValue.Create(note.English))]),
    };

    private static JsonObject Counts(IEnumerable<Counted> counts)
    {
        var json = new JsonObject();
        foreach (var (name, count) in counts) json[name] = count;
        return json;
    }

    private static JsonArray Groups(IEnumerable<IReadOnlyList<string>> groups) =>
        new([.. groups.Select(group => (JsonNode)new JsonArray([.. group.Select(file => (JsonNode)file)]))]);
}
