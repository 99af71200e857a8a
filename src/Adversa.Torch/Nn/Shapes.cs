namespace Adversa.Torch.Nn;

/// <summary>Joins all dimensions but the first: <c>[N, C, H, W]</c> to <c>[N, C·H·W]</c>.</summary>
public sealed class Flatten : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Flatten(1);
}

/// <summary>Gives each sample a shape: <c>[N, ...]</c> to <c>[N, shape]</c>.</summary>
/// <param name="shape">The shape of one sample, such as C, H, W.</param>
public sealed class Unflatten(params long[] shape) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Reshape([-1, .. shape]);
}

/// <summary>Turns r² channels into a picture r times as large: <c>[N, C·r², H, W]</c> to <c>[N, C, H·r, W·r]</c>.</summary>
/// <remarks>Shi et al., 2016, "Real-Time Single Image and Video Super-Resolution", eq. 4 (arXiv:1609.05158).</remarks>
/// <param name="upscaleFactor">r; 1 or more.</param>
public sealed class PixelShuffle(int upscaleFactor) : Module
{
    private readonly int _factor = upscaleFactor >= 1 ? upscaleFactor : throw new ArgumentOutOfRangeException(nameof(upscaleFactor), upscaleFactor, "PixelShuffle expects a factor of 1 or more.");

    /// <exception cref="ShapeException">The input is no picture, or its channels are no multiple of r².</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (shape.Length != 4 || shape[1] % (_factor * _factor) != 0)
            throw new ShapeException($"PixelShuffle({_factor}) expects [N, C, H, W] with C a multiple of {_factor * _factor}; got [{string.Join(", ", shape)}].");
        return Ops.PixelShuffle(x, _factor);
    }
}

/// <summary>Adds a border that mirrors what lies inside: no edge of black for a convolution to learn.</summary>
/// <param name="padding">Pixels on each side; 0 or more, and fewer than the picture has.</param>
public sealed class ReflectionPad2d(int padding) : Module
{
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <returns><c>[N, C, H + 2·padding, W + 2·padding]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.ReflectionPad2d(x, [padding, padding, padding, padding]);
}

/// <summary>How <see cref="Upsample"/> fills in.</summary>
public enum UpsampleMode
{
    /// <summary>Repeats pixels.</summary>
    Nearest,

    /// <summary>Interpolates between pixel centres (PyTorch's <c>align_corners=False</c>).</summary>
    Bilinear,
}

/// <summary>Enlarges pictures by a whole factor.</summary>
/// <param name="scaleFactor">1 or more.</param>
/// <param name="mode">How the new pixels are made.</param>
public sealed class Upsample(int scaleFactor, UpsampleMode mode = UpsampleMode.Nearest) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        long[] size = [x.Size(2) * scaleFactor, x.Size(3) * scaleFactor];
        return mode == UpsampleMode.Nearest
            ? Ops.UpsampleNearest2d(x, size, scaleFactor, scaleFactor)
            : Ops.UpsampleBilinear2d(x, size, alignCorners: false, scaleFactor, scaleFactor);
    }
}
