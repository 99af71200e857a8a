using System.Text.Json.Nodes;
using Adversa.Formats.Arrays;

namespace Adversa.Metrics.Vectors;

/// <summary>One case of a folder of reference vectors: which metric, of which arrays.</summary>
internal sealed class VectorCase(JsonObject json, string folder)
{
    internal string Id { get; } = Text(json, "id");

    internal string Metric { get; } = Text(json, "metric");

    /// <summary>The numbers asked for, where the case names them; their values are of no concern here.</summary>
    internal JsonObject? Asked => json["expected"] as JsonObject;

    internal bool Has(string role) => json["inputs"]?[role] is not null;

    internal double Parameter(string name, double usual) => json["params"]?[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : usual;

    internal string Written(string name) => json["params"]?[name] is JsonValue value && value.TryGetValue<string>(out var words) ? words : "";

    /// <summary>Numbers that stand in the case itself, or in a file that it names.</summary>
    internal double[] Numbers(string role) => Input(role) is JsonArray list ? [.. list.Select(number => number!.GetValue<double>())] : All(Array(role));

    /// <summary>The file behind a role.</summary>
    internal NpyFile Array(string role)
    {
        if (Input(role) is not JsonValue value || !value.TryGetValue<string>(out var name)) throw Refused(Words.InputNamesNoFile(role));
        if (Path.GetFileName(name) != name) throw Refused(Words.InputLiesOutsideOfFolder(role));
        return NpyFile.Read(Path.Join(folder, name));
    }

    /// <summary>An array's rows: whatever follows its first dimension is one row.</summary>
    internal FeatureSet Rows(string role)
    {
        var file = Array(role);
        return FeatureSet.From(All(file), Math.Max(1, file.Shape.Skip(1).Aggregate(1, (a, b) => a * b)));
    }

    internal AdversaException Refused(Text text) => Broken(folder, Words.CaseIs(Id, text));

    internal static AdversaException Broken(string folder, Text text) => new(3083, ExitCode.Data, Words.IsNoFolderOfReferenceVectors(folder, text));

    private static string Text(JsonObject json, string name) => json[name]?.ToString() ?? "";

    private JsonNode Input(string role) => json["inputs"]?[role] ?? throw Refused(Words.InputIsMissing(role));

    private static double[] All(NpyFile file)
    {
        var values = new double[file.Length];
        for (var i = 0; i < values.Length; i++) values[i] = file.At(i);
        return values;
    }
}
