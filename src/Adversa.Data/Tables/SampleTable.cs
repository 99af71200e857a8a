using System.Globalization;
using Adversa.Data.Names;
using Adversa.Formats.Tables;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>Labels and attributes beside pictures, in whatever kind of table they came.</summary>
/// <remarks>A column named label, class, breed or category is the class. Other columns become attributes: yes and no, numbers, or texts of at most 256 kinds; longer ones, such as captions,
/// are left out with a note.</remarks>
public sealed class SampleTable
{
    private const int MostKinds = 256;

    private static readonly string[] LabelColumns = ["label", "class", "breed", "category"];
    private static readonly string[] NoTables = [".csv", ".tsv", ".jsonl"];

    private readonly string _within;             // the table's folder, with a slash at its end
    private readonly TableMatch _match;
    private readonly Dictionary<string, int> _rows;
    private readonly int[]? _labels;
    private readonly float[][] _attributes;      // by column
    private readonly List<TableRow> _known;      // the rows of pictures, in the order of the other arrays
    private readonly TableRow _first;

    private SampleTable(RawTable raw, string within, IReadOnlyList<TreeFile> pictures, IReadOnlyList<TreeFile> beyond)
    {
        _first = raw.Rows[0];
        (FileName, _within, _match, Rows) = (raw.FileName, within, raw.Match, raw.Rows.Count);
        _rows = Places(raw);
        var masks = raw.Rows.SelectMany(row => row.Values.Where(pair => Masks.IsColumn(pair.Key)).Select(pair => within + TableRow.Key(pair.Value))).ToHashSet(StringComparer.Ordinal);
        var without = pictures.Where(picture => !TryFind(picture.Name, out _) && !masks.Contains(TableRow.Key(picture.Name))).ToList();
        Named = pictures.Count(picture => TryFind(picture.Name, out _));
        var (own, known) = (Matched(raw, pictures), Matched(raw, [.. pictures, .. beyond]));
        _rows = known.Index().ToDictionary(pair => pair.Item.File, pair => pair.Index, StringComparer.Ordinal);
        var notes = raw.Notes.ToList();
        var (attributes, columns) = (new List<SampleAttribute>(), new List<float[]>());
        foreach (var name in own.SelectMany(row => row.Values).Select(pair => pair.Key).Distinct(StringComparer.Ordinal).ToList())
        {
            if (LabelColumns.Contains(name.ToLowerInvariant()) && ClassNames.Count == 0)
            {
                (ClassNames, var labels) = ClassList.OfColumn(Column(own, name, FileName));          // of these pictures alone: what others say makes no class
                _labels = new int[known.Count];
                foreach (var (i, row) in own.Index()) _labels[_rows[row.File]] = labels[i];
            }
            else if (IsText(name, own)) continue;
            else if (Attribute(name, Column(known, name, FileName)) is var (attribute, numbers))
            {
                attributes.Add(attribute);
                columns.Add(numbers);
            }
            else notes.Add(Words.ColumnHasMoreThanDifferentTexts(FileName, name, MostKinds));
        }

        List<TableRow> absent = [.. raw.Rows.Where(row => !_rows.ContainsKey(row.File))];
        if (absent.Count > 0 && Named > 0) notes.Add(Absent(absent));
        if (without.Count > 0) notes.Add(Words.PicturesHaveNoRow(without.Count, FileName, without[0].Shown));
        (Attributes, _attributes, _known, Notes) = (attributes, [.. columns], known, notes);
    }

    /// <summary>The table's file.</summary>
    public string FileName { get; }

    /// <summary>The classes of the pictures that have a row, in the order of <see cref="ClassList"/>; empty without a label.</summary>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <summary>What is known about every sample beside its class.</summary>
    public IReadOnlyList<SampleAttribute> Attributes { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>How many pictures have a row.</summary>
    public int Named { get; }

    /// <summary>What is worth a warning, such as rows without a picture and pictures without a row.</summary>
    public IReadOnlyList<Text> Notes { get; }

    /// <summary>Finds the table of some pictures: in the root of a tree, or in a folder that holds all of them; null when there is none.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">All pictures of the tree.</param>
    /// <exception cref="AdversaException">ADV3045: it is damaged; ADV3007: it cannot be read.</exception>
    public static SampleTable? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures) => Find(tree, pictures, Reader);

