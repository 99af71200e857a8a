namespace Adversa.Torch.Nn;

/// <summary>Divides each pixel's features by their root mean square, so that a generator's signals cannot grow without bound.</summary>
/// <remarks>Karras et al., 2017, "Progressive Growing of GANs", section 4.2 (arXiv:1710.10196): b = a / √(mean over C of a² + 1e-8). It has nothing to learn.</remarks>
public sealed class PixelNorm : Module
{
    private const double Eps = 1e-8;

    /// <param name="x"><c>[N, C]</c> or <c>[N, C, H, W]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The input has neither two nor four dimensions.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (shape.Length is not (2 or 4)) throw new ShapeException($"PixelNorm expects [N, C] or [N, C, H, W]; got [{string.Join(", ", shape)}].");
        return x * Ops.Rsqrt(x.Square().Mean([1], keepDim: true) + Eps);
    }
}
