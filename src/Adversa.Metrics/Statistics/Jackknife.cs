namespace Adversa.Metrics.Statistics;

/// <summary>Intervals by leaving samples out: how far a number would move with other samples of the same run. No sample is taken twice, so that numbers of nearest neighbours allow it.</summary>
/// <remarks>Delete-a-group: Quenouille, 1956; Efron and Tibshirani, 1993, "An Introduction to the Bootstrap", eq. 11.5 with groups in place of samples. What samples do together
/// it counts twice or more (Efron and Stein, 1981, "The Jackknife Estimate of Variance"), and a distance between equal distributions is nothing else: leaving out pairs of groups
/// shows how much that is. For numbers that jump with a single sample, such as a count of modes, it is rough.</remarks>
public static class Jackknife
{
    private const int Groups = 10, Blocks = 1009;

    // Ten samples in a row lie in ten groups, by lot: samples may come in turns, such as one of each class after another, and no group must be one class.
    private static readonly byte[] Lots = [.. Enumerable.Range(0, Blocks).SelectMany(block => Shuffles.Draw(new Rng(0, block), Groups, Groups)).Select(group => (byte)group)];

    /// <summary>What such an interval is, for people.</summary>
    public static Text About { get; } = Words.JackknifeAbout;

    /// <summary>Intervals of numbers that are measured together, at 95 %, by leaving out each tenth of the samples in turn, then each two tenths.</summary>
    /// <param name="numbers">The numbers of all samples, and what each can be.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="among">Measures the samples whose index it is told to keep.</param>
    /// <param name="whole">What that is of all samples, by name, where it is known already; null measures it.</param>
    /// <returns>By name; none below 20 samples, nor of a number that some part leaves without a value.</returns>
    public static IReadOnlyDictionary<string, Interval> Of(IReadOnlyList<(string Name, double Value, Interval Range)> numbers, int samples, Func<Func<int, bool>, IReadOnlyDictionary<string, double>> among,
        IReadOnlyDictionary<string, double>? whole = null)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(among);
        if (numbers.Count == 0 || samples < 2 * Groups) return new Dictionary<string, Interval>();
        var all = whole ?? among(_ => true);
        var without = Enumerable.Range(0, Groups).Select(group => among(i => GroupOf(i) != group)).ToList();
        var withoutTwo = Enumerable.Range(0, Groups / 2).Select(pair => among(i => GroupOf(i) / 2 != pair)).ToList();
        return numbers.Where(number => without.Concat(withoutTwo).Append(all).All(values => values.ContainsKey(number.Name)))
            .ToDictionary(number => number.Name, number => Around(number.Value, Error(all[number.Name], Of(without, number.Name), Of(withoutTwo, number.Name)), Groups - 1, range: number.Range));

        static double[] Of(List<IReadOnlyDictionary<string, double>> parts, string name) => [.. parts.Select(values => values[name])];
    }

    /// <summary>The standard error of a number.</summary>
    /// <remarks>Let a number be a mean over groups, σ_α² = variance of their shares, and a mean over pairs of groups besides, σ_β². Its variance is σ_α²/G + 2σ_β²/G². The plain jackknife
    /// estimates σ_α²/G + 4.225σ_β²/G² for G = 10. D = G T - (G-1)(T₋ₐ + T₋ᵦ) + (G-2) T₋ₐᵦ has nothing left of single groups, and the variance 4.937σ_β²/G² times G²/100: so 0.451 of it is too much.
    /// What is left is never less than 1 / 2.11 of the plain one, as where there are pairs alone.</remarks>
    /// <param name="all">The number of all samples, T.</param>
    /// <param name="without">Without each of ten groups in turn.</param>
    /// <param name="withoutTwo">Without the first two groups, then the next two, ...</param>
    public static double Error(double all, IReadOnlyList<double> without, IReadOnlyList<double> withoutTwo)
    {
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(withoutTwo);
        ArgumentOutOfRangeException.ThrowIfNotEqual(without.Count, Groups, nameof(without));
        ArgumentOutOfRangeException.ThrowIfNotEqual(withoutTwo.Count, Groups / 2, nameof(withoutTwo));
        const double excess = 0.451, most = 2.11;
        const int g = Groups;
        double[] together = [.. withoutTwo.Select((two, pair) => g * all - (g - 1) * (without[2 * pair] + without[2 * pair + 1]) + (g - 2) * two)];
        var plain = (g - 1.0) / g * SquaredSum(without);
        return Math.Sqrt(Math.Max(plain / most, plain - excess * SquaredSum(together) / (together.Length - 1)));
    }

    /// <summary>An interval around a number.</summary>
    /// <param name="value">The number of all samples.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="degrees">Degrees of freedom of the error.</param>
    /// <param name="level">The probability, in (0, 1); 0.95 by default.</param>
    /// <param name="range">What the number can be: the interval ends there.</param>
    public static Interval Around(double value, double error, double degrees, double level = 0.95, Interval? range = null)
    {
        var reach = StudentT.Quantile((1 + level) / 2, degrees) * error;
        return new(Math.Max(value - reach, range?.Low ?? double.NegativeInfinity), Math.Min(value + reach, range?.High ?? double.PositiveInfinity));
    }

    private static int GroupOf(int sample) => Lots[sample % Lots.Length];

    private static double SquaredSum(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
