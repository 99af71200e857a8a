using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>Points of one normal distribution: almost everything that theory says about a GAN can be computed and compared.</summary>
/// <remarks>The catalogue's <c>gaussians</c> is <see cref="Usual"/>; checks build others. Points carry no label. The closed forms between two
/// distributions are in <see cref="GaussianTruth"/>.</remarks>
public sealed class GaussianWorld : World
{
    /// <summary>Creates the points of <see cref="Usual"/>.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public GaussianWorld(long seed = 0, Split split = Split.Train) : this("gaussians", Usual, seed, split)
    {
    }

    /// <summary>Creates the points of a distribution.</summary>
    /// <param name="distribution">Where the points come from.</param>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public GaussianWorld(Gaussian distribution, long seed = 0, Split split = Split.Train)
        : this($"gaussians {distribution ?? throw new ArgumentNullException(nameof(distribution))}", distribution, seed, split)
    {
    }

    private GaussianWorld(string name, Gaussian distribution, long seed, Split split)
        : base(name, 1, new SampleSchema(FieldKind.Points, distribution.Dimensions), seed, split) => Distribution = distribution;

    /// <summary>Two correlated coordinates: mean (1, -0.5), deviations 1 and 0.5, correlation 0.8.</summary>
    public static Gaussian Usual { get; } = new([1, -0.5], [[1], [0.4, 0.3]]);

    /// <summary>The truth about every point.</summary>
    public Gaussian Distribution { get; }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Span<double> point = stackalloc double[destination.Length];
        for (var i = 0; i < point.Length; i++) point[i] = rng.Normal();
        Distribution.Place(point);
        for (var i = 0; i < point.Length; i++) destination[i] = (float)point[i];
        return -1;
    }
}
