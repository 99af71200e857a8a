namespace Adversa.Training.Diagnostics;

/// <summary>Whether a series of numbers swings: the strongest period and its share of the movement.</summary>
/// <remarks>The periodogram of the series without its straight line. A share of white noise in one of n/2 frequencies is about log(n/2)/(n/2).</remarks>
internal static class Spectrum
{
    private const int FewestCycles = 4;          // slower movements are trends

    /// <summary>The strongest frequency with four cycles or more.</summary>
    /// <param name="series">16 numbers or more, evenly spaced.</param>
    /// <returns>The cycles within the series, and the share of the variance that lies at that frequency and its two neighbours, in [0, 1].</returns>
    internal static (double Cycles, double Share) Strongest(ReadOnlySpan<double> series)
    {
        var x = Detrended(series);
        var n = x.Length;
        var (power, wave) = (new double[n / 2 + 1], new (double Sin, double Cos)[n]);
        for (var t = 0; t < n; t++) wave[t] = Math.SinCos(2 * Math.PI * t / n);
        for (var k = 1; k <= n / 2; k++)
        {
            double re = 0, im = 0;
            for (var t = 0; t < n; t++)
            {
                var (sin, cos) = wave[k * t % n];
                (re, im) = (re + x[t] * cos, im + x[t] * sin);
            }

            power[k] = (re * re + im * im) * (2 * k == n ? 1 : 2);
        }

        var total = power.Sum();
        if (!(total > 0)) return (0, 0);
        var best = Enumerable.Range(FewestCycles, power.Length - FewestCycles).MaxBy(k => power[k]);
        return (best, (power[best - 1] + power[best] + (best + 1 < power.Length ? power[best + 1] : 0)) / total);
    }

    /// <summary>How large the movement of the later half is beside the earlier half's: a ratio of standard deviations; 1 when it goes on as it was.</summary>
    /// <param name="series">16 numbers or more.</param>
    internal static double Persistence(ReadOnlySpan<double> series)
    {
        var x = Detrended(series);
        var half = x.Length / 2;
        var (early, late) = (Deviation(x.AsSpan(0, half)), Deviation(x.AsSpan(half)));
        return early > 0 ? late / early : 0;
    }

    private static double[] Detrended(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        double mean = 0, slope = 0, spread = 0;
        for (var t = 0; t < n; t++) mean += series[t] / n;
        for (var t = 0; t < n; t++)
        {
            var u = t - (n - 1) / 2.0;
            slope += u * (series[t] - mean);
            spread += u * u;
        }

        var x = new double[n];
        for (var t = 0; t < n; t++) x[t] = series[t] - mean - slope / spread * (t - (n - 1) / 2.0);
        return x;
    }

    private static double Deviation(ReadOnlySpan<double> x)
    {
        double mean = 0, squares = 0;
        foreach (var value in x) mean += value / x.Length;
        foreach (var value in x) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / x.Length);
    }
}
