using System.Text.Json;

namespace Adversa.Formats.Tables;

/// <summary>Tables in JSON: Hugging Face's <c>metadata.jsonl</c> and StyleGAN's <c>dataset.json</c>.</summary>
public static class JsonTables
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>One object a line, with <c>file_name</c> and anything else.</summary>
    /// <exception cref="AdversaException">ADV3045: a line is no such object.</exception>
    public static RawTable Lines(string text, string file)
    {
        var (rows, line, others) = (new List<TableRow>(), 0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var part = text[range].Trim();
            if (part.Length == 0) continue;
            if (rows.Count >= RawTable.MostRows) throw RawTable.Damaged(file, line, Words.MoreThanRows(RawTable.MostRows));
            try
            {
                using var json = JsonDocument.Parse(part, Strict);
                if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("file_name", out var name) || name.ValueKind != JsonValueKind.String)
                    throw RawTable.Damaged(file, line, Words.ExpectedFileNameMember);
                others.UnionWith(json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).Select(member => member.Name));
                rows.Add(new TableRow(line, name.GetString()!, [.. json.RootElement.EnumerateObject().Where(member => member.Name != "file_name").Select(member => KeyValuePair.Create(member.Name, Value(member.Value))).Where(pair => pair.Value is not null)!]).Trimmed());
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw RawTable.Damaged(file, line, Words.IsNoJsonObject(e.Message.ReplaceLineEndings(" ")));
            }
        }

        return new(file, TableMatch.Path, rows, others.Count == 0 ? [] : [Words.ListsAndObjectsAreNeitherClasses(file, string.Join(", ", others))]);
    }

    /// <summary><c>{"labels": [["00000/img.png", 3], ...]}</c>; without labels there is no table.</summary>
    /// <exception cref="AdversaException">ADV3045: it is something else.</exception>
    public static RawTable? StyleGan(string text, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("labels", out var labels) || labels.ValueKind == JsonValueKind.Null) return null;
            return new(file, TableMatch.Path, [.. labels.EnumerateArray().Select((pair, i) => pair.GetArrayLength() == 2 && pair[0].GetString() is { } name && pair[1].ValueKind == JsonValueKind.Number
                ? new TableRow(i + 1, name, [KeyValuePair.Create("label", pair[1].GetRawText())]).Trimmed()
                : throw RawTable.Damaged(file, i + 1, Words.ExpectedFileNameAndClass))], []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw RawTable.Damaged(file, 1, Words.IsNoDatasetJson(e.Message.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>A member as text; null for what no attribute can hold.</summary>
    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
