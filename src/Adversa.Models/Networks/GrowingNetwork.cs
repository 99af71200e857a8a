using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A network all of whose levels exist from the start, and of which those take part that the images shown have brought in.</summary>
/// <remarks>The images shown are a buffer, so they travel with the weights: a checkpoint, an average or a copy stands where the original stood.</remarks>
public abstract class GrowingNetwork : Module
{
    private readonly Tensor _images;

    /// <summary>Creates the network at its beginning.</summary>
    /// <param name="growth">The plan.</param>
    protected GrowingNetwork(Growth growth)
    {
        Growth = growth;
        _images = Buffer("images", Tensor.Zeros([], DType.Int64));
    }

    /// <summary>The plan.</summary>
    public Growth Growth { get; }

    /// <summary>Images shown.</summary>
    public long Images => (long)_images.Item();

    /// <summary>Where the network stands.</summary>
    public GrowthPoint Now => Growth.At(Images);

    /// <summary>Takes the network to where it stands after so many images.</summary>
    /// <param name="images">Images shown; 0 or more.</param>
    public void GrowTo(long images)
    {
        using var _ = Autograd.NoGrad();
        Ops.FillInPlace(_images, images).Dispose();
    }

    /// <summary>Both sides of a fade: α·new + (1-α)·old; the old side is not computed where it counts nothing.</summary>
    /// <param name="alpha">α, in [0, 1].</param>
    /// <param name="newest">The newest level's part.</param>
    /// <param name="old">Gives what was there before.</param>
    protected internal static Tensor Blend(double alpha, Tensor newest, Func<Tensor> old)
    {
        ArgumentNullException.ThrowIfNull(old);
        return alpha < 1 ? alpha * newest + (1 - alpha) * old() : newest;
    }

    /// <summary>Every pixel becomes a square of them.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="factor">Side of the square; 1 changes nothing.</param>
    public static Tensor Enlarge(Tensor x, int factor = 2)
    {
        ArgumentNullException.ThrowIfNull(x);
        return factor == 1 ? x : Ops.UpsampleNearest2d(x, [x.Size(2) * factor, x.Size(3) * factor], factor, factor);
    }

    /// <summary>Every square of pixels becomes its mean.</summary>
    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <param name="factor">Side of the square; 1 changes nothing.</param>
    public static Tensor Reduce(Tensor x, int factor = 2) => factor == 1 ? x : Ops.AvgPool2d(x, [factor, factor], [factor, factor], [0, 0]);
}
