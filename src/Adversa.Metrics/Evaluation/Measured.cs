using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>A number that was measured: by a judge, or as a metric's score in the records of a run.</summary>
/// <param name="Name">Such as <c>fd_j</c>.</param>
/// <param name="Value">The number; finite.</param>
/// <param name="Interval">Where it lies at 95 % with other samples of the same run; null where that was not asked for, or is unknown.</param>
/// <param name="Floor">The same number of other real samples: what a perfect generator would get; null where it is unknown.</param>
/// <param name="Spread">A standard deviation beside it, as the protocol has it: of subsets or parts, which is no interval of the number; null without one.</param>
/// <param name="FloorSpread">The same of the floor.</param>
public sealed record Measured(string Name, double Value, Interval? Interval = null, double? Floor = null, double? Spread = null, double? FloorSpread = null)
{
    /// <summary>The mean of what was measured of each sample, with its interval and the deviation between samples.</summary>
    /// <param name="name">Of the number.</param>
    /// <param name="values">One for each sample; one or more.</param>
    public static Measured MeanOf(string name, IReadOnlyList<double> values)
    {
        var spread = new Spread(values);
        return new(name, spread.Mean, spread.IntervalOfMean(), Spread: spread.Deviation);
    }
}
