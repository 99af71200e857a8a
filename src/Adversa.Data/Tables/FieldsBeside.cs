using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>What else than pictures a set holds, for those who only look at it: captions and masks.</summary>
/// <param name="Notes">What there is, and what is worth a warning.</param>
/// <param name="Files">The files that hold it, beside tables and pictures.</param>
/// <param name="Defects">What is damaged: the file and why.</param>
public sealed record FieldsBeside(IReadOnlyList<Text> Notes, IReadOnlyList<string> Files, IReadOnlyList<(string File, Text Detail)> Defects)
{
    /// <summary>Looks where training would look.</summary>
    /// <param name="tree">The folder or archive.</param>
    /// <param name="pictures">Its pictures.</param>
    public static FieldsBeside Of(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0) return new([], [], []);
        SampleTable? table = null;
        try
        {
            table = SampleTable.Find(tree, pictures);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            // whoever reads tables says it
        }

        try
        {
            IReadOnlyList<Text> masks = Masks.Find(tree, pictures, table) is { } found ? [Words.MasksNamedIn(found.Files.Count(), table!.FileName)] : [];
            if (Captions.Find(tree, pictures, table) is not { } captions) return new(masks, [], []);
            List<string> files = [.. tree.Files.Select(file => file.Name).Where(name => name == captions.From || (captions.From == ".txt" && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)))];
            return new([.. masks, Words.CaptionsWordsAtMostDifferentOnes(captions.Count, captions.From, captions.Field.Size, captions.Field.Vocabulary.Count - 2), .. captions.Notes], files, []);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            var file = tree.Files.FirstOrDefault(file => Captions.IsFile(file.Name[(file.Name.LastIndexOf('/') + 1)..]))?.Name ?? table?.FileName ?? tree.Name;
            return new([], [file], [(file, e.Text)]);
        }
    }
}
