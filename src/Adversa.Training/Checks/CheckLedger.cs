using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Torch;

namespace Adversa.Training.Checks;

/// <summary>The verdicts of a checks folder, one JSON object a line in <c>results.jsonl</c>, appended and never changed.</summary>
/// <param name="folder">The checks folder.</param>
public sealed class CheckLedger(string folder)
{
    private const string File = "results.jsonl", CpuInfo = "/proc/cpuinfo";
    private const int Digits = 6;

    /// <summary>The newest line of a check, or null.</summary>
    /// <param name="id">The check.</param>
    /// <param name="hash">Of its plan; null takes any.</param>
    public JsonObject? Find(string id, string? hash = null) =>
        Lines().LastOrDefault(line => line["check"]?.ToString() == id && (hash is null || line["hash"]?.ToString() == hash));

    /// <summary>Appends a verdict.</summary>
    /// <param name="result">The verdict.</param>
    public void Append(CheckResult result) => JsonLines.Append(Path.Join(folder, File), ToJson(result));

    /// <summary>A verdict with its numbers, and where and when they were measured.</summary>
    /// <param name="result">The verdict.</param>
    public static JsonObject ToJson(CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new()
        {
            ["v"] = 1,
            ["check"] = result.Check.Id,
            ["system"] = result.Check.System,
            ["passed"] = result.Passed,
            ["verdict"] = result.Verdict.English,
            ["claim"] = result.Check.Claim.English,
            ["hash"] = result.Hash,
            ["seed"] = result.Seed,
            ["seconds"] = Math.Round(result.Seconds, 1),
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["machine"] = Processor(),
            ["cores"] = Environment.ProcessorCount,
            ["threads"] = Engine.Threads,
            ["instructions"] = Engine.CpuCapability,
            ["adversa"] = typeof(CheckLedger).Assembly.GetName().Version?.ToString(3),
            ["libtorch"] = Engine.TorchVersion,
            ["dotnet"] = Environment.Version.ToString(),
            ["os"] = RuntimeInformation.OSDescription,
            ["arms"] = new JsonArray([.. result.Arms.Select(Part)]),
            ["control"] = Part(result.Control),
        };
    }

    private static JsonObject Part(PartResult part) => new()
    {
        ["name"] = part.Name,
        ["steps"] = part.Steps,
        ["seconds"] = part.Seconds,
        ["diverged"] = part.Diverged,
        ["folder"] = part.Folder,
        ["values"] = new JsonObject(part.Values.Select(value => KeyValuePair.Create(value.Name, Number(value.Value)))),
        ["bars"] = new JsonArray([.. part.Bars.Select(bar => new JsonObject
        {
            ["metric"] = bar.Bar.Metric, ["value"] = Number(bar.Value), [bar.Bar.IsMaximum ? "max" : "min"] = bar.Bar.Bound, ["met"] = bar.IsMet,
        })]),
    };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, Digits)) : null;

    private IReadOnlyList<JsonObject> Lines() => JsonLines.Read(Path.Join(folder, File));

    private static string Processor()
    {
        try
        {
            return System.IO.File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
