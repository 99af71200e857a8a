namespace Adversa.Metrics;

/// <summary>How much of hidden messages is read back.</summary>
/// <param name="Accuracy">The share of bits read right.</param>
/// <param name="Exact">The share of messages without an error.</param>
public sealed record MessageBits(double Accuracy, double Exact)
{
    /// <summary>The share of bits read wrong.</summary>
    public double ErrorRate => 1 - Accuracy;

    /// <summary>Of messages.</summary>
    /// <param name="bits">0 or 1, a message a row.</param>
    /// <param name="logits">What was read, the same shape; above 0 is a 1.</param>
    public static MessageBits Of(FeatureSet bits, FeatureSet logits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        ArgumentNullException.ThrowIfNull(logits);
        bits.ExpectWidth(logits);
        MetricException.Require(Math.Min(bits.Count, logits.Count), 1, "Bit accuracy");
        double[] right = [.. Enumerable.Range(0, bits.Count).Select(i => Right(bits[i], logits[i]))];
        return new(right.Average(), right.Count(share => share == 1) / (double)right.Length);
    }

    private static double Right(ReadOnlySpan<double> bits, ReadOnlySpan<double> logits)
    {
        var right = 0;
        for (var i = 0; i < bits.Length; i++)
            if (logits[i] > 0 == bits[i] > 0.5) right++;
        return right / (double)bits.Length;
    }
}
