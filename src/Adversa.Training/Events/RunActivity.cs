using System.Diagnostics;

namespace Adversa.Training.Events;

/// <summary>What a run can be busy with.</summary>
public enum RunWork
{
    /// <summary>Beginning or ending.</summary>
    Between,

    /// <summary>An update of a player.</summary>
    Update,

    /// <summary>Drawing its pictures.</summary>
    Drawing,

    /// <summary>The doctor's examination.</summary>
    Examining,

    /// <summary>Writing a checkpoint.</summary>
    Saving,
}

/// <summary>What a run is doing at a moment, for those who wait for it: plain values, read by another thread.</summary>
/// <param name="Work">What.</param>
/// <param name="Step">Rounds finished.</param>
/// <param name="Images">Real samples shown.</param>
/// <param name="Player">Who moves, for an update; else empty.</param>
/// <param name="Since">When it began: a timestamp of <see cref="Stopwatch"/>.</param>
public sealed record RunActivity(RunWork Work, long Step, long Images, string Player, long Since)
{
    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Since);
}