    /// <summary>The same for a list that says which part each picture belongs to.</summary>
    /// <inheritdoc cref="Find(IFileTree, IReadOnlyList{TreeFile})"/>
    public static SampleTable? FindParts(IFileTree tree, IReadOnlyList<TreeFile> pictures) => Find(tree, pictures, PartReader);

    private static SampleTable? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures, Func<string, Func<string, string, RawTable?>?> reader)
    {
        IReadOnlyList<TreeFile> beyond = tree is PartTree part ? PictureNames.Of(part.Whole) : [];         // one table may speak for several parts
        var around = ClassFolders.CommonFolder(pictures);
        for (var within = ""; ; within = around[..(around.IndexOf('/', within.Length) + 1)])
        {
            foreach (var file in tree.Files)
                if (file.Name.StartsWith(within, StringComparison.Ordinal) && reader(file.Name[within.Length..]) is { } read && read(TableText.Of(tree, file), file.Name) is { Rows.Count: > 0 } raw)
                    return new(raw, within, pictures, beyond);
            if (within.Length == around.Length) return null;
        }
    }

    /// <summary>Makes sure that the table speaks of the pictures at all.</summary>
    /// <param name="pictures">The pictures that it was found for.</param>
    /// <exception cref="AdversaException">ADV3045: none of its rows names one of them.</exception>
    public void RequireRows(IReadOnlyList<TreeFile> pictures)
    {
        if (Named > 0 || pictures.Count == 0) return;
        var isWhole = _first.File.StartsWith('/') || _first.File is [_, ':', '/', ..];
        throw RawTable.Damaged(FileName, _first.Line,
            Words.NoneNamesPicture(Words.Rows(Rows), _first.File, pictures[0].Shown, isWhole ? Words.RowNamesPictureByPath : Text.None));
    }

    /// <summary>Files beside the pictures that are tables by their names, or could be, and are not read; null when there is none.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="used">The tables that are read.</param>
    public static Text? NotRead(IFileTree tree, IReadOnlyCollection<string> used)
    {
        var others = tree.Files.Where(file => !used.Contains(file.Name) && IsLikeTable(file.Name[(file.Name.LastIndexOf('/') + 1)..])).ToList();
        if (others.Count == 0) return null;
        var text = used.Count == 0 ? Words.TableIsCalledMetadata : used.Count == 1 ? Words.IsRead(used.First()) : Words.AreRead(string.Join(", ", used));
        return Words.TablesNotRead(others.Count, others[0].Name, text);
    }

    /// <summary>Whether a file is named like a table, and lies in the root.</summary>
    /// <param name="name">The file, relative to the tree.</param>
    public static bool IsTable(string name) => Reader(name) is not null;

    private static bool IsLikeTable(string name) => (Reader(name) ?? PartReader(name)) is not null || NoTables.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static Func<string, string, RawTable?>? Reader(string name) => name switch
    {
        "metadata.jsonl" => JsonTables.Lines,
        "metadata.csv" or "attributes.csv" or "labels.csv" => CsvTable.Read,
        "dataset.json" => JsonTables.StyleGan,
        _ when name.StartsWith("list_attr", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) => CelebATable.Read,
        _ => null,
    };

    private static Func<string, string, RawTable?>? PartReader(string name) => name switch
    {
        "list_eval_partition.txt" => CelebATable.Parts,
        "list_eval_partition.csv" => (text, file) => CsvTable.Read(text, file) with { Match = TableMatch.Bare },
        _ => null,
    };

    /// <summary>The row of a picture.</summary>
    /// <param name="file">The picture, relative to the tree.</param>
    /// <param name="label">Its class; -1 when the table has none.</param>
    /// <param name="attributes">Receives its attributes; empty to ask for the class alone.</param>
    /// <returns>Whether there is a row.</returns>
    public bool TryGet(string file, out int label, Span<float> attributes)
    {
        label = -1;
        if (!TryFind(file, out var row)) return false;
        label = _labels?[row] ?? -1;
        for (var i = 0; i < attributes.Length; i++) attributes[i] = _attributes[i][row];
        return true;
    }

    /// <summary>What the row of a picture says in columns that are read as they stand: captions, the file of a mask; empty where it says nothing.</summary>
    /// <param name="file">The picture, relative to the tree.</param>
    /// <param name="isColumn">Which columns.</param>
    internal IReadOnlyList<string> TextsOf(string file, Func<string, bool> isColumn) =>
        TryFind(file, out var row) ? [.. _known[row].Values.Where(pair => isColumn(pair.Key) && pair.Value.Length > 0).Select(pair => pair.Value)] : [];

    /// <summary>Whether a column is read as it stands and is no attribute.</summary>
    private static bool IsText(string column, List<TableRow> rows) => Captions.IsColumn(column) || (Masks.IsColumn(column) && rows.Any(row => row.Values.Any(pair => pair.Key == column && Masks.IsFile(pair.Value))));

    private bool TryFind(string file, out int row)
    {
        row = -1;
        if (!file.StartsWith(_within, StringComparison.Ordinal)) return false;
        file = TableRow.Key(file[_within.Length..]);
        if (_match == TableMatch.Bare) return _rows.TryGetValue(file[(file.LastIndexOf('/') + 1)..], out row);
        if (_match == TableMatch.Path) return _rows.TryGetValue(file, out row);
        var stem = TableRow.Stem(file);
        return _rows.TryGetValue(stem, out row) || (stem.StartsWith("train/", StringComparison.Ordinal) && _rows.TryGetValue(stem["train/".Length..], out row));
    }

    /// <summary>Where the row of each file stands.</summary>
    private static Dictionary<string, int> Places(RawTable raw)
    {
        var places = new Dictionary<string, int>(raw.Rows.Count, StringComparer.Ordinal);
        foreach (var (i, row) in raw.Rows.Index())
            if (!places.TryAdd(row.File, i)) throw RawTable.Damaged(raw.FileName, row.Line, Words.HasRowAlreadyInLine(row.File, raw.Rows[places[row.File]].Line));
        return places;
    }

    /// <summary>The rows that name a picture, in the table's order.</summary>
    private List<TableRow> Matched(RawTable raw, IReadOnlyList<TreeFile> pictures)
    {
        var used = new bool[raw.Rows.Count];
        foreach (var picture in pictures)
            if (TryFind(picture.Name, out var row)) used[row] = true;
        return [.. raw.Rows.Where((_, i) => used[i])];
    }

    private Text Absent(List<TableRow> absent)
    {
        var (count, first) = (absent.Count, absent[0]);
        return Words.RowsOfNoPicture(count, FileName, first.File, first.Line);
    }

    private static string[] Column(List<TableRow> rows, string name, string file) => [.. rows.Select(row => row.Values.FirstOrDefault(pair => pair.Key == name).Value is { Length: > 0 } value ? value
        : throw RawTable.Damaged(file, row.Line, Words.HasNoOtherRowsHave(row.File, name)))];

    /// <summary>Yes or no, a number, or one of a few texts; null for many texts.</summary>
    private static (SampleAttribute Attribute, float[] Numbers)? Attribute(string column, string[] values)
    {
        var name = string.Concat(column.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        if (values.All(value => value.ToLowerInvariant() is "true" or "false")) return (new(name, 2), [.. values.Select(value => value[0] is 't' or 'T' ? 1f : 0)]);
        if (values.All(value => value is "0" or "1")) return (new(name, 2), [.. values.Select(value => value == "1" ? 1f : 0)]);
        if (values.All(value => float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)))
        {
            float[] numbers = [.. values.Select(value => float.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture))];
            return (new(name) { Least = numbers.Min(), Most = numbers.Max() }, numbers);
        }

        List<string> kinds = [.. values.Distinct(StringComparer.Ordinal).Take(MostKinds + 1)];
        if (kinds.Count > MostKinds) return null;
        kinds = ClassList.Sorted(kinds);
        var place = kinds.Select((kind, i) => (kind, i)).ToDictionary(pair => pair.kind, pair => pair.i, StringComparer.Ordinal);
        return (new(name, kinds.Count) { Names = kinds }, [.. values.Select(value => (float)place[value])]);
    }
}
