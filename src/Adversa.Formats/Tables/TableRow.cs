namespace Adversa.Formats.Tables;

/// <summary>One row of a table beside pictures, before it is known what its columns are.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="File">The picture it speaks of.</param>
/// <param name="Values">Its other columns as text, by name.</param>
public sealed record TableRow(int Line, string File, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>A name by which rows and files find each other, however people and systems write it: <c>./a/1.png</c> and <c>a\1.png</c> are <c>a/1.png</c>.</summary>
    /// <param name="name">A path from the table's folder.</param>
    public static string Key(string name)
    {
        name = ComposedName.Of(name).Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal)) name = name[2..];
        return name;
    }

    /// <summary>A name without its ending, if it has one.</summary>
    /// <param name="name">A path.</param>
    public static string Stem(string name) => name[..(name.LastIndexOf('.') is > 0 and var dot && dot > name.LastIndexOf('/') ? dot : name.Length)];

    /// <summary>The same without spaces around names and values.</summary>
    public TableRow Trimmed() => new(Line, Key(File.Trim()), [.. Values.Select(pair => KeyValuePair.Create(pair.Key.Trim(), pair.Value.Trim()))]);
}

/// <summary>A table as its file says it.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Match">How its rows name pictures.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Notes">What is worth a warning.</param>
public sealed record RawTable(string FileName, TableMatch Match, List<TableRow> Rows, List<Text> Notes)
{
    /// <summary>Most rows of a table.</summary>
    public const int MostRows = 5_000_000;

    /// <summary>Most columns of a row.</summary>
    public const int MostColumns = 1000;

    /// <summary>Most characters of a field.</summary>
    public const int MostField = 65_536;

    /// <summary>The error for a damaged table.</summary>
    public static AdversaException Damaged(string file, int line, Text text) => DataError.Of(DataError.Table,
        Words.TableIsDamaged(file, line, text));

}

/// <summary>How the rows of a table name pictures.</summary>
public enum TableMatch
{
    /// <summary>By the path from the table's folder.</summary>
    Path,

    /// <summary>By that path without the ending; or, as on Kaggle, by the same within <c>train/</c>.</summary>
    Stem,

    /// <summary>By the name alone, in whatever folder the picture is.</summary>
    Bare,
}
