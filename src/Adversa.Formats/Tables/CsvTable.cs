using System.Text;

namespace Adversa.Formats.Tables;

/// <summary>A table of comma-separated values (RFC 4180): a header, quotes where a field holds commas, any line ends. Where the header has semicolons or tabs and no comma, they separate, as Excel writes in many languages, and numbers may have a comma for a point.</summary>
public static class CsvTable
{
    private static readonly string[] FileColumns = ["file_name", "file", "image", "image_id", "id"];

    /// <summary>Reads a table.</summary>
    /// <param name="text">The file.</param>
    /// <param name="file">Its name.</param>
    /// <exception cref="AdversaException">ADV3045: no header that names pictures, or a row that does not fit it.</exception>
    public static RawTable Read(string text, string file)
    {
        var first = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length);
        var separator = first.Contains(',') ? ',' : first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : ',';
        using var lines = Records(text, separator, file).GetEnumerator();
        if (!lines.MoveNext()) throw RawTable.Damaged(file, 1, Words.IsEmpty);
        List<string> header = [.. lines.Current.Fields.Select(name => name.Trim())];
        var key = FileColumns.Select(known => header.FindIndex(name => Plain(name) == Plain(known))).FirstOrDefault(at => at >= 0, -1);
        if (key < 0) throw RawTable.Damaged(file, 1, Words.NoColumnNamesPictures(string.Join(", ", FileColumns), string.Join(", ", header.Take(10))));
        if (header.Count != header.Distinct(StringComparer.OrdinalIgnoreCase).Count()) throw RawTable.Damaged(file, 1, Words.TwoColumnsHaveOneName);
        var rows = new List<TableRow>();
        while (lines.MoveNext())
        {
            var (line, fields) = lines.Current;
            if (fields.All(string.IsNullOrWhiteSpace) && fields.Count == 1) continue;             // an empty line
            if (fields.Count != header.Count) throw RawTable.Damaged(file, line, Words.ExpectedFieldsAsInHeader(header.Count, fields.Count));
            rows.Add(new TableRow(line, fields[key], [.. fields.Select((field, i) => KeyValuePair.Create(header[i], separator != ',' && IsDecimal(field) ? field.Replace(',', '.') : field)).Where((_, i) => i != key)]).Trimmed());
        }

        return new(file, rows.Count > 0 && rows.All(row => !row.File.Contains('.', StringComparison.Ordinal)) ? TableMatch.Stem : TableMatch.Path, rows, []);
    }

    /// <summary>A column's name without what people spell in many ways: <c>File Name</c>, <c>file-name</c>, <c>fileName</c>.</summary>
    private static string Plain(string column) => string.Concat(column.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsDecimal(string field) => field.Count(c => c == ',') == 1 && WrittenNumber.Read(field.Trim().Replace(',', '.')) is not null;

    private static IEnumerable<(int Line, List<string> Fields)> Records(string text, char separator, string file)
    {
        var (at, line, records) = (0, 1, 0);
        while (at < text.Length)
        {
            if (++records > RawTable.MostRows) throw RawTable.Damaged(file, line, Words.MoreThanRows(RawTable.MostRows));
            var (first, fields) = (line, new List<string>());
            while (true)
            {
                fields.Add(IsQuoted(text, separator, at) ? Quoted(text, separator, ref at, ref line, file) : Plain(text, separator, ref at));
                if (fields.Count > RawTable.MostColumns || fields[^1].Length > RawTable.MostField) throw RawTable.Damaged(file, first, Words.RowOrFieldIsTooLong);
                if (at < text.Length && text[at] == separator) at++;
                else break;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            else if (at < text.Length && text[at - 1] != '\r') throw RawTable.Damaged(file, line, Words.TextFollowsClosingQuote);
            line++;
            yield return (first, fields);
        }
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var field = end < 0 ? text[at..] : text[at..(at + end)];
        at += field.Length;
        return field;
    }

    /// <summary>Whether a quote is the first sign of a field but for spaces, which do not belong to it.</summary>
    private static bool IsQuoted(string text, char separator, int at)
    {
        at = PastSpaces(text, separator, at);
        return at < text.Length && text[at] == '"';
    }

    private static int PastSpaces(string text, char separator, int at)
    {
        while (at < text.Length && text[at] is (' ' or '\t') && text[at] != separator) at++;
        return at;
    }

    private static string Quoted(string text, char separator, ref int at, ref int line, string file)
    {
        var field = new StringBuilder();
        at = PastSpaces(text, separator, at);
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                if (text[at] == '\n') line++;
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"') field.Append(text[++at]);
            else
            {
                at = PastSpaces(text, separator, at + 1);
                return field.ToString();
            }
        }

        throw RawTable.Damaged(file, line, Words.QuoteIsNotClosed);
    }
}
