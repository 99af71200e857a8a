using Adversa.Torch;

namespace Adversa.Metrics;

/// <summary>Principal components: the best that a linear code of a given length can do, and so the yardstick of every autoencoder.</summary>
public static class PrincipalComponents
{
    /// <summary>The mean squared error of samples that are replaced by their projection on the leading components of other samples.</summary>
    /// <param name="train">Samples that give mean and components, <c>[N, D]</c>; N 2 or more.</param>
    /// <param name="test">Samples that are projected, <c>[M, D]</c>.</param>
    /// <param name="components">How many, from 0 to D.</param>
    /// <returns>The mean over samples and their numbers, computed in float64.</returns>
    public static double Error(Tensor train, Tensor test, int components)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfNegative(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components, train.Size(1));
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        train = train.To(DType.Float64);
        var mean = train.Mean([0]);
        var (x, y) = (train - mean, test.To(DType.Float64) - mean);
        var vectors = Ops.LinalgEigh(x.T().Matmul(x) / (double)(x.Size(0) - 1))[1];      // eigenvalues rise: the leading vectors stand last
        var leading = vectors.Narrow(1, vectors.Size(1) - components, components);         // [D, components]
        return (y - y.Matmul(leading).Matmul(leading.T())).Square().Mean().Item();
    }
}
