using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Pictures of another size by cubic interpolation; when it shrinks, the kernel widens with the step, so that nothing aliases.</summary>
/// <remarks>Keys, 1981, "Cubic Convolution Interpolation for Digital Image Processing", a = -1/2, with half-pixel centres: what Pillow's <c>BICUBIC</c>, MATLAB's <c>imresize</c> and
/// PyTorch's <c>interpolate(mode="bicubic", antialias=True)</c> do. Published scores of super-resolution are on pictures shrunk so; other kernels give other scores.</remarks>
public static class Resampling
{
    private const double A = -0.5;

    /// <summary>Resizes pictures.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="height">Rows of the result; 1 or more.</param>
    /// <param name="width">Its columns.</param>
    /// <returns><c>[N, C, height, width]</c>; next to sharp edges it may overstep the range of the input.</returns>
    public static Tensor Bicubic(Tensor x, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Along(Along(x, height, 2), width, 3);
    }

    /// <summary>The same along one dimension: a product with a matrix.</summary>
    private static Tensor Along(Tensor x, int length, int dim)
    {
        var from = (int)x.Size(dim);
        if (from == length) return x;
        var weights = Tensor.From(Weights(from, length), length, from).To(x.DType);
        return dim == 2 ? weights.Matmul(x) : x.Matmul(weights.T());
    }

    /// <summary>What each old pixel gives to each new one, <c>[length, from]</c>; rows add up to 1.</summary>
    private static double[] Weights(int from, int length)
    {
        var weights = new double[length * from];
        var scale = from / (double)length;
        var stretch = Math.Max(1, scale);
        for (var i = 0; i < length; i++)
        {
            var centre = (i + 0.5) * scale;
            var (first, last) = (Math.Max(0, (int)(centre - 2 * stretch + 0.5)), Math.Min(from, (int)(centre + 2 * stretch + 0.5)));
            var row = weights.AsSpan(i * from, from);
            var sum = 0.0;
            for (var j = first; j < last; j++) sum += row[j] = Kernel((j + 0.5 - centre) / stretch);
            for (var j = first; j < last; j++) row[j] /= sum;
        }

        return weights;
    }

    private static double Kernel(double x)
    {
        x = Math.Abs(x);
        if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
}
