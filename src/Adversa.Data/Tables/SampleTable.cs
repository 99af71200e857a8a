using System.Globalization;
using System.Text;

namespace Adversa.Data;

/// <summary>Labels and attributes beside pictures, in whatever kind of table they came.</summary>
/// <remarks>A column named label, class, breed or category is the class. Other columns become attributes: yes and no, numbers, or texts of at most 256 kinds; longer ones, such as captions,
/// are left out with a note.</remarks>
internal sealed class SampleTable
{
    private const long MostBytes = 256_000_000;
    private const int MostKinds = 256;

    private static readonly string[] LabelColumns = ["label", "class", "breed", "category"];

    private readonly TableMatch _match;
    private readonly Dictionary<string, int> _rows;
    private readonly int[]? _labels;
    private readonly float[][] _attributes;      // by column

    private SampleTable(RawTable raw)
    {
        FileName = raw.FileName;
        _match = raw.Match;
        _rows = new(raw.Rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < raw.Rows.Count; i++)
            if (!_rows.TryAdd(raw.Rows[i].File, i)) throw RawTable.Damaged(FileName, raw.Rows[i].Line, $"{raw.Rows[i].File} has a row already, in line {raw.Rows[_rows[raw.Rows[i].File]].Line}", $"{raw.Rows[i].File} ya tiene una fila, en la línea {raw.Rows[_rows[raw.Rows[i].File]].Line}");
        var notes = raw.Notes.ToList();
        var (attributes, columns) = (new List<SampleAttribute>(), new List<float[]>());
        foreach (var name in raw.Rows.SelectMany(row => row.Values).Select(pair => pair.Key).Distinct(StringComparer.Ordinal).ToList())
        {
            var values = Column(raw, name);
            if (LabelColumns.Contains(name.ToLowerInvariant()) && ClassNames.Count == 0) (ClassNames, _labels) = Classes(values);
            else if (Attribute(name, values) is var (attribute, numbers))
            {
                attributes.Add(attribute);
                columns.Add(numbers);
            }
            else notes.Add(new($"{FileName}: the column {name} has more than {MostKinds} different texts and is no attribute.", $"{FileName}: la columna {name} tiene más de {MostKinds} textos distintos y no es un atributo."));
        }

        (Attributes, _attributes, Notes) = (attributes, [.. columns], notes);
    }

    /// <summary>The table's file.</summary>
    public string FileName { get; }

    /// <summary>The classes: numbers in their order, texts by their bytes; empty without a label.</summary>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <summary>What is known about every sample beside its class.</summary>
    public IReadOnlyList<SampleAttribute> Attributes { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows => _rows.Count;

    /// <summary>What is worth a warning.</summary>
    public IReadOnlyList<Text> Notes { get; }

    /// <summary>Finds the table in the root of a tree, or null.</summary>
    /// <param name="tree">The tree.</param>
    /// <exception cref="AdversaException">ADV3045: it is damaged; ADV3007: it cannot be read.</exception>
    public static SampleTable? Find(IFileTree tree)
    {
        foreach (var file in tree.Files)
        {
            var read = Reader(file.Name);
            if (read is null) continue;
            string text;
            try
            {
                text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(tree.Read(file, MostBytes));
            }
            catch (DecoderFallbackException)
            {
                throw RawTable.Damaged(file.Name, 1, "it is not UTF-8", "no es UTF-8");
            }

            if (read(text, file.Name) is { Rows.Count: > 0 } raw) return new(raw);
        }

        return null;
    }

    /// <summary>Whether a file is named like a table, and lies in the root.</summary>
    /// <param name="name">The file, relative to the tree.</param>
    public static bool IsTable(string name) => Reader(name) is not null;

    private static Func<string, string, RawTable?>? Reader(string name) => name switch
    {
        "metadata.jsonl" => JsonTables.Lines,
        "metadata.csv" or "attributes.csv" or "labels.csv" => CsvTable.Read,
        "dataset.json" => JsonTables.StyleGan,
        _ when name.StartsWith("list_attr", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) => CelebATable.Read,
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

    private bool TryFind(string file, out int row)
    {
        if (_match == TableMatch.Bare) return _rows.TryGetValue(file[(file.LastIndexOf('/') + 1)..], out row);
        if (_match == TableMatch.Path) return _rows.TryGetValue(file, out row);
        var stem = file[..(file.LastIndexOf('.') is > 0 and var dot && dot > file.LastIndexOf('/') ? dot : file.Length)];
        return _rows.TryGetValue(stem, out row) || (stem.StartsWith("train/", StringComparison.Ordinal) && _rows.TryGetValue(stem["train/".Length..], out row));
    }

    private static string[] Column(RawTable raw, string name) => [.. raw.Rows.Select(row => row.Values.FirstOrDefault(pair => pair.Key == name).Value is { Length: > 0 } value ? value
        : throw RawTable.Damaged(raw.FileName, row.Line, $"{row.File} has no {name}, which other rows have", $"{row.File} no tiene {name}, que otras filas sí tienen"))];

    private static (IReadOnlyList<string> Names, int[] Labels) Classes(string[] values)
    {
        var areNumbers = values.All(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        List<string> names = areNumbers ? [.. values.Distinct().OrderBy(value => long.Parse(value, CultureInfo.InvariantCulture))] : [.. values.Distinct().Order(NameOrder.Instance)];
        var place = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        return (names, [.. values.Select(value => place[value])]);
    }

    /// <summary>Yes or no, a number, or one of a few texts; null for many texts.</summary>
    private static (SampleAttribute Attribute, float[] Numbers)? Attribute(string column, string[] values)
    {
        var name = string.Concat(column.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        if (values.All(value => value is "true" or "false" or "True" or "False")) return (new(name, 2), [.. values.Select(value => value[0] is 't' or 'T' ? 1f : 0)]);
        if (values.All(value => value is "0" or "1")) return (new(name, 2), [.. values.Select(value => value == "1" ? 1f : 0)]);
        if (values.All(value => float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)))
            return (new(name), [.. values.Select(value => float.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture))]);
        List<string> kinds = [.. values.Distinct(StringComparer.Ordinal).Take(MostKinds + 1)];
        if (kinds.Count > MostKinds) return null;
        kinds.Sort(NameOrder.Instance);
        var place = kinds.Select((kind, i) => (kind, i)).ToDictionary(pair => pair.kind, pair => pair.i, StringComparer.Ordinal);
        return (new(name, kinds.Count) { Names = kinds }, [.. values.Select(value => (float)place[value])]);
    }
}
