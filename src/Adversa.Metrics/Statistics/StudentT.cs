namespace Adversa.Metrics.Statistics;

/// <summary>The distributions of Student and of Gauss, as far as intervals and power need them.</summary>
public static class StudentT
{
    private const int MostTerms = 300;
    private const double Tiny = 1e-300, Enough = 1e-15;

    /// <summary>P(T ≤ t).</summary>
    /// <param name="t">Where.</param>
    /// <param name="degrees">Degrees of freedom, above 0 and below 10,000.</param>
    public static double Cdf(double t, double degrees)
    {
        var tail = 0.5 * Beta(degrees / (degrees + t * t), degrees / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>The t below which a share p lies; accurate to about 1e-10.</summary>
    /// <param name="p">In (0, 1).</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Quantile(double p, double degrees)
    {
        if (p < 0.5) return -Quantile(1 - p, degrees);
        var (low, high) = (0.0, 1.0);
        while (Cdf(high, degrees) < p && high < 1e12) high *= 2;
        for (var i = 0; i < 200 && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Cdf(middle, degrees) < p) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>P(Z ≤ z) of the standard normal distribution.</summary>
    /// <remarks>Marsaglia, 2004, "Evaluating the Normal Distribution": Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + ...); absolute error below 1e-15.</remarks>
    /// <param name="z">Where.</param>
    public static double Normal(double z)
    {
        if (Math.Abs(z) > 9) return z > 0 ? 1 : 0;
        var (sum, term) = (z, z);
        for (var i = 3; sum + term != sum || i == 3; i += 2) sum += term *= z * z / i;
        return Math.Clamp(0.5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), 0, 1);
    }

    /// <summary>The regularised incomplete beta function I_x(a, b).</summary>
    /// <remarks>By its continued fraction (DLMF 8.17.22), on the side where it converges fast.</remarks>
    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1) return x <= 0 ? 0 : 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Beta(1 - x, b, a);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;
        var (c, d) = (1.0, 1 - (a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var fraction = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(change - 1) < Enough) break;
        }

        return front * fraction;

        double Step(double term)
        {
            d = 1 + term * d;
            c = 1 + term / c;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            if (Math.Abs(c) < Tiny) c = Tiny;
            fraction *= c * d;
            return c * d;
        }
    }

    /// <summary>ln Γ(x) for x above 0.</summary>
    /// <remarks>Stirling's series above 10 (DLMF 5.11.1), reached by Γ(x + 1) = x Γ(x).</remarks>
    private static double LogGamma(double x)
    {
        var below = 0.0;
        for (; x < 10; x++) below += Math.Log(x);
        var r = 1 / (x * x);
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / x - below;
    }
}
