using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>Eight narrow normal distributions on the unit circle: the classic test for mode collapse, with the truth known.</summary>
/// <remarks>Metz et al., 2017, "Unrolled Generative Adversarial Networks", section 3.1 (arXiv:1611.02163) has a ring of this kind. Points carry no
/// label; the nearest centre is the truth.</remarks>
public sealed class RingWorld : World
{
    /// <summary>Number of centres.</summary>
    public const int Modes = 8;

    /// <summary>Standard deviation of each coordinate around its centre.</summary>
    public const double Sigma = 0.01;

    /// <summary>Creates the ring.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public RingWorld(long seed = 0, Split split = Split.Train)
        : base("ring", 1, new SampleSchema(FieldKind.Points, 2), seed, split)
    {
    }

    /// <summary>The centres (x, y), anticlockwise from (1, 0).</summary>
    public static IReadOnlyList<(double X, double Y)> Centres { get; } =
        [.. Enumerable.Range(0, Modes).Select(i => Deterministic.SinCosTurns(i / (double)Modes)).Select(t => (t.Cos, t.Sin))];

    /// <summary>The centre nearest to a point, and how far it is; within 3 <see cref="Sigma"/> a point counts as good.</summary>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    public static (int Index, double Distance) Nearest(double x, double y)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < Modes; i++)
        {
            var (dx, dy) = (x - Centres[i].X, y - Centres[i].Y);
            var squared = dx * dx + dy * dy;
            if (squared < least) (best, least) = (i, squared);
        }

        return (best, Math.Sqrt(least));
    }

    /// <summary>The true probability density at a point.</summary>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    public static double Density(double x, double y) =>
        Centres.Sum(c => Math.Exp(-((x - c.X) * (x - c.X) + (y - c.Y) * (y - c.Y)) / (2 * Sigma * Sigma))) / (Modes * 2 * Math.PI * Sigma * Sigma);

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        var (x, y) = Centres[rng.NextInt(Modes)];
        destination[0] = (float)(x + Sigma * rng.Normal());
        destination[1] = (float)(y + Sigma * rng.Normal());
        return -1;
    }
}
