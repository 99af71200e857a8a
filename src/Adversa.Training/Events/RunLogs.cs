using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Adversa.Training.Events;

/// <summary>Writes <c>events.jsonl</c>, <c>metrics.csv</c> and <c>events.out.tfevents.*</c>, the same numbers for programs, for a spreadsheet and for TensorBoard,
/// and <c>diagnosis.jsonl</c>, what the doctor saw.</summary>
public sealed class RunLogs : ITrainObserver, IDisposable
{
    /// <summary>What the training doctor saw: a line for each examination, and one for each finding.</summary>
    public const string DiagnosisFile = "diagnosis.jsonl";

    private const string EventsFile = "events.jsonl", MetricsFile = "metrics.csv", Header = "step,images,images_per_second";
    private readonly LogFile _events;
    private readonly LogFile _metrics;
    private readonly TensorBoardLog _board;
    private readonly LogFile _diagnosis;
    private string[]? _columns;              // of the losses and signals; null before the header is there

    /// <summary>Opens the logs of a run for appending.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="upTo">Lines of later steps are removed, so that after a resume no step is missing or doubled; null when the run is new.</param>
    public RunLogs(string folder, long? upTo = null)
    {
        var last = upTo ?? long.MaxValue - 1;
        _events = new LogFile(Path.Join(folder, EventsFile), line => StepOf(line) <= last);
        _diagnosis = new LogFile(Path.Join(folder, DiagnosisFile), line => StepOf(line) <= last);
        _metrics = new LogFile(Path.Join(folder, MetricsFile), line =>
        {
            if (line.StartsWith(Header, StringComparison.Ordinal)) _columns = line[Header.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries);
            return _columns is not null && (line.StartsWith(Header, StringComparison.Ordinal) || (long.TryParse(line.Split(',')[0], CultureInfo.InvariantCulture, out var step) && step <= last));
        });
        _board = new TensorBoardLog(folder, upTo);
    }

    /// <summary>What went wrong with the logs, or null.</summary>
    public string? Problem => _events.Problem ?? _metrics.Problem ?? _diagnosis.Problem ?? _board.Problem;

    /// <inheritdoc/>
    public void On(TrainEvent happened)
    {
        if (happened is not Examined) _events.Append(EventJson.Line(happened));
        if (happened is Examined or Diagnosed or Treated) _diagnosis.Append(EventJson.Line(happened));
        if (happened is StepCompleted e) Row(e);
        _board.On(happened);
        if (happened is CheckpointSaved or RunEnded) Sync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events.Dispose();
        _metrics.Dispose();
        _board.Dispose();
        _diagnosis.Dispose();
    }

    private void Row(StepCompleted e)
    {
        if (_columns is null)
        {
            _columns = [.. e.Values.Keys];
            _metrics.Append(string.Join(',', [Header, .. _columns]));
        }
        else if (e.Values.Keys.Except(_columns).ToList() is { Count: > 0 } added) Widen(added);

        var cells = _columns.Select(column => e.Values.TryGetValue(column, out var value) ? ((float)value).ToString(CultureInfo.InvariantCulture) : "");
        _metrics.Append(string.Create(CultureInfo.InvariantCulture, $"{e.Step},{e.Images},{e.ImagesPerSecond:F1},{string.Join(',', cells)}"));
    }

    /// <summary>Gives a loss its column that was not among the first row's: of a turn that is not taken in every round, or after a stop within a round.</summary>
    private void Widen(List<string> added)
    {
        _columns = [.. _columns!, .. added];
        var (names, none) = ("," + string.Join(',', added), new string(',', added.Count));
        _metrics.Rewrite(line => line + (line.StartsWith(Header, StringComparison.Ordinal) ? names : none));
    }

    /// <summary>Makes what was written survive a power cut: before the checkpoint that covers it gets its name.</summary>
    public void Sync()
    {
        _events.Sync();
        _metrics.Sync();
        _board.Sync();
        _diagnosis.Sync();
    }

    private static long StepOf(string line)
    {
        try
        {
            return JsonNode.Parse(line)?["step"]?.GetValue<long>() ?? long.MaxValue;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return long.MaxValue;
        }
    }
}
