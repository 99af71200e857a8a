using Adversa.Metrics.Statistics;

namespace Adversa.Metrics;

/// <summary>Mean and standard deviation of repeated values.</summary>
/// <param name="Values">One or more.</param>
public sealed record Spread(IReadOnlyList<double> Values)
{
    /// <summary>The mean.</summary>
    public double Mean => Values.Average();

    /// <summary>The standard deviation over N, as most code prints it beside KID and IS: the spread of one part, not the error of the mean.</summary>
    public double Deviation => Math.Sqrt(SquaredSum / Values.Count);

    /// <summary>The standard deviation over N - 1; null for one value.</summary>
    public double? SampleDeviation => Values.Count > 1 ? Math.Sqrt(SquaredSum / (Values.Count - 1)) : null;

    /// <summary>Where the mean lies, by Student's t over the values; null for one value.</summary>
    /// <param name="level">The probability, in (0, 1); 0.95 by default.</param>
    public Interval? IntervalOfMean(double level = 0.95) => SampleDeviation is { } deviation && StudentT.Quantile((1 + level) / 2, Values.Count - 1) * deviation / Math.Sqrt(Values.Count) is var reach
        ? new(Mean - reach, Mean + reach) : null;

    private double SquaredSum => Values.Sum(value => (value - Mean) * (value - Mean));
}
