using System.Globalization;

namespace Adversa.Formats.Tables;

/// <summary>CelebA's lists: of attributes, a count, the names, then <c>file -1 1 ...</c> line by line; of parts, <c>file 0</c> line by line, where 0 is train, 1 val and 2 test.</summary>
/// <remarks>Liu et al., 2015, "Deep Learning Face Attributes in the Wild" (arXiv:1411.7766). -1 becomes 0. A count that is not that of the rows is a note: such lists are about.</remarks>
public static class CelebATable
{
    /// <summary>Reads a list of parts.</summary>
    /// <exception cref="AdversaException">ADV3045: a line is something else.</exception>
    public static RawTable Parts(string text, string file) => new(file, TableMatch.Bare, [.. text.Split('\n').Index().Where(line => line.Item.Trim().Length > 0).Select(line => line.Item.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [{ } name, ("0" or "1" or "2") and var part]
        ? new TableRow(line.Index + 1, name, [KeyValuePair.Create("partition", part)])
        : throw RawTable.Damaged(file, line.Index + 1, Words.ExpectedFileNameAndPart))], []);

    /// <summary>Reads a list of attributes.</summary>
    /// <exception cref="AdversaException">ADV3045: the head is something else, or a row does not fit it.</exception>
    public static RawTable Read(string text, string file)
    {
        var lines = text.Split('\n');
        if (lines.Length < 3 || !int.TryParse(lines[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) throw RawTable.Damaged(file, 1, Words.ExpectedNumberOfPictures);
        var names = lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0 or > RawTable.MostColumns || names.Length != names.Distinct(StringComparer.OrdinalIgnoreCase).Count()) throw RawTable.Damaged(file, 2, Words.ExpectedNamesOfAttributesEachOnce);
        var rows = new List<TableRow>();
        for (var i = 2; i < lines.Length; i++)
        {
            var fields = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (fields.Length == 0) continue;
            if (fields.Length != names.Length + 1 || fields.Skip(1).Any(field => field is not ("1" or "-1" or "0")))
                throw RawTable.Damaged(file, i + 1, Words.ExpectedFileNameAndNumbers(names.Length, fields.Length));
            rows.Add(new(i + 1, fields[0], [.. names.Select((name, n) => KeyValuePair.Create(name, fields[n + 1] == "1" ? "true" : "false"))]));
        }

        return new(file, TableMatch.Bare, rows, rows.Count == count ? [] : [Words.SaysAndHas(file, Words.Pictures(count), Words.Rows(rows.Count))]);
    }
}
