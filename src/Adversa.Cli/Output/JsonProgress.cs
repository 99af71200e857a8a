using Adversa.Training.Events;

namespace Adversa.Cli.Output;

/// <summary>Events as newline-delimited JSON on stdout.</summary>
internal sealed class JsonProgress(Terminal terminal) : ITrainObserver
{
    public void On(TrainEvent happened) => terminal.Result(EventJson.Line(happened));
}
