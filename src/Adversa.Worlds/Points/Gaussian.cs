using System.Globalization;

namespace Adversa.Worlds.Points;

/// <summary>A normal distribution N(m, L Lᵀ) whose density, score and moments are known exactly.</summary>
/// <remarks>A sample is m + L n with n standard normal.</remarks>
public sealed class Gaussian
{
    private readonly double[] _mean;
    private readonly double[][] _factor;
    private readonly double _logNormaliser;      // ln of the density at the mean

    /// <summary>Creates a distribution.</summary>
    /// <param name="mean">m; 1 to 64 finite numbers.</param>
    /// <param name="factor">L: row i holds the i + 1 numbers up to the diagonal, whose last is above 0.</param>
    /// <exception cref="ArgumentException">The factor is not lower triangular with a positive diagonal, or a number is not finite.</exception>
    public Gaussian(IReadOnlyList<double> mean, IReadOnlyList<IReadOnlyList<double>> factor)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(factor);
        if (mean.Count is < 1 or > 64 || mean.Any(m => !double.IsFinite(m))) throw new ArgumentException($"The mean holds 1 to 64 finite numbers; got {mean.Count} numbers.", nameof(mean));
        if (factor.Count != mean.Count || factor.Where((row, i) => row.Count != i + 1 || row[i] <= 0 || row.Any(l => !double.IsFinite(l))).Any())
            throw new ArgumentException($"The factor is a lower triangle of {mean.Count} rows, 1 to {mean.Count} numbers long, with a positive diagonal.", nameof(factor));
        (_mean, _factor) = ([.. mean], [.. factor.Select(row => row.ToArray())]);
        _logNormaliser = -0.5 * Dimensions * Math.Log(2 * Math.PI) - _factor.Select((row, i) => Math.Log(row[i])).Sum();
    }

    /// <summary>Creates a distribution on the line.</summary>
    /// <param name="mean">Its mean; finite.</param>
    /// <param name="deviation">Its standard deviation; above 0.</param>
    public Gaussian(double mean, double deviation) : this([mean], [[deviation]])
    {
    }

    /// <summary>Number of coordinates, d.</summary>
    public int Dimensions => _mean.Length;

    /// <summary>m.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>L: row i holds the i + 1 numbers up to the diagonal.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Factor => _factor;

    /// <summary>One element of the covariance L Lᵀ.</summary>
    /// <param name="i">Row, from 0.</param>
    /// <param name="j">Column, from 0.</param>
    public double Covariance(int i, int j)
    {
        var sum = 0.0;
        for (var k = 0; k <= Math.Min(i, j); k++) sum += _factor[i][k] * _factor[j][k];
        return sum;
    }

    /// <summary>The logarithm of the density at a point.</summary>
    /// <param name="x">d coordinates.</param>
    public double LogDensity(params ReadOnlySpan<double> x)
    {
        var whitened = Whitened(x);
        var squares = 0.0;
        foreach (var w in whitened) squares += w * w;
        return _logNormaliser - 0.5 * squares;
    }

    /// <summary>The density at a point.</summary>
    /// <param name="x">d coordinates.</param>
    public double Density(params ReadOnlySpan<double> x) => Math.Exp(LogDensity(x));

    /// <summary>The score at a point: the gradient of the logarithm of the density, -(L Lᵀ)⁻¹ (x - m).</summary>
    /// <param name="x">d coordinates.</param>
    public double[] Score(params ReadOnlySpan<double> x)
    {
        var score = Whitened(x);
        for (var i = Dimensions - 1; i >= 0; i--)            // Lᵀ s = -w
        {
            var sum = -score[i];
            for (var k = i + 1; k < Dimensions; k++) sum -= _factor[k][i] * score[k];
            score[i] = sum / _factor[i][i];
        }

        return score;
    }

    /// <summary>m + L n.</summary>
    /// <param name="normal">n; d numbers, replaced by the sample.</param>
    internal void Place(Span<double> normal)
    {
        for (var i = Dimensions - 1; i >= 0; i--)
        {
            var sum = _mean[i];
            for (var k = 0; k <= i; k++) sum += _factor[i][k] * normal[k];
            normal[i] = sum;
        }
    }

    /// <summary>For example <c>N((3), (1))</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"N(({List(_mean)}), ({string.Join("; ", _factor.Select(List))}))");

    private static string List(double[] numbers) => string.Join(", ", numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>w of L w = x - m.</summary>
    private double[] Whitened(ReadOnlySpan<double> x)
    {
        if (x.Length != Dimensions) throw new ArgumentException($"Expected {Dimensions} coordinates; got {x.Length}.", nameof(x));
        var w = new double[Dimensions];
        for (var i = 0; i < w.Length; i++)
        {
            var sum = x[i] - _mean[i];
            for (var k = 0; k < i; k++) sum -= _factor[i][k] * w[k];
            w[i] = sum / _factor[i][i];
        }

        return w;
    }
}
