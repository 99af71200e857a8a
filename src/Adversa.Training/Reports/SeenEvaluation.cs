using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Metrics.Evaluation;
using Adversa.Training.Folders;

namespace Adversa.Training.Reports;

/// <summary>What was measured of a run at one moment. They stand in <c>evaluations.jsonl</c> of the run folder, one a line.</summary>
/// <param name="Step">The checkpoint that was judged.</param>
/// <param name="Images">Real samples that it had been shown.</param>
/// <param name="Count">Samples judged.</param>
/// <param name="Values">The numbers, in the order in which they are shown.</param>
/// <param name="Sentence">What one sees, in one sentence.</param>
/// <param name="Protocol">How it was measured.</param>
/// <param name="Space">The name of the space in which samples were compared, and what it is; null where numbers have none.</param>
/// <param name="IsBest">Whether the checkpoint is the one whose samples came nearest to the data, in place of the newest.</param>
/// <param name="Real">Real samples that they were compared with; 0 where there are none.</param>
public sealed record SeenEvaluation(long Step, long Images, int Count, IReadOnlyList<Measured> Values, Text Sentence, Text Protocol, Text? Space = null, bool IsBest = false, int Real = 0)
{
    private const string FileName = "evaluations.jsonl", BestCheckpoint = "best";

    /// <summary>The protocol with its space.</summary>
    public Text How => Space is { } space ? Words.FindingAndAdvice(space, Protocol) : Protocol;

    /// <summary>Keeps it with the run.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public void Append(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        JsonLines.Append(Path.Join(run.Path, FileName), new()
        {
            ["v"] = 1,
            ["event"] = "evaluation",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["step"] = Step,
            ["images"] = Images,
            ["checkpoint"] = IsBest ? BestCheckpoint : "newest",
            ["count"] = Count,
            ["real"] = Real > 0 ? Real : null,
            ["values"] = new JsonArray([.. Values.Select(value => new JsonObject { ["name"] = value.Name, ["value"] = Round(value.Value), ["low"] = Round(value.Interval?.Low), ["high"] = Round(value.Interval?.High), ["floor"] = Round(value.Floor), ["spread"] = Round(value.Spread), ["floorSpread"] = Round(value.FloorSpread) })]),
            ["sentence"] = Both(Sentence),
            ["protocol"] = Both(Protocol),
            ["space"] = Space is { } space ? Both(space) : null,
        });
    }

    /// <summary>All of a run, the oldest first.</summary>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<SeenEvaluation> Of(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. JsonLines.Read(Path.Join(run.Path, FileName)).Where(line => line.Word("event") == "evaluation").Select(From)];
    }

    private static SeenEvaluation From(JsonObject line) => new((long)(line.Real("step") ?? 0), (long)(line.Real("images") ?? 0), (int)(line.Real("count") ?? 0),
        [.. ((line["values"] as JsonArray) ?? []).OfType<JsonObject>().Where(value => value.Real("value") is not null)
            .Select(value => new Measured(value.Word("name") ?? "?", value.Real("value")!.Value, value.Real("low") is { } low && value.Real("high") is { } high ? new(low, high) : null, value.Real("floor"), value.Real("spread"), value.Real("floorSpread")))],
        Both(line["sentence"]), Both(line["protocol"]), line["space"] is JsonObject space ? Both(space) : null, line.Word("checkpoint") == BestCheckpoint, (int)(line.Real("real") ?? 0));

    private static JsonObject Both(Text text) => new() { ["en"] = text.English, ["es"] = text.Spanish };

    private static Text Both(JsonNode? text) => new((text as JsonObject)?.Word("en") ?? "", (text as JsonObject)?.Word("es") ?? "");

    private static double? Round(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 6) : null;
}
