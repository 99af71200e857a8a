using Adversa.Torch;

namespace Adversa.Models.Views;

/// <summary>Adaptive discriminator augmentation: how often pictures are augmented is driven by how sure the discriminator is of real ones.</summary>
/// <remarks>Karras et al., 2020, "Training Generative Adversarial Networks with Limited Data", section 3 and appendix B (arXiv:2006.06676): the set "bgc" (flips and
/// quarter turns, geometry, colour). Of r_t = E sign(d(x) - m) over four batches only the sign of the distance to the target counts; m is the score of a discriminator
/// that cannot tell, which is 0 for the paper's loss. Deviations: resampling is bilinear
/// with mirrored borders, without the wavelet filter; p is held in [0, 1], in the authors' code it has no upper bound.</remarks>
public sealed class Ada
{
    private const int BatchesBetween = 4;
    private readonly double _target;
    private readonly double _images;
    private double _probability;
    private double _signs;
    private long _batches;
    private long _seen;

    /// <summary>Creates the controller with p = 0.</summary>
    /// <param name="target">Of r_t, in (0, 1); 0.6 in the paper.</param>
    /// <param name="images">Images in which p may go from 0 to 1; 500,000 in the paper.</param>
    public Ada(double target, double images) => (_target, _images) = (target, images);

    /// <summary>p: how likely each operation is, in [0, 1].</summary>
    public double Probability => _probability;

    /// <summary>Takes in the scores of a real batch; after four of them p moves by 4·batch/images.</summary>
    /// <param name="scores">d(x), <c>[N, 1]</c>.</param>
    /// <param name="images">Images in the batch.</param>
    /// <param name="middle">m, the score of a discriminator that cannot tell: see <see cref="Adversa.Models.Losses.IAdversarialLoss.MiddleOf"/>.</param>
    public void Observe(Tensor scores, int images, double middle = 0)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _signs += Ops.Sign(scores.Detach() - middle).Mean().Item();
        _seen += images;
        if (++_batches < BatchesBetween) return;
        _probability = Math.Clamp(_probability + Math.Sign(_signs / _batches - _target) * _seen / _images, 0, 1);
        (_signs, _batches, _seen) = (0, 0, 0);
    }

    /// <summary>Visits p and what has been gathered since it last moved.</summary>
    public void VisitState(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("ada_probability", ref _probability);
        visitor.Visit("ada_signs", ref _signs);
        visitor.Visit("ada_batches", ref _batches);
        visitor.Visit("ada_seen", ref _seen);
    }

    /// <summary>Augments a batch; each sample has its own draws.</summary>
    /// <param name="images"><c>[N, C, H, W]</c> in [-1, 1]: 0 is the grey about which contrast and luma flip turn.</param>
    /// <param name="noise">The run's generator.</param>
    /// <returns><c>[N, C, H, W]</c>.</returns>
    public Tensor Augment(Tensor images, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (_probability == 0) return images;
        var count = images.Size(0);
        var uniform = Tensor.Rand([count, AdaDraw.Uniforms], noise).ToArray<float>();
        var normal = Tensor.Randn([count, AdaDraw.Normals], noise).ToArray<float>();
        return Apply(images, uniform, normal, _probability);
    }

    /// <summary>Augments a batch by given draws.</summary>
    internal static Tensor Apply(Tensor images, float[] uniform, float[] normal, double probability)
    {
        var shape = images.Shape;
        var (count, channels, height, width) = ((int)shape[0], (int)shape[1], (int)shape[2], (int)shape[3]);
        var theta = new float[count * 6];
        var colour = new float[count * 12];
        for (var i = 0; i < count; i++)
        {
            var draw = new AdaDraw(uniform.AsSpan(i * AdaDraw.Uniforms, AdaDraw.Uniforms), normal.AsSpan(i * AdaDraw.Normals, AdaDraw.Normals), probability);
            draw.Geometry(width, height, theta.AsSpan(6 * i, 6));
            draw.Colour(colour.AsSpan(12 * i, 12));
        }

        var grid = Ops.AffineGridGenerator(Tensor.From(theta, count, 2, 3), shape, alignCorners: false);
        var x = Ops.GridSampler2d(images, grid, interpolationMode: 0, paddingMode: 2, alignCorners: false);      // bilinear, mirrored
        return Recolour(x, colour, count, channels);
    }

    /// <summary>An affine map of the three channels; pictures of another number of channels take its mean effect on a grey value.</summary>
    private static Tensor Recolour(Tensor x, float[] colour, int count, int channels)
    {
        if (channels == 3)
        {
            var map = Tensor.From(colour, count, 3, 4);
            var flat = Ops.Bmm(map.Narrow(2, 0, 3), x.Flatten(2)) + map.Narrow(2, 3, 1);                       // [N, 3, H*W]
            return flat.Reshape(x.Shape);
        }

        var (gain, offset) = (new float[count], new float[count]);
        for (var i = 0; i < count; i++)
            for (var row = 0; row < 3; row++)
            {
                gain[i] += (colour[12 * i + 4 * row] + colour[12 * i + 4 * row + 1] + colour[12 * i + 4 * row + 2]) / 3;
                offset[i] += colour[12 * i + 4 * row + 3] / 3;
            }

        return x * Tensor.From(gain, count, 1, 1, 1) + Tensor.From(offset, count, 1, 1, 1);
    }
}
