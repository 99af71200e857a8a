using Adversa.Data.Names;
using Adversa.Data.Tables;
using Adversa.Formats.Trees;

namespace Adversa.DataTools.Checking;

/// <summary>What the table of labels or attributes beside the pictures holds.</summary>
/// <param name="File">The table.</param>
/// <param name="Pictures">Sound pictures that it could name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Attributes">Its columns that become attributes.</param>
/// <param name="Named">Pictures that have a row; the others are left out of training.</param>
/// <param name="Notes">What is worth a warning.</param>
public sealed record TableSummary(string File, int Pictures, int Rows, int Attributes, int Named, IReadOnlyList<Text> Notes)
{
    /// <summary>Looks for a table where training would look.</summary>
    /// <param name="tree">The folder or archive.</param>
    /// <param name="named">All files that are pictures or claim to be, as training takes them.</param>
    /// <param name="pictures">Those of them that are sound.</param>
    /// <returns>The table, how many pictures each class has, and the defect of a damaged table; all null without a table.</returns>
    internal static (TableSummary? Table, IReadOnlyList<Counted>? Classes, Finding? Defect) Of(IFileTree tree, IReadOnlyList<TreeFile> named, IReadOnlyList<TreeFile> pictures)
    {
        try
        {
            if (SampleTable.Find(tree, named) is not { } table) return default;
            table.RequireRows(named);
            List<int> labels = [];
            foreach (var file in pictures)
                if (table.TryGet(file.Name, out var label, default)) labels.Add(label);
            var classes = table.ClassNames.Count == 0 ? null : table.ClassNames.Select((name, i) => new Counted(name, labels.Count(label => label == i))).ToList();
            return (new(table.FileName, pictures.Count, table.Rows, table.Attributes.Count, labels.Count, table.Notes), classes, null);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return (null, null, new(FindingKind.Table, tree.Files.First(file => SampleTable.IsTable(file.Name[(file.Name.LastIndexOf('/') + 1)..])).Name, e.Text));
        }
    }

    /// <summary>The same for the tables within the parts of a set.</summary>
    /// <param name="tree">The folder or archive.</param>
    /// <param name="parts">The parts, each a folder with a slash at its end.</param>
    /// <param name="named">As for the whole.</param>
    /// <param name="pictures">As for the whole.</param>
    internal static (IReadOnlyList<TableSummary> Tables, IReadOnlyList<Counted>? Classes, IReadOnlyList<Finding> Defects) OfParts(IFileTree tree, IReadOnlyList<string> parts, IReadOnlyList<TreeFile> named, IReadOnlyList<TreeFile> pictures)
    {
        var (tables, counts, defects) = (new List<TableSummary>(), new Dictionary<string, int>(StringComparer.Ordinal), new List<Finding>());
        foreach (var part in parts)
        {
            var whole = new SubTree(tree, part);
            List<TreeFile> Within(IReadOnlyList<TreeFile> files) => [.. files.Where(file => file.Name.StartsWith(part, StringComparison.Ordinal)).Select(file => file with { Name = file.Name[part.Length..] })];
            var (table, classes, defect) = Of(whole, Within(named), Within(pictures));
            if (table is not null) tables.Add(table with { File = part + table.File });
            if (defect is not null) defects.Add(defect with { File = part + defect.File });
            foreach (var (name, count) in classes ?? []) counts[name] = counts.GetValueOrDefault(name) + count;
        }

        return (tables, counts.Count == 0 ? null : [.. ClassList.Sorted(counts.Keys).Select(name => new Counted(name, counts[name]))], defects);
    }
}
