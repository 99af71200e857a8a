namespace Adversa.Metrics.Statistics;

/// <summary>A range that covers the truth with a stated probability.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>Intervals by drawing runs again. The unit is the run, that is the seed, never the picture.</summary>
public static class Bootstrap
{
    /// <summary>Fewer values tell nothing about their spread.</summary>
    public const int Fewest = 3;

    private const int UsualDraws = 10_000;

    /// <summary>An interval of the mean.</summary>
    /// <remarks>Percentiles of resampled means, set wider as Student's t is wider than the normal, times √(n / (n − 1)), since the percentiles alone are too narrow for few
    /// values: Hesterberg, 2014, "What Teachers Should Know about the Bootstrap", section 5.3 (arXiv:1411.5279).</remarks>
    /// <param name="values">One of each run.</param>
    /// <param name="level">The probability, in (0, 1); 0.95 by default.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="draws">How often; 10,000 by default.</param>
    /// <returns>Null below three values.</returns>
    public static Interval? Mean(IReadOnlyList<double> values, double level = 0.95, long seed = 0, int draws = UsualDraws)
    {
        ArgumentNullException.ThrowIfNull(values);
        var n = values.Count;
        if (n < Fewest) return null;
        var rng = new Rng(seed);
        var means = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            for (var j = 0; j < n; j++) means[i] += values[rng.NextInt(n)];
            means[i] /= n;
        }

        Array.Sort(means);
        var tail = StudentT.Normal(-Math.Sqrt(n / (n - 1.0)) * StudentT.Quantile((1 + level) / 2, n - 1));
        return new(At(means, tail), At(means, 1 - tail));
    }

    /// <summary>The value below which a share lies, between neighbours where it falls between.</summary>
    private static double At(double[] sorted, double share)
    {
        var at = Math.Clamp(share * (sorted.Length - 1), 0, sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
