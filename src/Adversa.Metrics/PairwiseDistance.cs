namespace Adversa.Metrics;

/// <summary>How much samples differ among themselves: a collapse makes it small.</summary>
public static class PairwiseDistance
{
    /// <summary>The mean Euclidean distance over all pairs of two different samples, in float64.</summary>
    /// <param name="samples">Samples one after another, two or more.</param>
    /// <param name="width">Numbers of one sample.</param>
    public static double Mean(ReadOnlySpan<float> samples, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var count = samples.Length / width;
        if (count < 2 || samples.Length % width != 0) throw new ArgumentException($"Expected two or more samples of {width} numbers; got {samples.Length} numbers.", nameof(samples));
        var sum = 0.0;
        for (var i = 1; i < count; i++)
            for (var j = 0; j < i; j++)
                sum += Between(samples.Slice(i * width, width), samples.Slice(j * width, width));
        return sum / (count * (count - 1L) / 2);
    }

    /// <summary>The mean over all pairs of two different rows.</summary>
    /// <param name="samples">Two or more.</param>
    public static double Mean(FeatureSet samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        MetricException.Require(samples.Count, 2, "A distance between samples");
        var sum = 0.0;
        for (var i = 1; i < samples.Count; i++)
            for (var j = 0; j < i; j++) sum += Math.Sqrt(Distances.Squared(samples[i], samples[j]));
        return sum / (samples.Count * (samples.Count - 1L) / 2);
    }

    // Differences are squared: |x|² + |y|² - 2xy would cancel
    private static double Between(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var difference = (double)x[i] - y[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
