namespace Adversa.Data;

/// <summary>What the table of labels or attributes beside the pictures holds.</summary>
/// <param name="File">The table.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Attributes">Its columns that become attributes.</param>
/// <param name="Named">Pictures that have a row; the others are left out of training.</param>
/// <param name="Notes">What is worth a warning.</param>
public sealed record TableSummary(string File, int Rows, int Attributes, int Named, IReadOnlyList<Text> Notes)
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
            return (new(table.FileName, table.Rows, table.Attributes.Count, labels.Count, table.Notes), classes, null);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return (null, null, new(FindingKind.Table, tree.Files.First(file => SampleTable.IsTable(file.Name[(file.Name.LastIndexOf('/') + 1)..])).Name, e.Text));
        }
    }
}
