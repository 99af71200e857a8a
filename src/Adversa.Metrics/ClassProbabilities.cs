namespace Adversa.Metrics;

/// <summary>What a classifier says of each sample, as probabilities.</summary>
public static class ClassProbabilities
{
    /// <summary>Softmax in float64.</summary>
    /// <param name="logits">One row a sample.</param>
    public static FeatureSet Softmax(FeatureSet logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var values = new double[logits.Count * logits.Width];
        for (var i = 0; i < logits.Count; i++)
        {
            var row = values.AsSpan(i * logits.Width, logits.Width);
            var (most, sum) = (double.NegativeInfinity, 0.0);
            foreach (var logit in logits[i]) most = Math.Max(most, logit);
            for (var k = 0; k < row.Length; k++) sum += row[k] = Math.Exp(logits[i][k] - most);
            foreach (ref var value in row) value /= sum;
        }

        return FeatureSet.From(values, logits.Width);
    }
}
