using Adversa.Training;
using Adversa.Training.Events;
using Adversa.Training.Runs;

namespace Adversa.Cli.Output;

/// <summary>A progress that also speaks between the events of a run, on another thread than theirs.</summary>
internal interface IBeatingProgress : ITrainObserver
{
    /// <summary>Shows how things stand, where it is time.</summary>
    void Beat(RunActivity now);

    /// <summary>Says at once that a wish to stop was heard.</summary>
    void Stopping(RunActivity now);
}

/// <summary>Lets a progress speak while a step, a drawing or a checkpoint takes long, and answers a wish to stop at once.</summary>
internal sealed class Pulse : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private readonly ManualResetEvent _end = new(initialState: false);
    private readonly Thread _thread;

    internal Pulse(TrainingRun run, IBeatingProgress progress, StopRequest stop)
    {
        _thread = new Thread(() =>
        {
            for (var answered = false; ;)
            {
                if (WaitHandle.WaitAny(answered ? [_end] : [_end, stop.Token.WaitHandle], Between) == 0) return;
                if (!answered && stop.Exit is not null)
                {
                    answered = true;
                    progress.Stopping(run.Activity);
                }
                else progress.Beat(run.Activity);
            }
        }) { IsBackground = true, Name = "pulse" };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }
}
