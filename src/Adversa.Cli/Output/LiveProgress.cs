using System.Diagnostics;
using System.Globalization;
using System.Text;
using Adversa.Cli.Commands;
using Adversa.Data;
using Adversa.Training.Events;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>One block on stderr that redraws itself: bar, speed, losses, and the samples while they become readable.</summary>
/// <remarks>Each redrawing is one write, and the cursor is never hidden: whatever ends the program, the terminal is as it was.</remarks>
internal sealed class LiveProgress(Terminal terminal) : ITrainObserver
{
    private const int WordRows = 3, CellColumns = 16, MostCells = 5, LongestBar = 40;
    private const string ClearLine = "\u001b[K";
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _drawn;
    private SampleSchema? _schema;
    private StepCompleted? _step;
    private Raster? _picture;

    public void On(TrainEvent happened)
    {
        switch (happened)
        {
            case RunStarted e:
                _schema = e.Schema;
                foreach (var line in Sentences.Started(e)) terminal.Talk(line);
                break;
            case StepCompleted e:
                _step = e;
                Draw();
                break;
            case SamplesDrawn e:
                _picture = e.Picture;
                Draw();
                break;
            case TrainingWarning e:
                Erase();
                terminal.Warn(e.Code, e.Text);
                Draw();
                break;
            case Diagnosed { Diagnosis: var finding }:
                Erase();
                terminal.Warn(finding.Code, Sentences.Diagnosed(finding));
                Draw();
                break;
            case Treated e:
                Erase();
                terminal.Warn(4012, e.Text);
                Draw();
                break;
            case RunEnded e:
                Draw();
                _drawn = 0;                          // the last block stays
                terminal.Talk(Sentences.Ended(e));
                break;
        }
    }

    private void Draw()
    {
        var width = Math.Max(1, terminal.Width - 1);
        List<string> lines = [.. _step is { } step ? Words(step, width).Select(line => line.Length > width ? line[..width] : line) : [], .. Picture()];
        var block = new StringBuilder(Up());
        foreach (var line in lines) block.Append(line).Append(ClearLine).Append('\n');
        for (var i = lines.Count; i < _drawn; i++) block.Append(ClearLine).Append('\n');
        if (_drawn > lines.Count) block.Append(CultureInfo.InvariantCulture, $"\u001b[{_drawn - lines.Count}A");
        _drawn = lines.Count;
        terminal.ErrorWriter.Write(block.ToString());
    }

    private void Erase()
    {
        var block = new StringBuilder(Up());
        for (var i = 0; i < _drawn; i++) block.Append(ClearLine).Append('\n');
        block.Append(Up());
        _drawn = 0;
        terminal.ErrorWriter.Write(block.ToString());
    }

    private string Up() => _drawn > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{_drawn}A") : "";

    private IEnumerable<string> Words(StepCompleted e, int width)
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        var share = Math.Clamp(e.Steps < Arguments.Unlimited ? (double)e.Step / e.Steps : seconds / (seconds + e.Eta.TotalSeconds), 0, 1);
        var left = e.Eta.TotalSeconds < 0.5 ? "" : Say($"{Arguments.Span(e.Eta)} left", $"quedan {Arguments.Span(e.Eta)}");
        var bar = Math.Clamp(width - 28, 6, LongestBar);
        var full = (int)(share * bar);
        yield return string.Create(CultureInfo.InvariantCulture, $"▕{new string('█', full)}{new string('─', bar - full)}▏ {100 * share,3:F0} %  {left}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{Say("step", "paso")} {Sentences.StepOf(e)} · {e.Images} {Say("images", "imágenes")} · {e.ImagesPerSecond:F0} {Say("images/s", "imágenes/s")}");
        yield return Sentences.Values(e);
    }

    /// <summary>As many of the samples as the terminal shows legibly: about 15 columns each.</summary>
    private IReadOnlyList<string> Picture()
    {
        var (columns, rows) = (terminal.Width - 1, terminal.Height - WordRows - 2);
        if (_picture is null || columns < CellColumns || rows < CellColumns / 2) return [];
        if (_schema is not { Kind: SampleKind.Image } schema) return TerminalPicture.Lines(_picture, Math.Min(columns, 2 * rows), terminal.Colours);
        var (across, down) = (Math.Clamp(columns / CellColumns, 1, MostCells + 3), Math.Clamp(2 * rows / CellColumns, 1, MostCells));
        var cut = Crop(_picture, 2 + across * (schema.Width + 2), 2 + down * (schema.Height + 2));
        return TerminalPicture.Lines(cut, across * CellColumns, terminal.Colours);
    }

    private static Raster Crop(Raster picture, int width, int height)
    {
        var cut = new Raster(Math.Min(width, picture.Width), Math.Min(height, picture.Height), picture.Channels);
        var stride = cut.Width * cut.Channels;
        for (var y = 0; y < cut.Height; y++) Array.Copy(picture.Pixels, y * picture.Width * picture.Channels, cut.Pixels, y * stride, stride);
        return cut;
    }
}
