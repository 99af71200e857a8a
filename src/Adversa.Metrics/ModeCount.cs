namespace Adversa.Metrics;

/// <summary>How many of a distribution's known modes are drawn, how often a sample is good, and how evenly the good ones are spread.</summary>
/// <remarks>Lin et al., 2017, "PacGAN", section 4.1 (arXiv:1712.04086): centres of points, or classes that a judge reads. Natural logarithms.</remarks>
/// <param name="Good">Good samples of each mode.</param>
/// <param name="Samples">All samples, good or not; 1 or more.</param>
public sealed record ModeCount(IReadOnlyList<int> Good, int Samples)
{
    /// <summary>Counts.</summary>
    /// <param name="modes">K, 1 or more.</param>
    /// <param name="samples">The mode of each sample, from 0 to K - 1; below 0 when the sample is not good.</param>
    public static ModeCount Of(int modes, IEnumerable<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(modes, 1);
        var good = new int[modes];
        var count = 0;
        foreach (var mode in samples)
        {
            count++;
            if (mode >= 0) good[mode]++;
        }

        return count > 0 ? new(good, count) : throw new ArgumentException("Expected one or more samples; got none.", nameof(samples));
    }

    /// <summary>Good samples of all modes.</summary>
    public int GoodSamples => Good.Sum();

    /// <summary>Modes with a good sample.</summary>
    public int Drawn => Good.Count(n => n > 0);

    /// <summary>HQ: the share of samples that are good, in [0, 1].</summary>
    public double HighQuality => GoodSamples / (double)Samples;

    /// <summary>rKL: KL(p̂ ‖ uniform) over the good samples, in [0, log K]; log K, the largest, when none is good.</summary>
    /// <remarks>A perfect sampler still shows about (K - 1) / (2n) with n good samples.</remarks>
    public double ReverseKl => Math.Log(Good.Count) - Entropy;

    /// <summary>The entropy of the good samples over the modes, in [0, log K]; 0 when none is good.</summary>
    public double Entropy => Good.Where(n => n > 0).Sum(n => -(n / (double)GoodSamples) * Math.Log(n / (double)GoodSamples));

    /// <summary>The Jensen-Shannon divergence of the good samples' shares from uniform ones, in [0, log 2]; log 2 when none is good.</summary>
    public double Jsd
    {
        get
        {
            if (GoodSamples == 0) return Math.Log(2);
            double[] p = [.. Good.Select(n => n / (double)GoodSamples)];
            var q = Histograms.Uniform(Good.Count);
            double[] middle = [.. p.Zip(q, (a, b) => (a + b) / 2)];
            return (Histograms.Kl(p, middle) + Histograms.Kl(q, middle)) / 2;
        }
    }

    /// <summary>Counts points near known centres.</summary>
    /// <param name="points">One point a row.</param>
    /// <param name="centres">One centre a row.</param>
    /// <param name="radius">A point is good when it lies nearer than this to its nearest centre.</param>
    public static ModeCount Near(FeatureSet points, FeatureSet centres, double radius)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(centres);
        return Of(centres.Count, Distances.Nearest(points, centres).Select(nearest => Math.Sqrt(nearest.Squared) < radius ? nearest.Index : -1));
    }
}
