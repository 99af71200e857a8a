using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>The pattern that upsampling by strides leaves in pictures: a peak of the spectrum at a half or a quarter of the sampling rate.</summary>
/// <remarks>Odena, Dumoulin, Olah, 2016, "Deconvolution and Checkerboard Artifacts". White noise has no peak, whatever its strength.</remarks>
internal static class Stride
{
    /// <summary>How strong the frequency is beside its neighbours: the largest ratio of powers, of both directions and both frequencies.</summary>
    /// <param name="pictures"><c>[N, C, H, W]</c>, sides of 16 or more.</param>
    internal static double Strength(Tensor pictures)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        return Math.Max(Along(pictures), Along(Ops.Transpose(pictures, 2, 3)));
    }

    private static double Along(Tensor pictures)
    {
        var length = pictures.Size(3);
        var rows = pictures.Reshape(-1, length);
        rows -= rows.Mean([1], keepDim: true);
        var half = length / 2;
        var strongest = length % 2 == 0 ? Power(rows, half) / Math.Max(1e-12, (Power(rows, half - 1) + Power(rows, half - 2)) / 2) : 0;
        if (length % 4 != 0) return strongest;
        var quarter = length / 4;
        return Math.Max(strongest, Power(rows, quarter) / Math.Max(1e-12, (Power(rows, quarter - 1) + Power(rows, quarter + 1)) / 2));
    }

    private static double Power(Tensor rows, long frequency)
    {
        var length = (int)rows.Size(1);
        float[] Wave(Func<double, double> of) => [.. Enumerable.Range(0, length).Select(t => (float)of(2 * Math.PI * frequency * t / length))];
        var basis = Tensor.From([.. Wave(Math.Cos), .. Wave(Math.Sin)], 2, length).T();      // [L, 2]
        return rows.Matmul(basis).Square().Sum([1]).Mean().Item();
    }
}
