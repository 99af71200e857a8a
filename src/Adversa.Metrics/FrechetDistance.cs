using Adversa.Torch;

namespace Adversa.Metrics;

/// <summary>The Fréchet distance between the normal distributions that fit two sets of features, with its terms.</summary>
/// <remarks>Dowson, Landau, 1982, "The Fréchet distance between multivariate normal distributions", eq. 4; Heusel et al., 2017, eq. 6 (arXiv:1706.08500).
/// Everything in float64, covariances over N - 1 in two passes. The root of Σ₁Σ₂ is taken through the eigenvalues of a symmetric matrix, clamped at 0,
/// so it is never imaginary, and fewer samples than dimensions are fine. It is called FID only in the space of the 2015 Inception network.</remarks>
/// <param name="MeanTerm">‖μ₁ - μ₂‖².</param>
/// <param name="Trace1">tr Σ₁.</param>
/// <param name="Trace2">tr Σ₂.</param>
/// <param name="TraceRoot">tr √(Σ₁Σ₂).</param>
public sealed record FrechetDistance(double MeanTerm, double Trace1, double Trace2, double TraceRoot)
{
    private const long MostProducts = 50_000_000;

    /// <summary>‖μ₁ - μ₂‖² + tr(Σ₁ + Σ₂ - 2 √(Σ₁Σ₂)); 0 or more, but for rounding.</summary>
    public double Value => MeanTerm + Trace1 + Trace2 - 2 * TraceRoot;

    /// <summary>Between two sets of features.</summary>
    /// <param name="first">Features, <c>[N, D]</c>, N 2 or more, of any real type.</param>
    /// <param name="second">Features, <c>[M, D]</c>, M 2 or more.</param>
    /// <exception cref="ShapeException">The sets have other widths, or fewer than two samples.</exception>
    /// <exception cref="ArgumentException">A feature is NaN or infinite.</exception>
    public static FrechetDistance Between(Tensor first, Tensor second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var (mean1, c1) = Centred(first, nameof(first));
        var (mean2, c2) = Centred(second.ExpectShape($"M {first.Size(1)}", "The second set of features"), nameof(second));
        var (n, m, d) = (c1.Size(0), c2.Size(0), c1.Size(1));
        if (Math.Min(n, m) > d || n * m > MostProducts) return Between(mean1, c1.T().Matmul(c1), mean2, c2.T().Matmul(c2));
        // Fewer samples than dimensions: tr √(Σ₁Σ₂) = ‖C₁C₂ᵀ‖*, the sum of its singular values, with Σ = CᵀC; no root of rounding is taken
        return new((mean1 - mean2).Square().Sum().Item(), c1.Square().Sum().Item(), c2.Square().Sum().Item(), Ops.LinalgSvdvals(c1.Matmul(c2.T())).Sum().Item());
    }

    /// <summary>Between two sets of features.</summary>
    /// <param name="first">N rows, 2 or more.</param>
    /// <param name="second">M rows, 2 or more.</param>
    /// <exception cref="MetricException">ADV3080: fewer than two.</exception>
    public static FrechetDistance Between(FeatureSet first, FeatureSet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.ExpectWidth(second);
        MetricException.Require(Math.Min(first.Count, second.Count), 2, "A Fréchet distance");
        using var scope = new TensorScope();
        return Between(first.ToTensor(), second.ToTensor());
    }

    /// <summary>The same with covariances over N, as StyleGAN2-ADA has them: smaller by about tr Σ / N.</summary>
    /// <param name="first">N, the number of the first samples.</param>
    /// <param name="second">M.</param>
    public FrechetDistance OverN(int first, int second)
    {
        var (a, b) = ((first - 1.0) / first, (second - 1.0) / second);
        return new(MeanTerm, a * Trace1, b * Trace2, Math.Sqrt(a * b) * TraceRoot);
    }

    /// <summary>Between two normal distributions.</summary>
    /// <param name="mean1">μ₁, float64 <c>[D]</c>.</param>
    /// <param name="covariance1">Σ₁, float64 <c>[D, D]</c>, symmetric.</param>
    /// <param name="mean2">μ₂.</param>
    /// <param name="covariance2">Σ₂.</param>
    public static FrechetDistance Between(Tensor mean1, Tensor covariance1, Tensor mean2, Tensor covariance2)
    {
        ArgumentNullException.ThrowIfNull(mean1);
        ArgumentNullException.ThrowIfNull(covariance1);
        ArgumentNullException.ThrowIfNull(mean2);
        ArgumentNullException.ThrowIfNull(covariance2);
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var (trace1, trace2) = (Trace(covariance1), Trace(covariance2));
        return new((mean1 - mean2).Square().Sum().Item(), trace1, trace2, TraceOfRoot(covariance1, covariance2));
    }

    /// <summary>Mean <c>[D]</c>, and C = (x - mean) / √(N - 1), whose CᵀC is the covariance.</summary>
    private static (Tensor Mean, Tensor C) Centred(Tensor features, string name)
    {
        var x = features.ExpectShape("N D", "A set of features").To(DType.Float64);
        var count = x.Size(0);
        if (count < 2) throw new ShapeException($"A covariance needs two or more samples; got {count}.");
        if (Tensor.FirstNonFinite([x]) >= 0) throw new ArgumentException("A feature is NaN or infinite; leave out the samples that it comes from.", name);
        var mean = x.Mean([0]);                                            // [D]
        return (mean, (x - mean) / Math.Sqrt(count - 1));                  // [N, D]
    }

    // tr √(Σ₁Σ₂) = Σ √λ(Aᵀ Σ₂ A) with Σ₁ = A Aᵀ: the two products have the same eigenvalues, and the second is symmetric
    private static double TraceOfRoot(Tensor covariance1, Tensor covariance2)
    {
        var a = Factor(covariance1);
        return Roots(Ops.LinalgEigvalsh(a.T().Matmul(covariance2).Matmul(a))).Sum().Item();
    }

    /// <summary>A with Σ = A Aᵀ: by Cholesky, which is quick, or where Σ has no full rank by its eigenvalues.</summary>
    private static Tensor Factor(Tensor covariance)
    {
        try
        {
            return Ops.LinalgCholesky(covariance);
        }
        catch (TorchException)
        {
            if (Ops.LinalgEigh(covariance) is not [var values, var vectors]) throw new InvalidOperationException("An eigen-decomposition has two parts.");
            return vectors * Roots(values);                                // [D, D], V √Λ
        }
    }

    /// <summary>Square roots of the eigenvalues of a covariance: what is below 0 is rounding.</summary>
    private static Tensor Roots(Tensor eigenvalues) => Ops.ClampMin(eigenvalues, 0).Sqrt();

    private static double Trace(Tensor matrix) => Ops.Diag(matrix).Sum().Item();
}
