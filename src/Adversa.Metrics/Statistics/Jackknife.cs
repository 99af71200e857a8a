namespace Adversa.Metrics.Statistics;

/// <summary>Intervals by leaving samples out: how far a number would move with other samples of the same run. No sample is taken twice, so that numbers of nearest neighbours allow it.</summary>
/// <remarks>Delete-a-group: Quenouille, 1956; Efron and Tibshirani, 1993, "An Introduction to the Bootstrap", eq. 11.5 with groups in place of samples. For numbers that jump
/// with a single sample, such as a count of modes, it is rough.</remarks>
public static class Jackknife
{
    /// <summary>Groups that are left out in turn, unless said otherwise.</summary>
    public const int UsualGroups = 10;

    /// <summary>An interval around a number.</summary>
    /// <param name="value">The number of all samples.</param>
    /// <param name="without">The number without each group in turn; two or more.</param>
    /// <param name="level">The probability, in (0, 1); 0.95 by default.</param>
    /// <param name="range">What the number can be: the interval ends there.</param>
    public static Interval Around(double value, IReadOnlyList<double> without, double level = 0.95, Interval? range = null)
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentOutOfRangeException.ThrowIfLessThan(without.Count, 2, nameof(without));
        var (groups, mean) = (without.Count, without.Average());
        var error = Math.Sqrt((groups - 1.0) / groups * without.Sum(one => (one - mean) * (one - mean)));
        var reach = StudentT.Quantile((1 + level) / 2, groups - 1) * error;
        return new(Math.Max(value - reach, range?.Low ?? double.NegativeInfinity), Math.Min(value + reach, range?.High ?? double.PositiveInfinity));
    }
}
