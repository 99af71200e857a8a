namespace Adversa.Torch.Nn;

/// <summary>Normalises each sample over its last dimensions: no batch mates, no running statistics.</summary>
/// <remarks>Ba, Kiros, Hinton, 2016, "Layer Normalization", eq. 3 and 4 (arXiv:1607.06450).</remarks>
public sealed class LayerNorm : Module
{
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;
    private readonly long[] _normalizedShape;
    private readonly double _eps;

    /// <summary>Creates the layer; the scale begins at 1 and the shift at 0.</summary>
    /// <param name="normalizedShape">The last dimensions, such as <c>[F]</c> or <c>[C, H, W]</c>.</param>
    /// <param name="eps">Added to the variance; 0 or more.</param>
    /// <param name="affine">Whether each element has a scale and a shift (PyTorch's <c>elementwise_affine</c>).</param>
    public LayerNorm(long[] normalizedShape, double eps = 1e-5, bool affine = true)
    {
        ArgumentNullException.ThrowIfNull(normalizedShape);
        (_normalizedShape, _eps) = ([.. normalizedShape], eps);
        if (!affine) return;
        _weight = Parameter("weight", Tensor.Ones(normalizedShape));
        _bias = Parameter("bias", Tensor.Zeros(normalizedShape));
    }

    /// <param name="x"><c>[N, ..., normalizedShape]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The last dimensions are others.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (!shape.AsSpan().EndsWith(_normalizedShape))
            throw new ShapeException($"LayerNorm expects [N, ..., {string.Join(", ", _normalizedShape)}]; got [{string.Join(", ", shape)}].");
        return Ops.LayerNorm(x, _normalizedShape, _weight, _bias, _eps);
    }
}
