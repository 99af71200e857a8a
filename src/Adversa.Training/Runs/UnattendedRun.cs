using Adversa.Data;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;

namespace Adversa.Training.Runs;

/// <summary>A run that a check or a study makes in a folder of its own, so that an interrupted one goes on where it stood.</summary>
internal static class UnattendedRun
{
    /// <summary>Trains to the end, from wherever the run stands.</summary>
    /// <param name="run">Where; what was killed while it was made is removed.</param>
    /// <param name="plan">What, where nothing stands yet.</param>
    /// <param name="source">Its data.</param>
    /// <param name="command">What the run says it was made by.</param>
    /// <param name="watch">Gives who watches; null for nobody.</param>
    /// <param name="stop">Asks to save and end.</param>
    /// <param name="warn">Told of damaged checkpoints and the like.</param>
    /// <returns>False when asked to stop.</returns>
    internal static bool Finish(RunFolder run, Plan plan, ISampleSource source, string command, Func<ITrainObserver>? watch, StopRequest stop, Action<int, Text> warn)
    {
        if (run.IsRun && run.Checkpoints.Newest().Good is { } newest && newest.Step >= ((long?)run.Recipe["steps"] ?? long.MaxValue)) return true;
        if (Directory.Exists(run.Path) && !run.IsRun) Directory.Delete(run.Path, recursive: true);
        using var training = run.IsRun ? TrainingRun.Resume(run, steps: null, minutes: null, warn) : TrainingRun.Start(plan, source, run.Path, command);
        if (watch is not null) training.Watch(watch());
        return training.Go(stop) == ExitCode.Done;
    }
}
