using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>A spiral in the plane with normal noise: one curved mode, for critics that must learn a shape instead of centres.</summary>
/// <remarks>Gulrajani et al., 2017, "Improved Training of Wasserstein GANs", figure 2 (arXiv:1704.00028), whose code takes x and z of scikit-learn's
/// <c>make_swiss_roll(noise=0.25)</c> and divides by 7.5. The point at arc parameter u in [0, 1] is t (cos t, sin t) / 7.5 with t = 1.5 π (1 + 2u).</remarks>
public sealed class SwissRollWorld : World
{
    /// <summary>Standard deviation of the noise of each coordinate.</summary>
    public const double Sigma = 0.25 / Shrink;

    private const double Shrink = 7.5;
    private const int Pieces = 256;              // the curve's bend between two of them stays below a hundredth of the noise

    /// <summary>Creates the spiral.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public SwissRollWorld(long seed = 0, Split split = Split.Train)
        : base("swiss-roll", 1, new SampleSchema(FieldKind.Points, 2) { Attributes = [new("arc")] }, seed, split)
    {
    }

    /// <summary>The point of the curve at an arc parameter.</summary>
    /// <param name="arc">u, from 0 (the inner end) to 1 (the outer end).</param>
    public static (double X, double Y) Curve(double arc)
    {
        var turns = 0.75 * (1 + 2 * arc);
        var (sin, cos) = Deterministic.SinCosTurns(turns);
        var radius = turns * 6.283185307179586 / Shrink;
        return (radius * cos, radius * sin);
    }

    /// <summary>The point of the curve nearest to a point: its arc parameter and the signed distance to it.</summary>
    /// <param name="x">First coordinate; finite.</param>
    /// <param name="y">Second coordinate; finite.</param>
    /// <returns>The parameter in [0, 1], and the distance: above 0 on the outer side, below 0 on the inner side.</returns>
    public static (double Arc, double Distance) Nearest(double x, double y)
    {
        var (best, least) = (0.0, double.PositiveInfinity);
        for (var i = 0; i <= Pieces; i++)
            if (Squared(i / (double)Pieces, x, y) is var squared && squared < least) (best, least) = (i / (double)Pieces, squared);

        var (low, high) = (Math.Max(0, best - 1.0 / Pieces), Math.Min(1, best + 1.0 / Pieces));
        for (var i = 0; i < 60; i++)                         // ternary search: one minimum lies within two pieces
        {
            var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
            if (Squared(a, x, y) < Squared(b, x, y)) high = b;
            else low = a;
        }

        var arc = (low + high) / 2;
        var distance = Math.Sqrt(Squared(arc, x, y));
        var (cx, cy) = Curve(arc);
        var (nx, ny) = Outward(arc);
        return (arc, nx * (x - cx) + ny * (y - cy) < 0 ? -distance : distance);
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var (x, y) = Curve(rng.NextDouble());
        destination[0] = (float)(x + Sigma * rng.Normal());
        destination[1] = (float)(y + Sigma * rng.Normal());
        return -1;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        destination[0] = (float)rng.NextDouble();            // the sample's first draw
    }

    private static double Squared(double arc, double x, double y)
    {
        var (cx, cy) = Curve(arc);
        return (x - cx) * (x - cx) + (y - cy) * (y - cy);
    }

    /// <summary>The normal that points away from the middle: the tangent (cos t - t sin t, sin t + t cos t) turned clockwise; not of unit length.</summary>
    private static (double X, double Y) Outward(double arc)
    {
        var turns = 0.75 * (1 + 2 * arc);
        var (sin, cos) = Deterministic.SinCosTurns(turns);
        var t = turns * 6.283185307179586;
        return (sin + t * cos, -(cos - t * sin));
    }
}
