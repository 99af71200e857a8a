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
}
