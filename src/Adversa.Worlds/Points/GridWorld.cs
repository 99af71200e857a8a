using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>Twenty-five narrow normal distributions on a square grid: a harder test for mode collapse than the ring, with the truth known.</summary>
/// <remarks>Lin et al., 2018, "PacGAN", section 4.1 (arXiv:1712.04086): the 2D-grid. Points carry no label; the nearest centre is the truth.</remarks>
public sealed class GridWorld : World
{
    /// <summary>Number of centres; each has the weight 1 / 25.</summary>
    public const int Modes = Side * Side;

    /// <summary>Standard deviation of each coordinate around its centre.</summary>
    public const double Sigma = 0.05;

    private const int Side = 5;
    private const double Spacing = 2, Edge = 4;

    /// <summary>Creates the grid.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public GridWorld(long seed = 0, Split split = Split.Train)
        : base("grid", 1, new SampleSchema(FieldKind.Points, 2), seed, split)
    {
    }

    /// <summary>The centres (x, y), row by row from (-4, -4); x runs fastest.</summary>
    public static IReadOnlyList<(double X, double Y)> Centres { get; } =
        [.. Enumerable.Range(0, Modes).Select(i => (i % Side * Spacing - Edge, i / Side * Spacing - Edge))];

    /// <summary>The centre nearest to a point, and how far it is; within 3 <see cref="Sigma"/> a point counts as good.</summary>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    public static (int Index, double Distance) Nearest(double x, double y)
    {
        var index = Line(y) * Side + Line(x);
        var (dx, dy) = (x - Centres[index].X, y - Centres[index].Y);
        return (index, Math.Sqrt(dx * dx + dy * dy));
    }

    /// <summary>The true probability density at a point.</summary>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    public static double Density(double x, double y) => Along(x) * Along(y);

    /// <summary>The mean of the noise ε in one coordinate of √ᾱ x₀ + √(1 - ᾱ) ε, where x₀ is a point of the grid: what a diffusion model must come to.</summary>
    /// <remarks>Around each centre, coordinate and noise are jointly normal; the centres are weighed by their densities. The grid is a product, so the coordinates go their own ways.</remarks>
    /// <param name="at">The coordinate with its noise.</param>
    /// <param name="alphaBar">ᾱ, the share of the data's variance, in [0, 1).</param>
    public static double MeanNoise(double at, double alphaBar)
    {
        var variance = alphaBar * Sigma * Sigma + 1 - alphaBar;
        var offsets = Enumerable.Range(0, Side).Select(i => at - Math.Sqrt(alphaBar) * (i * Spacing - Edge)).ToList();
        var nearest = offsets.Min(d => d * d);                                 // the largest weight is 1: no underflow
        var (sum, weights) = (0.0, 0.0);
        foreach (var d in offsets)
        {
            var weight = Math.Exp((nearest - d * d) / (2 * variance));
            (sum, weights) = (sum + weight * d, weights + weight);
        }

        return Math.Sqrt(1 - alphaBar) / variance * sum / weights;
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var (x, y) = Centres[rng.NextInt(Modes)];
        destination[0] = (float)(x + Sigma * rng.Normal());
        destination[1] = (float)(y + Sigma * rng.Normal());
        return -1;
    }

    private static int Line(double at) => (int)Math.Clamp(Math.Floor((at + Edge) / Spacing + 0.5), 0, Side - 1);

    /// <summary>The density of one coordinate; the grid is a product.</summary>
    private static double Along(double at)
    {
        var sum = 0.0;
        for (var i = 0; i < Side; i++)
        {
            var z = (at - (i * Spacing - Edge)) / Sigma;
            sum += Math.Exp(-z * z / 2);
        }

        return sum / (Side * Sigma * Math.Sqrt(2 * Math.PI));
    }
}
