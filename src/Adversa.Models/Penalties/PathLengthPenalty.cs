using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>What the generator pays for when a step of the style moves the picture by different amounts in different places: how much it moves on average is kept.</summary>
/// <remarks>Karras et al., 2020, section 3.2, eq. 4 (arXiv:1912.04958), with the styles of the layers as independent and their squares averaged, as in the authors' code.</remarks>
public static class PathLengthPenalty
{
    private const double Decay = 0.01;

    // ‖J_wᵀ y‖₂,  y ~ N(0, 1/(H·W))
    /// <summary>How far a unit step of the styles moves a picture, in a random direction of pictures.</summary>
    /// <param name="pictures"><c>[N, C, H, W]</c>, computed from the styles.</param>
    /// <param name="styles"><c>[N, L, W]</c>, which required a gradient then.</param>
    /// <param name="direction">y, <c>[N, C, H, W]</c>.</param>
    /// <returns><c>[N]</c>.</returns>
    public static Tensor Lengths(Tensor pictures, Tensor styles, Tensor direction)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return Autograd.Grad([(pictures * direction).Sum()], [styles], createGraph: true)[0].Square().Sum([2]).Mean([1]).Sqrt();
    }

    // E (‖J_wᵀ y‖₂ - a)²,  a the mean of the lengths: a ← a + .01 (E ‖J_wᵀ y‖₂ - a)
    /// <summary>The penalty on a batch; the generator's mean length takes it in.</summary>
    /// <param name="generator">The network.</param>
    /// <param name="z">Latents, <c>[N, Z]</c>.</param>
    /// <param name="noise">Draws the directions.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor Of(StyleGenerator generator, Tensor z, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(generator);
        using var numbers = new PrecisionScope(Precision.Fp32);
        var styles = generator.TrainingStyles(z);
        var pictures = generator.Draw(styles, generator.Noise);
        var pixels = (double)(pictures.Size(2) * pictures.Size(3));
        var lengths = Lengths(pictures, styles, Tensor.Randn(pictures.Shape, noise) / Math.Sqrt(pixels));
        using (Autograd.NoGrad()) Ops.LerpInPlace(generator.PathLength, lengths.Mean(), Decay).Dispose();
        return (lengths - generator.PathLength.Clone()).Square().Mean();
    }
}
