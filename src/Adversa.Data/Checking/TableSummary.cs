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
    /// <param name="pictures">Its sound pictures.</param>
    /// <returns>The table, how many pictures each class has, and the defect of a damaged table; all null without a table.</returns>
    internal static (TableSummary? Table, IReadOnlyList<Counted>? Classes, Finding? Defect) Of(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        var within = tree is FolderTree ? "" : ClassFolders.CommonFolder(tree.Files);
        var root = new SubTree(tree, within);                                // not disposed: the tree belongs to the caller
        try
        {
            if (SampleTable.Find(root) is not { } table) return default;
            List<int> labels = [];
            foreach (var file in pictures)
                if (table.TryGet(file.Name[within.Length..], out var label, default)) labels.Add(label);
            var classes = table.ClassNames.Count == 0 ? null : table.ClassNames.Select((name, i) => new Counted(name, labels.Count(label => label == i))).ToList();
            return (new(table.FileName, table.Rows, table.Attributes.Count, labels.Count, table.Notes), classes, null);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return (null, null, new(FindingKind.Table, root.Files.First(file => SampleTable.IsTable(file.Name)).Name, e.Text));
        }
    }
}
