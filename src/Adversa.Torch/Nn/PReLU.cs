namespace Adversa.Torch.Nn;

/// <summary>x where it is positive, else a learned slope times x.</summary>
/// <remarks>He et al., 2015, "Delving Deep into Rectifiers", eq. 1 (arXiv:1502.01852).</remarks>
public sealed class PReLU : Module
{
    private readonly Tensor _weight;

    /// <summary>Creates the layer.</summary>
    /// <param name="parameters">1 slope for all, or C for one a channel.</param>
    /// <param name="init">The slopes' first value.</param>
    public PReLU(int parameters = 1, double init = 0.25) => _weight = Parameter("weight", Tensor.Full([parameters], init));

    /// <param name="x">Any shape for one slope, else <c>[N, C, ...]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The channels are not as many as the slopes.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var (shape, slopes) = (x.Shape, _weight.Elements);
        if (slopes > 1 && (shape.Length < 2 || shape[1] != slopes)) throw new ShapeException($"PReLU has {slopes} slopes and expects [N, {slopes}, ...]; got [{string.Join(", ", shape)}].");
        return Ops.Prelu(x, _weight);
    }
}
