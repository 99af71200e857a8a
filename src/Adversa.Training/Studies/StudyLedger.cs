using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Training.Reports;

namespace Adversa.Training.Studies;

/// <summary>What a finished run of a study came to.</summary>
/// <param name="System">The system's name; empty for the real data itself.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Budget">The kind of its budget.</param>
/// <param name="Hash">Of its cell.</param>
/// <param name="Step">Rounds trained.</param>
/// <param name="Images">Real samples shown.</param>
/// <param name="Seconds">Of training.</param>
/// <param name="Values">The judge's numbers, each the mean of the draws; empty when the run diverged.</param>
/// <param name="Noise">The standard deviation of the draws, of each.</param>
/// <param name="Folder">The run's folder.</param>
public sealed record CellResult(string System, long Seed, string Budget, string Hash, long Step, long Images, double Seconds,
    IReadOnlyList<(string Name, double Value)> Values, IReadOnlyList<(string Name, double Value)> Noise, string Folder)
{
    /// <summary>Whether the run diverged, so that there was nothing to judge.</summary>
    public bool Failed => Values.Count == 0;

    /// <summary>One of its numbers; not finite when the run diverged or the judge has no such number.</summary>
    /// <param name="metric">Its name.</param>
    public double Of(string metric) => Values.Where(value => value.Name == metric).Select(value => value.Value).FirstOrDefault(double.NaN);
}

/// <summary>The finished runs of a study: <c>cells.jsonl</c> of its folder, appended and never changed, so that a study that was killed goes on behind the last line.</summary>
/// <param name="folder">The study's folder.</param>
public sealed class StudyLedger(string folder)
{
    private const string FileName = "cells.jsonl";

    /// <summary>All lines, the oldest first; of two of one hash the newer counts.</summary>
    public IReadOnlyList<CellResult> All() => [.. JsonLines.Read(Path.Join(folder, FileName)).Where(line => line.Word("event") == "cell" && line.Word("hash") is not null).Select(From)
        .GroupBy(cell => cell.Hash, StringComparer.Ordinal).Select(group => group.Last())];

    /// <summary>Appends a finished run.</summary>
    /// <param name="cell">What it came to.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public void Append(CellResult cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        JsonLines.Append(Path.Join(folder, FileName), ToJson(cell));
    }

    /// <summary>A finished run as a line.</summary>
    /// <param name="cell">What it came to.</param>
    public static JsonObject ToJson(CellResult cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return new()
        {
            ["v"] = 1, ["event"] = "cell", ["system"] = cell.System, ["seed"] = cell.Seed, ["budget"] = cell.Budget, ["hash"] = cell.Hash, ["step"] = cell.Step, ["images"] = cell.Images,
            ["seconds"] = Math.Round(cell.Seconds, 2), ["failed"] = cell.Failed, ["values"] = Pairs(cell.Values), ["noise"] = Pairs(cell.Noise), ["folder"] = cell.Folder,
        };
    }

    private static JsonObject Pairs(IEnumerable<(string Name, double Value)> values) => new(values.Where(value => double.IsFinite(value.Value)).Select(value => KeyValuePair.Create(value.Name, (JsonNode?)JsonValue.Create(value.Value))));

    private static CellResult From(JsonObject line) => new(line.Word("system") ?? "", (long)(line.Real("seed") ?? 0), line.Word("budget") ?? "", line.Word("hash")!, (long)(line.Real("step") ?? 0),
        (long)(line.Real("images") ?? 0), line.Real("seconds") ?? 0, Pairs(line["values"]), Pairs(line["noise"]), line.Word("folder") ?? "");

    private static (string, double)[] Pairs(JsonNode? node) => node is JsonObject values ? [.. values.Where(pair => values.Real(pair.Key) is not null).Select(pair => (pair.Key, values.Real(pair.Key)!.Value))] : [];
}
