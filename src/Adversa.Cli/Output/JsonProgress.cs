using Adversa.Training.Events;

namespace Adversa.Cli.Output;

/// <summary>Events as newline-delimited JSON on stdout.</summary>
internal sealed class JsonProgress(Terminal terminal) : IBeatingProgress
{
    public void On(TrainEvent happened) => terminal.Result(EventJson.Line(happened));

    public void Beat(RunActivity now) { }

    public void Stopping(RunActivity now) => terminal.ForPrograms("stopping", new()
    {
        ["step"] = now.Step, ["waits_for"] = now.Work.ToString().ToLowerInvariant(), ["seconds"] = Math.Round(now.Elapsed.TotalSeconds, 1),
    });
}
