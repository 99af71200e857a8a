using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;

namespace Adversa.Metrics.Vectors;

/// <summary>Answers a folder of reference vectors: <c>expected.json</c> names cases, arrays and the numbers asked for; every number is computed anew.</summary>
public static class VectorFolder
{
    /// <summary>Answers all cases.</summary>
    /// <param name="folder">Holds <c>expected.json</c> and the arrays that it names.</param>
    /// <returns>What <c>check.py</c> reads: for each case its numbers by name.</returns>
    /// <exception cref="AdversaException">ADV3083: the folder is none, or a case asks for a metric that is not known.</exception>
    public static JsonObject Answer(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var answers = new JsonObject();
        foreach (var one in Cases(folder))
        {
            var answer = VectorAnswers.Find(one.Metric)?.Invoke(one) ?? throw one.Refused(Words.IsNoMetricHere(one.Metric));
            answers[one.Id] = one.Asked is { } asked ? Only(answer, asked) : answer;
        }

        return answers;
    }

    private static IEnumerable<VectorCase> Cases(string folder)
    {
        try
        {
            var cases = JsonNode.Parse(File.ReadAllText(Path.Join(folder, "expected.json")))?["cases"] as JsonArray ?? throw VectorCase.Broken(folder, Words.ExpectedJsonHasNoList);
            return [.. cases.OfType<JsonObject>().Select(json => new VectorCase(json, folder))];
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is JsonException or InvalidOperationException)
        {
            throw VectorCase.Broken(folder, Words.ExpectedJsonCannotBeRead);
        }
    }

    /// <summary>The numbers that a case asks for: not every case wants all that a metric has.</summary>
    private static JsonObject Only(JsonObject answer, JsonObject asked) => new(answer.Where(pair => asked.ContainsKey(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key,
        pair.Value is JsonObject inner && asked[pair.Key] is JsonObject wanted ? Only(inner, wanted) : pair.Value?.DeepClone())));
}
