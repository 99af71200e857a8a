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
