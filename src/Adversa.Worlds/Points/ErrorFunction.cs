namespace Adversa.Worlds.Points;

/// <summary>The error function, which .NET lacks.</summary>
internal static class ErrorFunction
{
    /// <summary>erf(x) for x of 0 or more; absolute error below 1e-14.</summary>
    /// <remarks>Abramowitz and Stegun, eq. 7.1.6 (a series of positive terms) below 3, eq. 7.1.14 (a continued fraction) above.</remarks>
    public static double Erf(double x)
    {
        if (x > 6) return 1;
        var scale = Math.Exp(-x * x) / Math.Sqrt(Math.PI);
        if (x > 3)
        {
            var fraction = x;
            for (var k = 60; k >= 1; k--) fraction = x + k / 2.0 / fraction;
            return 1 - scale / fraction;
        }

        var (sum, term) = (x, x);
        for (var k = 1; term > 1e-17 * sum; k++) sum += term *= 2 * x * x / (2 * k + 1);
        return 2 * scale * sum;
    }
}
