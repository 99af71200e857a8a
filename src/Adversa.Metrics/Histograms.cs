namespace Adversa.Metrics;

/// <summary>Sums over probabilities; natural logarithms, 0 log 0 = 0.</summary>
internal static class Histograms
{
    /// <summary>KL(p ‖ q); infinite when p has what q excludes.</summary>
    internal static double Kl(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            if (p[i] > 0) sum += p[i] * Math.Log(p[i] / q[i]);
        return sum;
    }

    /// <summary>-Σ p log p.</summary>
    internal static double Entropy(ReadOnlySpan<double> p)
    {
        var sum = 0.0;
        foreach (var value in p)
            if (value > 0) sum -= value * Math.Log(value);
        return sum;
    }

    /// <summary>The mean of rows of probabilities.</summary>
    internal static double[] Mean(FeatureSet rows, int start, int end)
    {
        var mean = new double[rows.Width];
        for (var i = start; i < end; i++)
            for (var k = 0; k < mean.Length; k++) mean[k] += rows[i][k] / (end - start);
        return mean;
    }

    internal static double[] Uniform(int count)
    {
        var q = new double[count];
        Array.Fill(q, 1.0 / count);
        return q;
    }
}
