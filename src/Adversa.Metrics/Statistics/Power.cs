namespace Adversa.Metrics.Statistics;

/// <summary>How likely a study is to find a difference that is there, and how many seeds it needs for that.</summary>
public static class Power
{
    /// <summary>More seeds than these are not proposed.</summary>
    public const int MostSeeds = 200;

    /// <summary>The chance that a two-sided test of n pairs finds the difference.</summary>
    /// <remarks>That of the paired t-test, to which the sign-flip test comes close: the non-central t by its normal approximation (Johnson, Welch, 1940),
    /// P(T > t) ≈ Φ((δ − t (1 − 1/4ν)) / √(1 + t²/2ν)) with δ = effect √n. 0 where no p of n pairs can reach α.</remarks>
    /// <param name="effect">The mean difference over the standard deviation of the differences.</param>
    /// <param name="pairs">Seeds of each system.</param>
    /// <param name="alpha">The level of the test.</param>
    public static double Of(double effect, int pairs, double alpha = 0.05)
    {
        if (pairs < 2 || Math.Pow(2, 1 - pairs) > alpha) return 0;
        var (delta, degrees) = (Math.Abs(effect) * Math.Sqrt(pairs), pairs - 1.0);
        var t = StudentT.Quantile(1 - alpha / 2, degrees);
        return StudentT.Normal((delta - t * (1 - 1 / (4 * degrees))) / Math.Sqrt(1 + t * t / (2 * degrees)));
    }

    /// <summary>The fewest pairs that find such a difference with a given power.</summary>
    /// <param name="effect">As above.</param>
    /// <param name="alpha">The level of the test.</param>
    /// <param name="power">The chance asked for.</param>
    /// <returns>Null above <see cref="MostSeeds"/>.</returns>
    public static int? Seeds(double effect, double alpha = 0.05, double power = 0.8)
    {
        for (var pairs = 2; pairs <= MostSeeds; pairs++)
            if (Of(effect, pairs, alpha) >= power) return pairs;
        return null;
    }
}
