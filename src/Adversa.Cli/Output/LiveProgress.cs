using System.Diagnostics;
using System.Globalization;
using System.Text;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Imaging.Views;
using Adversa.Training.Events;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>One block on stderr that redraws itself: bar, speed, losses, and the samples while they become readable.</summary>
/// <remarks>Each redrawing is one write, and the cursor is never hidden: whatever ends the program, the terminal is as it was.</remarks>
/// <param name="terminal">Where it stands.</param>
/// <param name="seldom">The time after which it is drawn anew though nothing happened; null takes most of a second.</param>
internal sealed class LiveProgress(Terminal terminal, TimeSpan? seldom = null) : IBeatingProgress
{
    private const int WordRows = 3, CellColumns = 16, MostCells = 8, ShortestBar = 6;
    private const string ClearLine = "\u001b[K", ClearBelow = "\u001b[J";
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50), Usual = TimeSpan.FromMilliseconds(700), WorthSaying = TimeSpan.FromSeconds(1);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly List<int> _drawn = [];              // the columns of each line of the block on the screen
    private TimeSpan _drawnAt;
    private RunStarted? _started;
    private StepCompleted? _step;
    private TimeSpan _stepAt;                            // when it came
    private RunActivity? _now;
    private RunEnded? _ended;
    private Raster? _picture;

    public void On(TrainEvent happened)
    {
        lock (_gate) See(happened);
    }

    public void Beat(RunActivity now)
    {
        lock (_gate)
        {
            if (_started is null || _ended is not null || _clock.Elapsed - _drawnAt < (seldom ?? Usual)) return;
            _now = now;
            Draw();
        }
    }

    public void Stopping(RunActivity now)
    {
        lock (_gate)
        {
            if (_ended is not null) return;
            _now = now;
            Above(() =>
            {
                foreach (var line in Sentences.Stopping(now)) terminal.Talk(line);
            });
        }
    }

    private void See(TrainEvent happened)
    {
        switch (happened)
        {
            case RunStarted e:
                _started = e;
                foreach (var line in Sentences.Started(e)) terminal.Talk(line);
                Draw();
                break;
            case StepCompleted e:
                (_step, _stepAt, _now) = (e, _clock.Elapsed, null);
                if (_clock.Elapsed - _drawnAt >= Often) Draw();
                break;
            case SamplesDrawn e:
                _picture = e.Picture;
                Draw();
                break;
            case TrainingWarning e:
                Above(() => terminal.Warn(e.Code, e.Text));
                break;
            case Diagnosed { Diagnosis: var finding }:
                Above(() => terminal.Warn(finding.Code, Sentences.Diagnosed(finding)));
                break;
            case Treated e:
                Above(() => terminal.Warn(4012, e.Text));
                break;
            case RunEnded e:
                _ended = e;
                Draw();
                _drawn.Clear();                          // the last block stays
                terminal.Talk(Sentences.Ended(e));
                break;
        }
    }

    /// <summary>Says something that stays, above the block.</summary>
    private void Above(Action say)
    {
        if (_drawn.Count > 0) terminal.ErrorWriter.Write(Up() + ClearBelow);
        _drawn.Clear();
        say();
        Draw();
    }

    private void Draw()
    {
        var width = Math.Max(1, terminal.Width - 1);
        List<string> words = [.. Shown(width).Select(line => line.Length > width ? line[..width] : line)];
        var (picture, columns) = Picture();
        var block = new StringBuilder(Up());
        foreach (var line in words.Concat(picture)) block.Append(line).Append(ClearLine).Append('\n');
        block.Append(ClearBelow);                        // what was longer before, and the ^C of a terminal that shows it
        _drawn.Clear();
        _drawn.AddRange(words.Select(line => line.Length));
        _drawn.AddRange(picture.Select(_ => columns));
        _drawnAt = _clock.Elapsed;
        terminal.ErrorWriter.Write(block.ToString());
    }

    /// <summary>To the first column of the block's first row; a terminal that was made narrower since has broken its lines.</summary>
    private string Up()
    {
        var width = Math.Max(1, terminal.Width);
        var rows = _drawn.Sum(columns => Math.Max(1, (columns + width - 1) / width));
        return rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"\r\u001b[{rows}A") : "\r";
    }

    private IEnumerable<string> Shown(int width)
    {
        if (_started is not { } started) yield break;
        var minutes = started.Minutes;
        var (step, images) = _ended is { } end ? (end.Step, end.Images) : _now is { } now ? (now.Step, now.Images) : (_step?.Step ?? started.Step, _step?.Images ?? 0);
        var (spent, left) = (started.Before + _clock.Elapsed, Left());
        var byTime = minutes > 0 ? spent / TimeSpan.FromMinutes(minutes) : 0;
        var bySteps = started.Steps < Arguments.Unlimited ? (double)step / started.Steps : 0;
        var share = _ended is { State: "finished" } ? 1 : Math.Clamp(Math.Max(byTime, bySteps), 0, 1);

        var limit = minutes > 0 ? Words.OfWord.ToString() + Arguments.Span(TimeSpan.FromMinutes(minutes)) : "";
        var time = string.Create(CultureInfo.InvariantCulture, $" {100 * share,3:F0} %  {Arguments.Span(_ended?.Elapsed ?? spent)}{limit}")
            + (_ended is not null || left is not { TotalSeconds: >= 0.5 } rest ? "" : Words.LeftSentence(Arguments.Span(rest)).ToString());
        var bar = Math.Max(ShortestBar, width - time.Length - 2);
        var full = (int)(share * bar);
        yield return $"▕{new string('█', full)}{new string('─', bar - full)}▏{time}";

        var of = started.Steps >= Arguments.Unlimited ? "" : $"/{started.Steps}";
        var rate = _ended?.ImagesPerSecond ?? _step?.ImagesPerSecond;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Words.Step} {step}{of} · {images} {Words.Images}")
            + (rate is { } speed ? string.Create(CultureInfo.InvariantCulture, $" · {speed:F0} {Words.ImagesS}") : "")
            + (_ended is null && _now is { } doing && (doing.Elapsed >= WorthSaying || _step is null) ? $" · {Sentences.Doing(doing)}" : "");
        if (_step is not null) yield return Sentences.Values(_step, started.AnswersByScores);
    }

    private TimeSpan? Left()
    {
        if (_step is not { } step) return null;
        var rest = step.Eta - (_clock.Elapsed - _stepAt);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>As many of the samples as the terminal shows legibly: about 15 columns each, over its whole width.</summary>
    private (IReadOnlyList<string> Lines, int Columns) Picture()
    {
        var (columns, rows) = (terminal.Width - 1, terminal.Height - WordRows - 2);
        if (_picture is null || columns < CellColumns || rows < CellColumns / 2) return ([], 0);
        if (_started is not { Schema: { } schema } || !schema.View().HasCells)
        {
            var side = Math.Min(columns, 2 * rows);
            return (TerminalPicture.Lines(_picture, side, terminal.Colours), side);
        }

        // Pictures shrink by whole numbers alone: first by how much, then how many fit.
        var shrunk = (schema.Width + 2 + CellColumns - 1) / CellColumns;
        var across = Math.Clamp((columns * shrunk - 2) / (schema.Width + 2), 1, MostCells);
        var down = Math.Clamp((2 * rows * shrunk - 2) / (schema.Height + 2), 1, MostCells);
        var cut = Crop(_picture, 2 + across * (schema.Width + 2), 2 + down * (schema.Height + 2));
        var wide = (cut.Width + shrunk - 1) / shrunk;
        return (TerminalPicture.Lines(cut, Math.Min(columns, wide), terminal.Colours), Math.Min(columns, wide));
    }

    private static Raster Crop(Raster picture, int width, int height)
    {
        var cut = new Raster(Math.Min(width, picture.Width), Math.Min(height, picture.Height), picture.Channels);
        var stride = cut.Width * cut.Channels;
        for (var y = 0; y < cut.Height; y++) Array.Copy(picture.Pixels, y * picture.Width * picture.Channels, cut.Pixels, y * stride, stride);
        return cut;
    }
}
