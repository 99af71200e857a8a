using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Adversa.Training.Events;

/// <summary>Writes <c>events.jsonl</c> and <c>metrics.csv</c>: the same numbers, for programs and for a spreadsheet.</summary>
public sealed class RunLogs : ITrainObserver, IDisposable
{
    private const string EventsFile = "events.jsonl", MetricsFile = "metrics.csv";
    private readonly LogFile _events;
    private readonly LogFile _metrics;
    private readonly string _metricsPath;
    private string[]? _columns;

    /// <summary>Opens the logs of a run for appending.</summary>
    /// <param name="folder">The run's folder.</param>
    public RunLogs(string folder)
    {
        _metricsPath = Path.Join(folder, MetricsFile);
        if (File.Exists(_metricsPath)) _columns = File.ReadLines(_metricsPath).FirstOrDefault()?.Split(',')[3..];
        _events = new LogFile(Path.Join(folder, EventsFile));
        _metrics = new LogFile(_metricsPath);
    }

    /// <summary>What went wrong with the logs, or null.</summary>
    public string? Problem => _events.Problem ?? _metrics.Problem;

    /// <summary>Cuts the logs back to a checkpoint, so that no step is missing or doubled after a resume.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="step">The checkpoint's step.</param>
    public static void CutBack(string folder, long step)
    {
        LogFile.Cut(Path.Join(folder, EventsFile), line => StepOf(line) <= step);
        LogFile.Cut(Path.Join(folder, MetricsFile), line => !long.TryParse(line.Split(',')[0], CultureInfo.InvariantCulture, out var at) || at <= step);
    }

    /// <inheritdoc/>
    public void On(TrainEvent happened)
    {
        _events.Append(EventJson.Line(happened));
        if (happened is StepCompleted e) Row(e);
        if (happened is CheckpointSaved or RunEnded) Sync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events.Dispose();
        _metrics.Dispose();
    }

    private void Row(StepCompleted e)
    {
        if (_columns is null)
        {
            _columns = [.. e.Values.Keys];
            _metrics.Append(string.Join(',', ["step", "images", "images_per_second", .. _columns]));
        }

        var cells = _columns.Select(column => e.Values.TryGetValue(column, out var value) ? ((float)value).ToString(CultureInfo.InvariantCulture) : "");
        _metrics.Append(string.Create(CultureInfo.InvariantCulture, $"{e.Step},{e.Images},{e.ImagesPerSecond:F1},{string.Join(',', cells)}"));
    }

    private void Sync()
    {
        _events.Sync();
        _metrics.Sync();
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
