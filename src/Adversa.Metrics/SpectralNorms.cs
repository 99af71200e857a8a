using Adversa.Torch;

namespace Adversa.Metrics;

/// <summary>The largest factor by which a layer can stretch its input: what spectral normalisation sets to 1.</summary>
public static class SpectralNorms
{
    private const double Eps = 1e-12;

    /// <summary>The largest singular value of a matrix.</summary>
    /// <param name="weight"><c>[out, in]</c>.</param>
    public static double Largest(Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        return Ops.Max(Ops.LinalgSvdvals(weight.To(DType.Float64))).Item();
    }

    /// <summary>Steps of power iteration: v = Wᵀu / ‖·‖, u = Wv / ‖·‖, σ = uᵀWv.</summary>
    /// <remarks>Miyato et al., 2018, "Spectral Normalization for Generative Adversarial Networks", algorithm 1 (arXiv:1802.05957). σ never exceeds the true norm.</remarks>
    /// <param name="weight">W, one row an output.</param>
    /// <param name="u">Where it begins; as long as W has rows.</param>
    /// <param name="steps">1 or more.</param>
    public static (double[] U, double[] V, double Sigma) PowerIteration(FeatureSet weight, double[] u, int steps)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(u);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        double[] v = [];
        var sigma = 0.0;
        for (var step = 0; step < steps; step++)
        {
            v = new double[weight.Width];
            for (var i = 0; i < weight.Count; i++)
                for (var j = 0; j < v.Length; j++) v[j] += weight[i][j] * u[i];
            Normalise(v);
            u = new double[weight.Count];
            for (var i = 0; i < u.Length; i++)
                for (var j = 0; j < v.Length; j++) u[i] += weight[i][j] * v[j];
            sigma = Normalise(u);                                          // uᵀWv = ‖Wv‖
        }

        return (u, v, sigma);
    }

    /// <summary>The exact norm of a convolution with periodic edges: the largest over frequencies of the norm of the kernel's transform there.</summary>
    /// <remarks>Sedghi, Gupta, Long, 2018, "The Singular Values of Convolutional Layers", theorem 6 (arXiv:1805.10408). It exceeds the norm of the reshaped kernel, which spectral normalisation takes.</remarks>
    /// <param name="weight">The kernel, <c>[out, in, kH, kW]</c>.</param>
    /// <param name="side">Side of the pictures.</param>
    public static double CircularConvolution(Tensor weight, int side)
    {
        ArgumentNullException.ThrowIfNull(weight);
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var w = weight.ExpectShape("O I H W", "The kernel").To(DType.Float64);
        var (rows, columns, height, width) = ((int)w.Size(0), (int)w.Size(1), (int)w.Size(2), (int)w.Size(3));
        var kernel = Ops.Reshape(w, [rows * columns, height * width]);                           // [O·I, kH·kW]
        var (cosines, sines) = Waves(side, height, width);                                       // [side², kH·kW]
        var real = Ops.Reshape(cosines.Matmul(kernel.T()), [side * side, rows, columns]);        // [side², O, I]
        var imaginary = Ops.Reshape(sines.Matmul(kernel.T()), [side * side, rows, columns]);
        var whole = Tensor.Cat([Tensor.Cat([real, -imaginary], 2), Tensor.Cat([imaginary, real], 2)], 1);      // a complex matrix as a real one: the same singular values, twice
        return Ops.Max(Ops.LinalgSvdvals(whole)).Item();
    }

    private static (Tensor Cosines, Tensor Sines) Waves(int side, int height, int width)
    {
        var angles = new double[side * side * height * width];
        var at = 0;
        for (var fy = 0; fy < side; fy++)
            for (var fx = 0; fx < side; fx++)
                for (var y = 0; y < height; y++)
                    for (var x = 0; x < width; x++) angles[at++] = -2 * Math.PI * (fy * y + fx * x) / side;
        var all = Tensor.From(angles, side * side, height * width);
        return (Ops.Cos(all), Ops.Sin(all));
    }

    private static double Normalise(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(x => x * x));
        for (var i = 0; i < vector.Length; i++) vector[i] /= Math.Max(norm, Eps);
        return norm;
    }
}
