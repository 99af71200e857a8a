using System.Diagnostics;
using System.Globalization;
using Adversa.Training.Events;

namespace Adversa.Cli.Output;

/// <summary>Plain lines on stderr where no block can redraw itself: one at once, one a second in the first minute and every ten seconds after it, also within a long step, and the last step's.</summary>
internal sealed class PlainProgress(Terminal terminal) : IBeatingProgress
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Often = TimeSpan.FromMilliseconds(750), Seldom = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private TimeSpan? _last;
    private long _steps;
    private bool _ended;

    public void On(TrainEvent happened)
    {
        lock (_gate) See(happened);
    }

    public void Beat(RunActivity now)
    {
        lock (_gate)
        {
            if (_steps == 0 || _ended || !IsTime()) return;
            Line(string.Create(CultureInfo.InvariantCulture, $"step={Sentences.StepOf(now.Step, _steps)} {Sentences.Doing(now)}"));
        }
    }

    public void Stopping(RunActivity now)
    {
        lock (_gate)
            foreach (var line in _ended ? [] : Sentences.Stopping(now)) terminal.Talk(line);
    }

    private void See(TrainEvent happened)
    {
        switch (happened)
        {
            case RunStarted e:
                foreach (var line in Sentences.Started(e)) terminal.Talk(line);
                _steps = e.Steps;
                Line($"step={Sentences.StepOf(e.Step, e.Steps)}");
                break;
            case StepCompleted e when e.Step == e.Steps || IsTime():
                Line(string.Create(CultureInfo.InvariantCulture, $"step={Sentences.StepOf(e.Step, e.Steps)} img_s={e.ImagesPerSecond:F0} eta_s={e.Eta.TotalSeconds:F0} ")
                    + string.Join(' ', e.Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value:G4}"))));
                break;
            case TrainingWarning e:
                terminal.Warn(e.Code, e.Text);
                break;
            case Diagnosed { Diagnosis: var finding }:
                terminal.Warn(finding.Code, Sentences.Diagnosed(finding));
                break;
            case Treated e:
                terminal.Warn(4012, e.Text);
                break;
            case RunEnded e:
                _ended = true;
                terminal.Talk(Sentences.Ended(e));
                break;
        }
    }

    private bool IsTime() => _last is not { } last || _clock.Elapsed - last >= (_clock.Elapsed < First ? Often : Seldom);

    private void Line(string words)
    {
        _last = _clock.Elapsed;
        terminal.Talk(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ} ") + words);
    }
}
