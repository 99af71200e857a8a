using System.Globalization;
using Adversa.Data;

namespace Adversa.Worlds.Points;

/// <summary>Points of an upright segment, (θ, u) with u uniform in [0, 1): two such segments show why the Wasserstein distance helps.</summary>
/// <remarks>Arjovsky et al., 2017, "Wasserstein GAN", example 1 (arXiv:1701.07875). Two segments that do not meet have no common support: the
/// Jensen-Shannon divergence is ln 2 however near they are, and only the Wasserstein distance says where to move.</remarks>
public sealed class SegmentWorld : World
{
    /// <summary>Creates a segment.</summary>
    /// <param name="offset">θ; finite.</param>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="split">Training or test samples.</param>
    public SegmentWorld(double offset, long seed = 0, Split split = Split.Train)
        : base(string.Create(CultureInfo.InvariantCulture, $"segment {offset:R}"), 1, new SampleSchema(FieldKind.Points, 2), seed, split)
    {
        if (!double.IsFinite(offset)) throw new ArgumentOutOfRangeException(nameof(offset), offset, "The offset must be finite.");
        Offset = offset;
    }

    /// <summary>θ.</summary>
    public double Offset { get; }

    /// <summary>The Wasserstein-1 distance of two segments: |θ₁ - θ₂|.</summary>
    /// <param name="first">θ₁.</param>
    /// <param name="second">θ₂.</param>
    public static double Wasserstein1(double first, double second) => Math.Abs(first - second);

    /// <summary>The Jensen-Shannon divergence of two segments in nats: 0 when they are one, else ln 2.</summary>
    /// <param name="first">θ₁.</param>
    /// <param name="second">θ₂.</param>
    public static double JensenShannon(double first, double second) => first == second ? 0 : Math.Log(2);

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(rng);
        (destination[0], destination[1]) = ((float)Offset, (float)rng.NextDouble());
        return -1;
    }
}
