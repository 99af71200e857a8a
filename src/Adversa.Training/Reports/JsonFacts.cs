using System.Text.Json.Nodes;

namespace Adversa.Training.Reports;

/// <summary>Reads what a file of a run folder says, whatever it says: a report shows what is there and leaves out the rest.</summary>
internal static class JsonFacts
{
    /// <summary>A text, or null.</summary>
    public static string? Word(this JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A finite number, or null.</summary>
    public static double? Real(this JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The leaves of a tree, each with its path.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(this JsonObject json, string path = "")
    {
        foreach (var (name, value) in json)
            if (value is JsonObject inner) foreach (var leaf in inner.Leaves($"{path}{name}.")) yield return leaf;
            else yield return (path + name, value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "null");
    }
}
