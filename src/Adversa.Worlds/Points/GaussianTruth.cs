namespace Adversa.Worlds.Points;

/// <summary>What theory says about two normal distributions: the numbers that a trained GAN, VAE or diffusion model must come to.</summary>
public static class GaussianTruth
{
    private const double Reach = 10;             // deviations on each side that are integrated; beyond lies less than 1e-22
    private const int MostCells = 4096;          // on a side

    /// <summary>The discriminator that minimises the GAN's loss, p / (p + q).</summary>
    /// <remarks>Goodfellow et al., 2014, "Generative Adversarial Nets", proposition 1 (arXiv:1406.2661).</remarks>
    /// <param name="real">p.</param>
    /// <param name="fake">q.</param>
    /// <param name="x">The point.</param>
    /// <returns>A probability in [0, 1]; exact even where both densities vanish.</returns>
    public static double OptimalDiscriminator(Gaussian real, Gaussian fake, params ReadOnlySpan<double> x)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        return 1 / (1 + Math.Exp(fake.LogDensity(x) - real.LogDensity(x)));
    }

    /// <summary>The discriminator that minimises the least-squares loss, (b p + a q) / (p + q).</summary>
    /// <remarks>Mao et al., 2017, "Least Squares Generative Adversarial Networks", eq. 5 (arXiv:1611.04076).</remarks>
    /// <param name="real">p.</param>
    /// <param name="fake">q.</param>
    /// <param name="realTarget">b.</param>
    /// <param name="fakeTarget">a.</param>
    /// <param name="x">The point.</param>
    public static double OptimalLeastSquares(Gaussian real, Gaussian fake, double realTarget, double fakeTarget, params ReadOnlySpan<double> x) =>
        fakeTarget + (realTarget - fakeTarget) * OptimalDiscriminator(real, fake, x);

    /// <summary>The Wasserstein-1 distance on the line: the mean distance of equal quantiles, in closed form.</summary>
    /// <remarks>Quantiles differ by μ + σ z with μ = m₁ - m₂, σ = s₁ - s₂, so the distance is the mean of a folded normal distribution.</remarks>
    /// <param name="first">A distribution on the line.</param>
    /// <param name="second">Another.</param>
    /// <exception cref="ArgumentException">One of them has more than one dimension.</exception>
    public static double Wasserstein1(Gaussian first, Gaussian second)
    {
        CheckDimensions(first, second, most: 1);
        var (mu, sigma) = (Math.Abs(first.Mean[0] - second.Mean[0]), Math.Abs(first.Factor[0][0] - second.Factor[0][0]));
        if (sigma == 0) return mu;
        var z = mu / sigma;
        return sigma * Math.Sqrt(2 / Math.PI) * Math.Exp(-z * z / 2) + mu * ErrorFunction.Erf(z / Math.Sqrt(2));
    }

    /// <summary>The Jensen-Shannon divergence in nats, by integration on the line or in the plane; between 0 and ln 2.</summary>
    /// <remarks>The optimal discriminator's loss is 2 ln 2 - 2 JS. The trapezoidal rule with four cells a deviation is exact to 1e-9 for these integrands.</remarks>
    /// <param name="first">A distribution of one or two dimensions.</param>
    /// <param name="second">Another.</param>
    /// <exception cref="ArgumentException">More than two dimensions, or deviations so different that the grid would have more than 4096 cells a side.</exception>
    public static double JensenShannon(Gaussian first, Gaussian second)
    {
        CheckDimensions(first, second, most: 2);
        var narrowest = Math.Min(Narrowest(first), Narrowest(second));
        var axes = Enumerable.Range(0, first.Dimensions).Select(i => Axis(first, second, i, narrowest / 4)).ToArray();
        if (axes.Any(a => a.Cells > MostCells)) throw new ArgumentException($"The deviations differ too much: {axes.Max(a => a.Cells)} cells a side; at most {MostCells}.", nameof(second));

        var sum = 0.0;
        Span<double> x = stackalloc double[first.Dimensions];
        for (var i = 0; i <= axes[0].Cells; i++)
        {
            x[0] = axes[0].Low + i * axes[0].Step;
            if (x.Length == 1)
            {
                sum += Integrand(first.LogDensity(x), second.LogDensity(x));
                continue;
            }

            for (var j = 0; j <= axes[1].Cells; j++)
            {
                x[1] = axes[1].Low + j * axes[1].Step;
                sum += Integrand(first.LogDensity(x), second.LogDensity(x));
            }
        }

        return axes.Aggregate(sum, (total, axis) => total * axis.Step);
    }

    /// <summary>The Fréchet distance (Wasserstein-2, squared): |m₁ - m₂|² + tr(C₁ + C₂ - 2 (C₁ C₂)^½).</summary>
    /// <remarks>Dowson and Landau, 1982, "The Fréchet distance between multivariate normal distributions", eq. 4; the formula behind FID.</remarks>
    /// <param name="first">A distribution.</param>
    /// <param name="second">Another of as many dimensions.</param>
    public static double Frechet(Gaussian first, Gaussian second)
    {
        CheckDimensions(first, second, most: int.MaxValue);
        var d = first.Dimensions;
        var product = new double[d, d];                      // L₁ᵀ C₂ L₁ is symmetric and has the eigenvalues of C₁ C₂
        for (var i = 0; i < d; i++)
            for (var j = 0; j < d; j++)
                for (var k = i; k < d; k++)
                    for (var l = j; l < d; l++) product[i, j] += first.Factor[k][i] * second.Covariance(k, l) * first.Factor[l][j];
        var distance = -2 * SymmetricMatrix.Eigenvalues(product).Sum(value => Math.Sqrt(Math.Max(value, 0)));
        for (var i = 0; i < d; i++)
        {
            var shift = first.Mean[i] - second.Mean[i];
            distance += shift * shift + first.Covariance(i, i) + second.Covariance(i, i);
        }

        return Math.Max(distance, 0);
    }

    /// <summary>The mean log-likelihood of a sample, in nats, under the best probabilistic PCA: what a linear VAE can reach.</summary>
    /// <remarks>Tipping and Bishop, 1999, "Probabilistic Principal Component Analysis", eq. 4 with the solution of eqs. 7 and 8.</remarks>
    /// <param name="data">Where the samples come from.</param>
    /// <param name="components">q, from 0 to d - 1.</param>
    public static double PcaLogLikelihood(Gaussian data, int components)
    {
        ArgumentNullException.ThrowIfNull(data);
        var d = data.Dimensions;
        ArgumentOutOfRangeException.ThrowIfNegative(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(components, d);
        var values = SymmetricMatrix.Eigenvalues(CovarianceOf(data));
        var noise = values.Skip(components).Average();       // σ²: the mean variance of what is left out
        return -0.5 * (d * Math.Log(2 * Math.PI) + values.Take(components).Sum(Math.Log) + (d - components) * Math.Log(noise) + d);
    }

    /// <summary>½ p ln(p / m) + ½ q ln(q / m) with m = (p + q) / 2.</summary>
    private static double Integrand(double logP, double logQ)
    {
        var logM = Math.Max(logP, logQ) + Math.Log(0.5 * (1 + Math.Exp(-Math.Abs(logP - logQ))));
        return 0.5 * (Math.Exp(logP) * (logP - logM) + Math.Exp(logQ) * (logQ - logM));
    }

    private static (double Low, double Step, double Cells) Axis(Gaussian first, Gaussian second, int i, double step)
    {
        var (s1, s2) = (Reach * Math.Sqrt(first.Covariance(i, i)), Reach * Math.Sqrt(second.Covariance(i, i)));
        var low = Math.Min(first.Mean[i] - s1, second.Mean[i] - s2);
        return (low, step, Math.Ceiling((Math.Max(first.Mean[i] + s1, second.Mean[i] + s2) - low) / step));
    }

    private static double Narrowest(Gaussian of) => Math.Sqrt(SymmetricMatrix.Eigenvalues(CovarianceOf(of))[^1]);

    private static double[,] CovarianceOf(Gaussian of)
    {
        var matrix = new double[of.Dimensions, of.Dimensions];
        for (var i = 0; i < of.Dimensions; i++)
            for (var j = 0; j < of.Dimensions; j++) matrix[i, j] = of.Covariance(i, j);
        return matrix;
    }

    private static void CheckDimensions(Gaussian first, Gaussian second, int most)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Dimensions != second.Dimensions || first.Dimensions > most) throw new ArgumentException(
            $"Expected two distributions of {(most == int.MaxValue ? "the same number of" : $"at most {most}")} dimensions; got {first.Dimensions} and {second.Dimensions}.", nameof(second));
    }
}
