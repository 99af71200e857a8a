namespace Adversa.Torch.Nn;

/// <summary>Normalises each channel of each picture over its own pixels, in training and evaluation alike.</summary>
/// <remarks>Ulyanov, Vedaldi, Lempitsky, 2016, "Instance Normalization" (arXiv:1607.08022). As in PyTorch there is no scale unless asked for, and no running statistics.</remarks>
public sealed class InstanceNorm2d : Module
{
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;
    private readonly int _features;
    private readonly double _eps;

    /// <summary>Creates the layer.</summary>
    /// <param name="features">C.</param>
    /// <param name="eps">Added to the variance; 0 or more.</param>
    /// <param name="affine">Whether each channel has a scale, from 1 on, and a shift, from 0 on.</param>
    public InstanceNorm2d(int features, double eps = 1e-5, bool affine = false)
    {
        (_features, _eps) = (features, eps);
        if (!affine) return;
        _weight = Parameter("weight", Tensor.Ones([features]));
        _bias = Parameter("bias", Tensor.Zeros([features]));
    }

    /// <param name="x"><c>[N, C, H, W]</c>, with more than one pixel.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The input has another shape, or one pixel, whose variance is 0.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.ExpectShape($"N {_features} H W", "The input of InstanceNorm2d").Shape;
        if (shape[2] * shape[3] == 1) throw new ShapeException($"InstanceNorm2d needs more than one pixel, or all becomes 0; got [{string.Join(", ", shape)}]. Leave it out at 1x1.");
        return Ops.InstanceNorm(x, _weight, _bias, null, null, useInputStats: true, momentum: 0.1, _eps, cudnnEnabled: true);
    }
}
