namespace Adversa.Metrics.Statistics;

/// <summary>Intervals by leaving samples out: how far a number would move with other samples of the same run. No sample is taken twice, so that numbers of nearest neighbours allow it.</summary>
/// <remarks>Delete-a-group: Quenouille, 1956; Efron and Tibshirani, 1993, "An Introduction to the Bootstrap", eq. 11.5 with groups in place of samples. For numbers that jump
/// with a single sample, such as a count of modes, it is rough.</remarks>
public static class Jackknife
{
    private const int Groups = 10;

    /// <summary>What such an interval is, for people.</summary>
    public static Text About { get; } = new(
        "95 %: where the number would lie with other samples of this run, by leaving out each tenth of them in turn.",
        "95 %: dónde estaría el número con otras muestras de esta ejecución, quitando cada décima parte de ellas por turno.");

    /// <summary>Intervals of numbers that are measured together, at 95 %, by leaving out each tenth of the samples in turn.</summary>
    /// <param name="numbers">The numbers of all samples, and what each can be.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="among">Measures the samples whose index it is told to keep.</param>
    /// <returns>By name; none below 20 samples, nor of a number that some tenth leaves without a value.</returns>
    public static IReadOnlyDictionary<string, Interval> Of(IReadOnlyList<(string Name, double Value, Interval Range)> numbers, int samples, Func<Func<int, bool>, IReadOnlyDictionary<string, double>> among)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(among);
        if (numbers.Count == 0 || samples < 2 * Groups) return new Dictionary<string, Interval>();
        var without = Enumerable.Range(0, Groups).Select(group => among(i => i % Groups != group)).ToList();
        return numbers.Where(number => without.All(values => values.ContainsKey(number.Name)))
            .ToDictionary(number => number.Name, number => Around(number.Value, [.. without.Select(values => values[number.Name])], range: number.Range));
    }

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
