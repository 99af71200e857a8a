using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Runs;

/// <summary>Tells what happens: the run's logs, and whoever watches.</summary>
/// <param name="logs">Of the run; disposed with this.</param>
internal sealed class RunVoice(RunLogs logs) : IDisposable
{
    private readonly List<ITrainObserver> _observers = [];
    private readonly HashSet<Text> _said = [];
    private bool _logProblemSaid;

    /// <summary>Why the logs could not be written; null while they can.</summary>
    internal string? LogProblem => logs.Problem;

    /// <summary>Adds somebody who is told; one that throws is reported and dropped.</summary>
    internal void Add(ITrainObserver observer) => _observers.Add(observer);

    /// <summary>Tells an event.</summary>
    internal void Tell(TrainEvent happened)
    {
        logs.On(happened);
        SayLogProblem(happened.Step);
        foreach (var observer in _observers.ToList())
            try
            {
                observer.On(happened);
            }
            catch (Exception e)
            {
                _observers.Remove(observer);
                Warn(happened.Step, 1002, Words.ObserverFailedAndIsLeftOut(e.Message));
            }
    }

    /// <summary>Tells a warning.</summary>
    internal void Warn(long step, int code, Text text) => Tell(new TrainingWarning(step, code, text));

    /// <summary>Tells a warning that is said once.</summary>
    internal void WarnOnce(long step, int code, Text text)
    {
        if (_said.Add(text)) Warn(step, code, text);
    }

    /// <summary>Puts the logs on disk: a checkpoint that survives a power cut must find its rows beside it.</summary>
    internal void Sync() => logs.Sync();

    /// <inheritdoc/>
    public void Dispose() => logs.Dispose();

    /// <summary>Logs that cannot be written cost one warning, and the exit code at the end.</summary>
    private void SayLogProblem(long step)
    {
        if (_logProblemSaid || logs.Problem is not { } problem) return;
        _logProblemSaid = true;
        Warn(step, 5008, Words.LogsCannotBeWritten(problem.TrimEnd('.')));
    }
}
