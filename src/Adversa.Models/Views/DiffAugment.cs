using Adversa.Torch;

namespace Adversa.Models.Views;

/// <summary>Differentiable augmentation: the same law of random changes on real and generated pictures, in the discriminator's turn and in the generator's.</summary>
/// <remarks>Zhao et al., 2020, "Differentiable Augmentation for Data-Efficient GAN Training", section 3.2 (arXiv:2006.10738). Every sample has its own draws, and
/// gradients pass through to the generator. Shifts and holes are filled with 0, the grey of pictures in [-1, 1], as the authors' code does.</remarks>
public static class DiffAugment
{
    private const double Shift = 0.125, Hole = 0.5;

    /// <summary>Augments a batch.</summary>
    /// <param name="images"><c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <param name="policy">Which operations.</param>
    /// <param name="noise">The run's generator.</param>
    /// <returns><c>[N, C, H, W]</c>; the values may leave the range.</returns>
    public static Tensor Apply(Tensor images, DiffAugmentPolicy policy, Generator noise)
    {
        var x = images;
        if ((policy & DiffAugmentPolicy.Color) != 0) x = Colour(x, noise);
        if ((policy & DiffAugmentPolicy.Translation) != 0) x = Translate(x, noise);
        if ((policy & DiffAugmentPolicy.Cutout) != 0) x = CutOut(x, noise);
        return x;
    }

    /// <summary>Brightness +U[-.5, .5], saturation xU[0, 2] about the mean of the channels, contrast xU[.5, 1.5] about the mean of the picture.</summary>
    private static Tensor Colour(Tensor x, Generator noise)
    {
        x += PerSample(x, noise) - 0.5;
        var grey = x.Mean([1], keepDim: true);
        x = (x - grey) * (PerSample(x, noise) * 2) + grey;
        var mean = x.Mean([1, 2, 3], keepDim: true);
        return (x - mean) * (PerSample(x, noise) + 0.5) + mean;
    }

    /// <summary>Moves every picture by whole pixels, up to an eighth of each side; what comes in from outside is 0.</summary>
    private static Tensor Translate(Tensor x, Generator noise)
    {
        foreach (var dim in new[] { 2, 3 })
        {
            var (count, side) = (x.Size(0), x.Size(dim));
            var most = (long)(side * Shift + 0.5);
            var shift = Ops.Randint(-most, most + 1, [count], noise).Reshape(count, 1, 1, 1);
            var from = Ops.Arange(side, DType.Int64).Reshape(dim == 2 ? [1, 1, side, 1] : [1, 1, 1, side]) + shift;      // the pixel that comes here
            var inside = (Ops.Ge(from, 0).To(x.DType) * Ops.Le(from, side - 1).To(x.DType)).Detach();
            x = Ops.Gather(x, dim, Ops.Expand(Ops.Clamp(from, 0, side - 1), x.Shape)) * inside;
        }

        return x;
    }

    /// <summary>Blanks a rectangle of half of each side, whose centre lies anywhere in the picture.</summary>
    private static Tensor CutOut(Tensor x, Generator noise)
    {
        var count = x.Size(0);
        Tensor? hole = null;
        foreach (var dim in new[] { 2, 3 })
        {
            var side = x.Size(dim);
            var length = (long)(side * Hole + 0.5);
            var start = Ops.Randint(0, side + 1 - length % 2, [count], noise).Reshape(count, 1, 1, 1) - length / 2;
            var at = Ops.Arange(side, DType.Int64).Reshape(dim == 2 ? [1, 1, side, 1] : [1, 1, 1, side]) - start;         // [N, 1, H, 1] or [N, 1, 1, W]
            var within = Ops.Ge(at, 0).To(x.DType) * Ops.Le(at, length - 1).To(x.DType);
            hole = hole is null ? within : hole * within;
        }

        return x * (1 - hole!).Detach();
    }

    private static Tensor PerSample(Tensor x, Generator noise) => Tensor.Rand([x.Size(0), 1, 1, 1], noise);
}
