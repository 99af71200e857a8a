using System.Globalization;
using Adversa.Data.Names;
using Adversa.Formats.Tables;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>The sentences that describe pictures: a column <c>caption</c> of their table, a file <c>captions.txt</c> or <c>captions.csv</c> above them, or a <c>.txt</c> of the same name
/// beside each, a sentence a line.</summary>
/// <remarks>A picture may have several: which of them is read is drawn anew each time that it is shown.</remarks>
internal sealed class Captions
{
    private const int MostWords = 64, LeastOfBox = 5;
    private static readonly string[] Columns = ["caption", "captions"], Files = ["captions.txt", "captions.csv"];

    private readonly Dictionary<string, IReadOnlyList<string>> _said;      // of each picture by its name, one or more
    private readonly Vocabulary _vocabulary;

    private Captions(string from, Dictionary<string, IReadOnlyList<string>> said, IReadOnlyList<TreeFile> pictures, int without, IReadOnlyList<string> astray)
    {
        (From, _said) = (from, said);
        List<string> all = [.. pictures.Select(picture => said.GetValueOrDefault(picture.Name)).OfType<IReadOnlyList<string>>().SelectMany(lines => lines)];
        _vocabulary = new(said.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value));
        var longest = said.Values.SelectMany(lines => lines).Max(line => Vocabulary.Words(line).Count());
        Field = Field.OfTokens(Field.Caption, Math.Clamp(longest, 1, MostWords), _vocabulary.List) with { Forms = said.Values.Max(lines => lines.Count) };
        var notes = new List<Text>();
        if (without > 0) notes.Add(Words.PicturesHaveNoCaption(without, from, pictures.First(picture => !said.ContainsKey(picture.Name)).Shown));
        if (astray.Count > 0) notes.Add(Words.CaptionsNameNoPicture(astray.Count, from, astray[0]));
        if (all.Count(line => Vocabulary.Words(line).Skip(MostWords).Any()) is > 0 and var cut) notes.Add(Words.CaptionsAreLongerThanWords(cut, MostWords));
        (Notes, Count) = (notes, all.Count);
    }

    /// <summary>Where they stand: a file's name, or <c>.txt</c>.</summary>
    internal string From { get; }

    /// <summary>The field that they fill; its words are those of all parts of the set.</summary>
    internal Field Field { get; }

    /// <summary>How many there are.</summary>
    internal int Count { get; }

    /// <summary>What is worth a warning.</summary>
    internal IReadOnlyList<Text> Notes { get; }

    /// <summary>Finds the captions of some pictures; null where there are none.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="table">Their table, if there is one.</param>
    /// <param name="unread">Receives the files of captions that cannot be read, and why; no system but one that reads captions need care.</param>
    internal static Captions? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures, SampleTable? table, List<(string File, Text Detail)> unread)
    {
        List<TreeFile> all = [.. pictures, .. tree is PartTree part ? PictureNames.Of(part.Whole).Where(other => !pictures.Any(picture => picture.Name == other.Name)) : []];
        return OfColumn(table, pictures, all, unread) ?? OfFile(tree, pictures, all, unread) ?? Beside(tree, pictures, unread);
    }

    /// <summary>Whether a file holds captions by its name.</summary>
    internal static bool IsFile(string name) => Files.Contains(name.ToLowerInvariant());

    /// <summary>Whether a column of a table does.</summary>
    internal static bool IsColumn(string name) => Columns.Contains(name.ToLowerInvariant());

    /// <summary>Whether a picture has one.</summary>
    internal bool Has(TreeFile picture) => _said.ContainsKey(picture.Name);

    /// <summary>All of a picture's.</summary>
    internal IReadOnlyList<string> Of(TreeFile picture) => _said[picture.Name];

    /// <summary>Writes one of a picture's.</summary>
    /// <param name="picture">A picture that has one.</param>
    /// <param name="chance">Which of them, where there are several.</param>
    /// <param name="numbers">Receives the words.</param>
    internal void Write(TreeFile picture, long chance, Span<int> numbers)
    {
        var lines = _said[picture.Name];
        _vocabulary.Write(lines[(int)((chance & long.MaxValue) % lines.Count)], numbers);
    }

    /// <summary>Whether a text labels boxes, as those beside the pictures of a detector do: lines of a class and four numbers or more.</summary>
    internal static bool IsBoxes(string text)
    {
        var lines = Lines(text);
        return lines.Length > 0 && lines.All(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= LeastOfBox } parts
            && parts.All(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));
    }

    private static Captions? OfColumn(SampleTable? table, IReadOnlyList<TreeFile> pictures, List<TreeFile> all, List<(string File, Text Detail)> unread)
    {
        if (table is null || !all.Any(picture => table.TextsOf(picture.Name, IsColumn).Count > 0)) return null;
        var said = all.Select(picture => (picture.Name, Lines: table.TextsOf(picture.Name, IsColumn))).Where(pair => pair.Lines.Count > 0).ToDictionary(pair => pair.Name, pair => pair.Lines, StringComparer.Ordinal);
        return Sound(table.FileName, unread, () => Made(table.FileName, said, pictures, []));
    }

    /// <summary>A table of nothing but pictures and sentences, in which a picture may come several times.</summary>
    private static Captions? OfFile(IFileTree tree, IReadOnlyList<TreeFile> pictures, List<TreeFile> all, List<(string File, Text Detail)> unread)
    {
        var around = ClassFolders.CommonFolder(pictures);
        if (tree.Files.FirstOrDefault(file => IsFile(file.Name[(file.Name.LastIndexOf('/') + 1)..]) && around.StartsWith(file.Name[..(file.Name.LastIndexOf('/') + 1)], StringComparison.Ordinal)) is not { } found) return null;
        return Sound(found.Name, unread, () => OfFile(tree, found, pictures, all));
    }

    private static Captions OfFile(IFileTree tree, TreeFile found, IReadOnlyList<TreeFile> pictures, List<TreeFile> all)
    {
        var raw = CsvTable.Read(TableText.Of(tree, found), found.Name);
        if (!raw.Rows.Any(row => row.Values.Any(pair => IsColumn(pair.Key)))) throw RawTable.Damaged(found.Name, 1, Words.NoColumnIsCalledCaption);
        var within = found.Name[..(found.Name.LastIndexOf('/') + 1)];
        var byPath = all.Where(picture => picture.Name.StartsWith(within, StringComparison.Ordinal)).GroupBy(picture => TableRow.Key(picture.Name[within.Length..]))
            .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
        var byName = all.GroupBy(picture => TableRow.Key(picture.Name[(picture.Name.LastIndexOf('/') + 1)..])).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
        var (said, astray) = (new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new List<string>());
        foreach (var row in raw.Rows)
        {
            var line = row.Values.First(pair => IsColumn(pair.Key)).Value;
            if (line.Length == 0) throw RawTable.Damaged(found.Name, row.Line, Words.CaptionIsEmpty(row.File));
            if ((byPath.GetValueOrDefault(row.File) ?? byName.GetValueOrDefault(row.File)) is not { } picture) astray.Add(row.File);
            else if (said.TryGetValue(picture, out var lines)) ((List<string>)lines).Add(line);
            else said[picture] = new List<string> { line };
        }

        return Made(found.Name, said, pictures, astray);
    }

    private static Captions? Beside(IFileTree tree, IReadOnlyList<TreeFile> pictures, List<(string File, Text Detail)> unread)
    {
        var texts = tree.Files.Where(file => file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            .GroupBy(file => TableRow.Stem(file.Name)).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        if (texts.Count == 0) return null;
        var (said, bad) = (new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new List<(string, Text)>());
        foreach (var picture in pictures)
        {
            if (texts.GetValueOrDefault(TableRow.Stem(picture.Name)) is not { } text || Sound(text.Name, bad, () => TableText.Of(tree, text)) is not { } content) continue;
            if (IsBoxes(content)) bad.Add((text.Name, Words.TextLabelsBoxes(text.Name)));
            else if (Lines(content) is { Length: > 0 } lines) said[picture.Name] = lines;
        }

        if ((said.Count + bad.Count) * 2 < pictures.Count) return null;           // a readme.txt beside a readme.png makes no captions
        unread.AddRange(bad);
        return said.Count * 2 < pictures.Count ? null : Made(".txt", said, pictures, []);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is read from a file; null, and a line more in the list, where it cannot be.</summary>
    private static T? Sound<T>(string file, List<(string File, Text Detail)> unread, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            unread.Add((file, e.Text));
            return null;
        }
    }

    private static Captions Made(string from, Dictionary<string, IReadOnlyList<string>> said, IReadOnlyList<TreeFile> pictures, List<string> astray)
    {
        var without = pictures.Count(picture => !said.ContainsKey(picture.Name));
        if (without == pictures.Count) throw RawTable.Damaged(from, 1, Words.DescribesNoneOfPictures(pictures[0].Shown));
        return new(from, said, pictures, without, astray);
    }
}
