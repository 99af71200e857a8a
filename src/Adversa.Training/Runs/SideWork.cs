using Adversa.Training.Events;

namespace Adversa.Training.Runs;

/// <summary>What pictures, checkpoints and examinations may take together of a run with a time limit: a tenth of it. Each is expected to cost what it cost the last time, and what
/// comes at the end in any case, a sheet and a checkpoint, is set aside.</summary>
/// <remarks>It decides what is shown and kept on the way, never what is learned.</remarks>
/// <param name="limit">The time of this sitting; null without a limit, where nothing is left out.</param>
internal sealed class SideWork(TimeSpan? limit)
{
    private const double Share = 0.1;
    private readonly Dictionary<RunWork, TimeSpan> _cost = [];
    private TimeSpan _spent;

    /// <summary>Whether something may be done now.</summary>
    /// <param name="work">What.</param>
    /// <param name="elapsed">Since this sitting began.</param>
    internal bool MayDo(RunWork work, TimeSpan elapsed)
    {
        if (limit is not { } all) return true;
        var after = _spent + Cost(work);
        return after <= Share * elapsed && after + AtTheEnd <= Share * all;
    }

    /// <summary>Whether a first sheet may be drawn before anything is learned.</summary>
    /// <param name="cost">What it is expected to take.</param>
    internal bool MayBegin(TimeSpan cost)
    {
        _cost[RunWork.Drawing] = cost;
        return limit is not { } all || 3 * cost <= Share * all;      // it, the last one, and as much for all else
    }

    /// <summary>Takes note of what something took.</summary>
    /// <param name="work">What.</param>
    /// <param name="time">How long.</param>
    internal void Took(RunWork work, TimeSpan time) => (_cost[work], _spent) = (time, _spent + time);

    private TimeSpan AtTheEnd => Cost(RunWork.Drawing) + Cost(RunWork.Saving);

    private TimeSpan Cost(RunWork work) => _cost.GetValueOrDefault(work);
}
