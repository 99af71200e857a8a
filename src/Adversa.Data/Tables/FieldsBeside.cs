using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>What else than pictures a set holds, for those who only look at it: captions and masks.</summary>
/// <param name="Notes">What there is, and what is worth a warning.</param>
/// <param name="Files">The files that hold it, beside tables and pictures.</param>
/// <param name="Defects">A table whose masks cannot be read, and why.</param>
/// <param name="Unread">Texts that are not read as captions: the file and why.</param>
public sealed record FieldsBeside(IReadOnlyList<Text> Notes, IReadOnlyList<string> Files, IReadOnlyList<(string File, Text Detail)> Defects,
    IReadOnlyList<(string File, Text Detail)> Unread)
{
    /// <summary>Looks where training would look.</summary>
    /// <param name="tree">The folder or archive.</param>
    /// <param name="pictures">Its pictures.</param>
    public static FieldsBeside Of(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0) return new([], [], [], []);
        SampleTable? table = null;
        try
        {
            table = SampleTable.Find(tree, pictures);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            // whoever reads tables says it
        }

        var (notes, defects, unread) = (new List<Text>(), new List<(string, Text)>(), new List<(string File, Text Detail)>());
        try
        {
            if (Masks.Find(tree, pictures, table) is { } masks) notes.Add(Words.MasksNamedIn(masks.Files.Count(), table!.FileName));
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            defects.Add((table!.FileName, e.Text));
        }

        var captions = Captions.Find(tree, pictures, table, unread);
        if (captions is not null) notes.AddRange([Words.CaptionsWordsAtMostDifferentOnes(captions.Count, captions.From, captions.Field.Size, captions.Field.Vocabulary.Count - 2), .. captions.Notes]);
        List<string> files = [.. tree.Files.Select(file => file.Name).Where(name => name == captions?.From || (captions?.From == ".txt" && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)))];
        return new(notes, files, defects, unread);
    }
}
