using System.Diagnostics;
using System.Globalization;
using Adversa.Training.Events;

namespace Adversa.Cli.Output;

/// <summary>Plain lines on stderr where no block can redraw itself: the first step, the last, and one every few seconds between.</summary>
internal sealed class PlainProgress(Terminal terminal) : ITrainObserver
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last = -Every;

    public void On(TrainEvent happened)
    {
        switch (happened)
        {
            case RunStarted e:
                foreach (var line in Sentences.Started(e)) terminal.Talk(line);
                break;
            case StepCompleted e when e.Step == e.Steps || _clock.Elapsed - _last >= Every:
                _last = _clock.Elapsed;
                terminal.Talk(string.Create(CultureInfo.InvariantCulture,
                    $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ} step={Sentences.StepOf(e)} img_s={e.ImagesPerSecond:F0} eta_s={e.Eta.TotalSeconds:F0} ")
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
                terminal.Talk(Sentences.Ended(e));
                break;
        }
    }
}
