using Adversa.Torch;

namespace Adversa.Models.Tests;

/// <summary>Few points whose mean and covariance are exactly known: for every principal axis one point on each side.</summary>
internal static class PlantedCovariance
{
    /// <summary>±√(d λᵢ) hᵢ around the mean, where hᵢ are the columns of a reflection that mixes all coordinates: the covariance is Σ λᵢ hᵢ hᵢᵀ.</summary>
    /// <param name="variances">λ, one for each of the d coordinates.</param>
    /// <param name="shift">Every coordinate of the mean.</param>
    /// <param name="copies">How often each point appears.</param>
    /// <returns><c>[2d · copies, d]</c>.</returns>
    public static Tensor Data(double[] variances, double shift = 0, int copies = 1)
    {
        var d = variances.Length;
        var points = Enumerable.Range(0, d).SelectMany(i => new[] { 1, -1 }.Select(sign => Enumerable.Range(0, d)
            .Select(j => (float)(shift + sign * Math.Sqrt(d * variances[i]) * Axis(d, i, j))).ToArray())).ToList();
        return Tensor.From([.. Enumerable.Repeat(points, copies).SelectMany(all => all).SelectMany(point => point)], 2 * d * copies, d);
    }

    /// <summary>I - 2 v vᵀ with v proportional to 1, 2, ..., d.</summary>
    private static double Axis(int d, int i, int j)
    {
        var norm = Enumerable.Range(1, d).Sum(k => (double)k * k);
        return (i == j ? 1 : 0) - 2 * (i + 1) * (j + 1) / norm;
    }
}
