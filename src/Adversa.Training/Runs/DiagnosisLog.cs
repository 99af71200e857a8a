using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Runs;

/// <summary>What stands in a run's <c>diagnosis.jsonl</c>.</summary>
/// <param name="Entries">Findings and treatments in order.</param>
/// <param name="Examinations">How often the run was examined; 0 when nobody watched.</param>
/// <param name="LastStep">The step of the last line.</param>
/// <param name="BestStep">The step whose samples came nearest to the data; below 0 when that was not measured.</param>
public sealed record DiagnosisLog(IReadOnlyList<DiagnosisEntry> Entries, int Examinations, long LastStep, long BestStep)
{
    /// <summary>Reads it; lines that cannot be read are passed over.</summary>
    /// <param name="run">The run.</param>
    public static DiagnosisLog Read(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var lines = JsonLines.Read(Path.Join(run.Path, RunLogs.DiagnosisFile));
        var examined = lines.Where(line => line["event"]?.ToString() == "examined").ToList();
        var best = examined.Where(line => line["distance"] is not null).MinBy(line => line["distance"]!.GetValue<double>());
        return new([.. lines.Where(line => line["event"]?.ToString() is "finding" or "treatment").Select(line => new DiagnosisEntry(line, FindingOf(line)))],
            examined.Count, lines.Count > 0 ? lines.Max(StepOf) : 0, best is null ? -1 : StepOf(best));
    }

    private static Diagnosis? FindingOf(JsonObject line)
    {
        if (line["event"]?.ToString() != "finding" || Enum.GetValues<DiagnosisKind>().Cast<DiagnosisKind?>().FirstOrDefault(kind => Diagnosis.NameOf(kind!.Value) == line["finding"]?.ToString()) is not { } kind) return null;
        var evidence = line["evidence"] as JsonObject ?? [];
        return new(StepOf(line), kind, evidence.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>(), StringComparer.Ordinal));
    }

    private static long StepOf(JsonObject line) => line["step"]?.GetValue<long>() ?? 0;
}

/// <summary>A finding or a treatment of the log.</summary>
/// <param name="Line">The line as it stands.</param>
/// <param name="Finding">The finding; null where the line is a treatment.</param>
public sealed record DiagnosisEntry(JsonObject Line, Diagnosis? Finding);
