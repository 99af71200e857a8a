using Adversa.Torch;

namespace Adversa.Metrics;

/// <summary>The squared maximum mean discrepancy between two sets, by three estimators.</summary>
/// <remarks>Gretton et al., 2012, "A Kernel Two-Sample Test", eq. 3 to 5. The polynomial kernel is that of KID: Bińkowski et al., 2018, "Demystifying MMD GANs", eq. 4 (arXiv:1801.01401).</remarks>
/// <param name="Unbiased">Own pairs without the diagonal, cross pairs all; its mean is right at any N, and it may be negative.</param>
/// <param name="Biased">All pairs: a squared distance, 0 or more, and too large by about 1/N.</param>
/// <param name="UStatistic">As <paramref name="Unbiased"/>, cross pairs without i = j; null when the sets are not equally large.</param>
public sealed record KernelDistance(double Unbiased, double Biased, double? UStatistic)
{
    /// <summary>With the kernel of KID, (x·y / D + 1)³.</summary>
    /// <param name="first">N rows, 2 or more.</param>
    /// <param name="second">M rows, 2 or more.</param>
    public static KernelDistance Polynomial(FeatureSet first, FeatureSet second) => Between(first, second, (x, y) =>
    {
        var inner = Ops.AddInPlace((x / (double)x.Size(1)).Matmul(y.T()), (Scalar)1, 1);      // [N, M]: large, so that no more of it is made than needed
        return Ops.MulInPlace(inner * inner, inner);
    });

    /// <summary>With the normal kernel, exp(-‖x - y‖² / 2σ²).</summary>
    /// <param name="first">N rows, 2 or more.</param>
    /// <param name="second">M rows, 2 or more.</param>
    /// <param name="sigma">σ, above 0.</param>
    public static KernelDistance Normal(FeatureSet first, FeatureSet second, double sigma) =>
        Between(first, second, (x, y) => (Ops.Cdist(x, y, 2, computeMode: 2).Square() * (-1 / (2 * sigma * sigma))).Exp());      // mode 2: differences, no expansion

    private static KernelDistance Between(FeatureSet first, FeatureSet second, Func<Tensor, Tensor, Tensor> kernel)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.ExpectWidth(second);
        MetricException.Require(Math.Min(first.Count, second.Count), 2, "A kernel distance");
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var (x, y) = (first.ToTensor(), second.ToTensor());
        var (xx, yy, xy) = (kernel(x, x), kernel(y, y), kernel(x, y));
        double n = first.Count, m = second.Count;
        var (sumX, sumY, sumXY) = (xx.Sum().Item(), yy.Sum().Item(), xy.Sum().Item());
        var own = (sumX - Trace(xx)) / (n * (n - 1)) + (sumY - Trace(yy)) / (m * (m - 1));
        return new(own - 2 * sumXY / (n * m), sumX / (n * n) + sumY / (m * m) - 2 * sumXY / (n * m),
            first.Count == second.Count ? own - 2 * (sumXY - Trace(xy)) / (n * (n - 1)) : null);
    }

    private static double Trace(Tensor matrix) => Ops.Diag(matrix).Sum().Item();
}
