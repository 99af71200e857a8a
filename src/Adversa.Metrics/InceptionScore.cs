namespace Adversa.Metrics;

/// <summary>exp( E KL(p(y|x) ‖ p(y)) ) over parts of the samples: how sure a classifier is of each, and how many classes they are spread over; from 1 to K.</summary>
/// <remarks>Salimans et al., 2016, "Improved Techniques for Training GANs", section 4 (arXiv:1606.03498). It sees no real sample, so it cannot tell copies from
/// invention, nor variety inside a class. With another classifier than the 2015 Inception network it is no Inception score: call it IS-NAME.</remarks>
public static class InceptionScore
{
    /// <summary>The score of each part.</summary>
    /// <param name="probabilities">p(y|x), a row a sample that sums to 1; exact zeros are fine.</param>
    /// <param name="parts">First row and the row after the last one of each part.</param>
    public static Spread Of(FeatureSet probabilities, IReadOnlyList<(int Start, int End)> parts)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0 || parts.Any(part => part.End <= part.Start)) throw MetricException.TooFew(
            Words.PartsNeedSampleEach(parts.Count, probabilities.Count));
        return new([.. parts.Select(part => Math.Exp(MeanKl(probabilities, part.Start, part.End)))]);
    }

    /// <summary>Parts i N/k to (i + 1) N/k: torch-fidelity, StudioGAN, StyleGAN2-ADA.</summary>
    /// <param name="count">N.</param>
    /// <param name="parts">k.</param>
    public static IReadOnlyList<(int Start, int End)> Even(int count, int parts) => [.. Enumerable.Range(0, parts).Select(i => ((int)((long)i * count / parts), (int)((i + 1L) * count / parts)))];

    /// <summary>Parts of ⌈N/k⌉, the last one shorter: torchmetrics.</summary>
    /// <param name="count">N.</param>
    /// <param name="parts">k.</param>
    public static IReadOnlyList<(int Start, int End)> Chunks(int count, int parts)
    {
        var size = (count + parts - 1) / parts;
        return size == 0 ? [] : [.. Enumerable.Range(0, (count + size - 1) / size).Select(i => (i * size, Math.Min((i + 1) * size, count)))];
    }

    /// <summary>The mean over rows of KL(row ‖ mean of the rows).</summary>
    internal static double MeanKl(FeatureSet probabilities, int start, int end)
    {
        var mean = Histograms.Mean(probabilities, start, end);
        var sum = 0.0;
        for (var i = start; i < end; i++) sum += Histograms.Kl(probabilities[i], mean);
        return sum / (end - start);
    }
}
