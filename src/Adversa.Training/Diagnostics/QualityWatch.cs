using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>Follows how near the samples are to the data: which step was the best, how long there has been no progress, whether the peak is past, and whether they come nearer to the training
/// samples than unseen ones are.</summary>
internal sealed class QualityWatch
{
    private const double Better = 0.95;          // of the best distance so far: less is no progress
    private const double Worse = 1.5;            // times the best distance, or what other data has
    private const double Data = 1;               // the distance of other data
    private const double Copied = -1;            // Z_U below which samples are taken for copies; -1.6 would be significant, and too late
    private const int WorseInARow = 5, LeastExaminations = 6, CopiedInARow = 2;
    private double[] _best = [double.PositiveInfinity, double.PositiveInfinity];      // the least distance, and the last that was progress
    private long _bestStep = -1;
    private long _progressStep;
    private long _worse;                         // examinations in a row that were much worse than the best
    private long _copied;                        // examinations in a row whose samples came too near to the training samples

    /// <summary>The step with the least distance; below 0 before there is one.</summary>
    internal long BestStep => _bestStep;

    /// <summary>Whether the last distances were all much larger than the least one, which is long ago.</summary>
    /// <param name="round">Rounds finished.</param>
    /// <param name="every">Rounds between examinations.</param>
    internal bool IsPastPeak(long round, int every) => _worse >= WorseInARow && round - _bestStep >= LeastExaminations * (long)every;

    /// <summary>Whether the last samples came nearer to the training samples than unseen samples are.</summary>
    internal bool IsCopying => _copied >= CopiedInARow;

    /// <summary>Takes in a distance; tells the reading what follows from it.</summary>
    /// <returns>Whether it is the least so far.</returns>
    internal bool See(long round, Dictionary<string, double> values)
    {
        if (!values.TryGetValue("distance", out var distance)) return false;
        if (distance < Better * _best[1]) (_best[1], _progressStep) = (distance, round);
        values["stalled_steps"] = round - _progressStep;
        var copies = values.TryGetValue("copying_z", out var z) && z < Copied;
        _copied = copies ? _copied + 1 : 0;
        if (copies) return false;                // whatever is near by copying is not good
        if (distance < _best[0])
        {
            (_best[0], _bestStep, _worse) = (distance, round, 0);
            return true;
        }

        _worse = distance > Worse * Math.Max(_best[0], Data) ? _worse + 1 : 0;
        return false;
    }

    /// <summary>Gives a training that was changed the time to show progress.</summary>
    internal void GrantTime(long round) => (_progressStep, _worse, _copied) = (round, 0, 0);

    internal void VisitState(ITensorStateVisitor visitor)
    {
        visitor.Visit("best_step", ref _bestStep);
        visitor.Visit("best", ref _best);
        visitor.Visit("progress_step", ref _progressStep);
        visitor.Visit("worse", ref _worse);
        if (visitor.Has("copied", true)) visitor.Visit("copied", ref _copied);
    }
}
