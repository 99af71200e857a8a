using System.Globalization;
using Adversa.Metrics;
using Adversa.Worlds.Points;

namespace Adversa.Training.Judges;

/// <summary>Judges points against the curve of the swiss roll: how far from it they lie, and how much of it they cover how evenly.</summary>
/// <remarks>A sample is good within 3σ of the curve. The arc parameter of real points is uniform; it is cut into 50 equal pieces.
/// Across the curve the noise is normal, so real points lie |N(0, σ²)| off it: σ √(2/π) = 0.0266 on average, 0.6745 σ = 0.0225 in the median, 99.7 % within 3σ.</remarks>
public sealed class SwissRollJudge : IJudge
{
    private const int Pieces = 50;
    private const double GoodDistance = 3 * SwissRollWorld.Sigma;

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % 2 != 0) throw new ArgumentException($"Expected the coordinates of one or more points; got {samples.Length} numbers.", nameof(samples));
        var points = Enumerable.Range(0, samples.Length / 2).Select(i => Nearest(samples[2 * i], samples[2 * i + 1])).ToList();
        var pieces = ModeCount.Of(Pieces, points.Select(point => point.Distance <= GoodDistance ? Math.Min((int)(point.Arc * Pieces), Pieces - 1) : -1));
        var (coverage, distances) = (pieces.Drawn / (double)Pieces, points.Select(point => point.Distance).Order().ToList());
        var (mean, median) = (distances.Average(), (distances[(points.Count - 1) / 2] + distances[points.Count / 2]) / 2);
        return new(points.Count, [new("distance", mean), new("median_distance", median), new("high_quality", pieces.HighQuality), new("coverage", coverage), new("rkl", pieces.ReverseKl)],
            Words.OfCurveIsCovered(coverage, pieces.HighQuality),
            Words.GoodSampleIsWithinOfCurve);
    }

    /// <inheritdoc/>
    public void Dispose() { }

    /// <summary>Where on the curve, and how far off; a point that is not finite lies as far off as a number can say.</summary>
    private static (double Arc, double Distance) Nearest(double x, double y) => double.IsFinite(x + y) && SwissRollWorld.Nearest(x, y) is var (arc, distance)
        ? (arc, Math.Abs(distance))
        : (0, float.MaxValue);
}
