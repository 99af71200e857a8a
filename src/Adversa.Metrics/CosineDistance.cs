namespace Adversa.Metrics;

/// <summary>How near fakes come to training samples by angle: the divisor of MiFID.</summary>
/// <remarks>Bai et al., 2021, "On Training Sample Memorization" (arXiv:2106.03062), as torchmetrics computes it: 1 - |cos|; at the threshold and above it counts as 1, so that only copying is punished.</remarks>
/// <param name="MeanLeast">The mean over fakes of the smallest distance, in [0, 1].</param>
/// <param name="Threshold">ε; 0.1.</param>
public sealed record CosineDistance(double MeanLeast, double Threshold)
{
    /// <summary><see cref="MeanLeast"/> below the threshold, else 1; MiFID is FID over it.</summary>
    public double Thresholded => MeanLeast < Threshold ? MeanLeast : 1;

    /// <summary>Of two sets.</summary>
    /// <param name="train">What was learned from.</param>
    /// <param name="generated">What was drawn.</param>
    /// <param name="threshold">ε.</param>
    public static CosineDistance Of(FeatureSet train, FeatureSet generated, double threshold = 0.1)
    {
        var (x, y) = (Normed(generated), Normed(train));
        x.ExpectWidth(y);
        MetricException.Require(Math.Min(x.Count, y.Count), 1, "A cosine distance");
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            var least = double.PositiveInfinity;
            for (var j = 0; j < y.Count; j++) least = Math.Min(least, 1 - Math.Abs(Dot(x[i], y[j])));
            sum += least;
        }

        return new(sum / x.Count, threshold);
    }

    private static FeatureSet Normed(FeatureSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var values = set.Values.ToArray();
        for (var i = 0; i < set.Count; i++)
        {
            var norm = Math.Sqrt(Dot(set[i], set[i]));
            if (norm == 0) throw MetricException.Undefined(Words.SampleIsAllZerosAndHas(i));
            for (var d = 0; d < set.Width; d++) values[i * set.Width + d] /= norm;
        }

        return FeatureSet.From(values, set.Width);
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }
}
