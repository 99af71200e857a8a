using Adversa.Training.Events;

namespace Adversa.Training.Tests;

/// <summary>Keeps what happened, and does something about it when asked to.</summary>
internal sealed class Recorder(Action<TrainEvent>? then = null) : ITrainObserver
{
    public List<TrainEvent> Events { get; } = [];

    public IEnumerable<TrainingWarning> Warnings => Events.OfType<TrainingWarning>();

    public void On(TrainEvent happened)
    {
        Events.Add(happened);
        then?.Invoke(happened);
    }
}
