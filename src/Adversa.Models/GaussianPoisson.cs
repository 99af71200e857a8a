using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Which equations a blend solves.</summary>
public enum BlendEquations
{
    /// <summary>The normal equations of the paper's energy: (∇ᵀ∇ + β gᵀg) Y = ∇ᵀv + β gᵀX.</summary>
    Normal,

    /// <summary>What the authors' code solves: (∇ᵀ∇ + β g) Y = ∇ᵀv + β X.</summary>
    Authors,
}

/// <summary>Pictures from gradients and from blurred colours, in closed form: the picture that minimises ‖∇Y - v‖² + β ‖g ⋆ Y - X‖², channel by channel.</summary>
/// <remarks>Wu et al., 2017, "GP-GAN: Towards Realistic High-Resolution Image Blending", eq. 5 to 8 (arXiv:1703.07195). Pictures go on beyond their edges as in a mirror; with such edges the
/// cosine transform turns both operators into factors: 2 - 2 cos(πk/n) for each side's second difference, and Σₜ gₜ cos(πkt/n) for the blur. Numbers are float64.</remarks>
public static class GaussianPoisson
{
    private const double Reach = 4;                // of the kernel, in standard deviations

    /// <summary>The picture of given gradients and blurred colours.</summary>
    /// <param name="across">v's differences between neighbours in a row, <c>[N, C, H, W - 1]</c>.</param>
    /// <param name="down">Those between neighbours in a column, <c>[N, C, H - 1, W]</c>.</param>
    /// <param name="colours">X, <c>[N, C, H, W]</c>.</param>
    /// <param name="weight">β, above 0: without it nothing would tell the mean.</param>
    /// <param name="sigma">Standard deviation of g in pixels, above 0.</param>
    /// <param name="equations">Which.</param>
    /// <returns><c>[N, C, H, W]</c>, float64, not clamped.</returns>
    public static Tensor Solve(Tensor across, Tensor down, Tensor colours, double weight, double sigma, BlendEquations equations = BlendEquations.Normal)
    {
        ArgumentNullException.ThrowIfNull(across);
        ArgumentNullException.ThrowIfNull(down);
        ArgumentNullException.ThrowIfNull(colours);
        var (vx, vy, x) = (across.To(DType.Float64), down.To(DType.Float64), colours.To(DType.Float64));
        var (height, width) = ((int)x.Size(2), (int)x.Size(3));
        var (rows, columns) = (Cosines(height), Cosines(width));
        var divergence = Ops.ConstantPadNd(vx, [1, 0], 0) - Ops.ConstantPadNd(vx, [0, 1], 0)
            + Ops.ConstantPadNd(vy, [0, 0, 1, 0], 0) - Ops.ConstantPadNd(vy, [0, 0, 0, 1], 0);      // ∇ᵀv
        var bends = Column(Bends(height)) + Row(Bends(width));
        var blur = Column(Blurs(height, sigma)) * Row(Blurs(width, sigma));
        var (left, right) = equations == BlendEquations.Normal ? (blur.Square(), blur) : (blur, Ops.OnesLike(blur));
        return Back((Transform(divergence) + weight * right * Transform(x)) / (bends + weight * left));

        Tensor Transform(Tensor pictures) => rows.Matmul(pictures).Matmul(columns.T());
        Tensor Back(Tensor transformed) => rows.T().Matmul(transformed).Matmul(columns);
    }

    /// <summary>A region of one picture in another: gradients of the first inside and of the second outside, colours of a small picture, from coarse to fine.</summary>
    /// <param name="target">Outside, <c>[N, C, H, W]</c>.</param>
    /// <param name="paste">Inside, of the same size.</param>
    /// <param name="mask">1 inside and 0 outside, <c>[N, 1, H, W]</c>.</param>
    /// <param name="colours">The small picture, <c>[N, C, h, w]</c>.</param>
    /// <param name="weight">β.</param>
    /// <param name="sigma">Standard deviation of g in pixels.</param>
    /// <param name="equations">Which.</param>
    /// <returns><c>[N, C, H, W]</c>, not clamped: a clamped level would bend the next one's colours.</returns>
    public static Tensor Blend(Tensor target, Tensor paste, Tensor mask, Tensor colours, double weight,
        double sigma, BlendEquations equations = BlendEquations.Normal)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(paste);
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(colours);
        var (height, width) = ((int)target.Size(2), (int)target.Size(3));
        var levels = Math.Max(0, (int)Math.Ceiling(Math.Log2(Math.Max(height, width) / (double)Math.Max(colours.Size(2), colours.Size(3)))));
        var y = colours.To(DType.Float64);
        for (var level = levels; level >= 0; level--)
        {
            var (rows, columns) = (Math.Max(2, height >> level), Math.Max(2, width >> level));
            Tensor Small(Tensor picture) => Resampling.Bicubic(picture.To(DType.Float64), rows, columns);
            var inside = Ops.Lt((Small(mask) - 1).Abs(), 1e-6).To(DType.Float64);       // all that the pixel was made of lies inside: a grey would let colours bleed in
            var (vx, vy) = Composite(Small(target), Small(paste), inside);
            y = Solve(vx, vy, Small(y), weight, sigma, equations);
        }

        return y.To(target.DType);
    }

    /// <summary>Gradients of a picture: differences between neighbours in a row and in a column.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    public static (Tensor Across, Tensor Down) Gradients(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (height, width) = (x.Size(2), x.Size(3));
        return (x.Narrow(3, 1, width - 1) - x.Narrow(3, 0, width - 1), x.Narrow(2, 1, height - 1) - x.Narrow(2, 0, height - 1));
    }

    /// <summary>The paste's gradients between pixels of which both lie inside; elsewhere, and over the seam, the target's.</summary>
    private static (Tensor Across, Tensor Down) Composite(Tensor target, Tensor paste, Tensor inside)
    {
        var (height, width) = (target.Size(2), target.Size(3));
        var (t, p) = (Gradients(target), Gradients(paste));
        var (across, down) = (inside.Narrow(3, 1, width - 1) * inside.Narrow(3, 0, width - 1),
            inside.Narrow(2, 1, height - 1) * inside.Narrow(2, 0, height - 1));
        return (t.Across + across * (p.Across - t.Across), t.Down + down * (p.Down - t.Down));
    }

    /// <summary>The orthonormal cosine transform, DCT-II, as a matrix: a row a frequency.</summary>
    private static Tensor Cosines(int n)
    {
        var matrix = new double[n * n];
        for (var k = 0; k < n; k++)
            for (var i = 0; i < n; i++)
                matrix[k * n + i] = Math.Sqrt((k == 0 ? 1.0 : 2.0) / n) * Math.Cos(Math.PI * (2 * i + 1) * k / (2 * n));
        return Tensor.From(matrix, n, n);
    }

    private static double[] Bends(int n) => [.. Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(Math.PI * k / n))];

    private static double[] Blurs(int n, double sigma)
    {
        var reach = Math.Max(1, (int)Math.Ceiling(Reach * sigma));
        var kernel = Enumerable.Range(-reach, 2 * reach + 1).Select(t => (T: t, G: Math.Exp(-t * t / (2 * sigma * sigma)))).ToList();
        var sum = kernel.Sum(one => one.G);
        return [.. Enumerable.Range(0, n).Select(k => kernel.Sum(one => one.G / sum * Math.Cos(Math.PI * k * one.T / n)))];
    }

    private static Tensor Column(double[] values) => Tensor.From(values, values.Length, 1);

    private static Tensor Row(double[] values) => Tensor.From(values, 1, values.Length);
}
