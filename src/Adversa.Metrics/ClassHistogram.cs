namespace Adversa.Metrics;

/// <summary>How labels are spread over classes.</summary>
/// <remarks>Natural logarithms. A perfect sampler still shows a divergence of about (K - 1) / (2N) with N labels.</remarks>
/// <param name="Counts">Labels of each class.</param>
public sealed record ClassHistogram(IReadOnlyList<int> Counts)
{
    /// <summary>Counts labels.</summary>
    /// <param name="labels">From 0 to K - 1, one or more.</param>
    /// <param name="classes">K, 1 or more.</param>
    public static ClassHistogram Of(IEnumerable<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var counts = new int[classes];
        foreach (var label in labels) counts[label]++;
        MetricException.Require(counts.Sum(), 1, "A histogram of classes");
        return new(counts);
    }

    /// <summary>Classes with a label.</summary>
    public int Modes => Counts.Count(count => count > 0);

    /// <summary>In [0, log K].</summary>
    public double Entropy => Histograms.Entropy(Shares);

    /// <summary>The entropy over log K, in [0, 1]; of one class 1.</summary>
    public double NormalisedEntropy => Counts.Count > 1 ? Entropy / Math.Log(Counts.Count) : 1;

    /// <summary>The share of each class.</summary>
    public double[] Shares => [.. Counts.Select(count => count / (double)Counts.Sum())];

    /// <summary>KL(shares ‖ target), 0 or more; infinite when a class is drawn that the target excludes.</summary>
    /// <param name="target">The wanted shares; equal ones when null.</param>
    public double Kl(double[]? target = null) => Histograms.Kl(Shares, target ?? Histograms.Uniform(Counts.Count));
}
