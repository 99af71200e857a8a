namespace Adversa.Metrics;

/// <summary>The trade of precision for recall between two histograms, at angles from recall alone to precision alone.</summary>
/// <remarks>Sajjadi et al., 2018, "Assessing Generative Models via Precision and Recall", eq. 6 to 8 (arXiv:1806.00035): λ = tan θ at 1001 angles; histograms over 20 clusters of the
/// union of both sets, averaged over 10 clusterings.</remarks>
/// <param name="Precision">α(λ) = Σ min(λ q, p).</param>
/// <param name="Recall">β(λ) = α(λ) / λ.</param>
public sealed record PrecisionRecallCurve(IReadOnlyList<double> Precision, IReadOnlyList<double> Recall)
{
    private const int Clusters = 20, Runs = 10;

    /// <summary>max F₈: weighs recall, so it is high when nothing is missing.</summary>
    public double F8 => MostF(8);

    /// <summary>max F₁/₈: weighs precision, so it is high when nothing is wrong.</summary>
    public double FEighth => MostF(1.0 / 8);

    /// <summary>Of two histograms.</summary>
    /// <param name="evaluated">p, the generator's shares.</param>
    /// <param name="reference">q, the data's shares of the same bins.</param>
    /// <param name="angles">How many, 3 or more.</param>
    /// <param name="epsilon">How far the first and last angle stay off the axes.</param>
    public static PrecisionRecallCurve Of(IReadOnlyList<double> evaluated, IReadOnlyList<double> reference, int angles = 1001, double epsilon = 1e-10)
    {
        ArgumentNullException.ThrowIfNull(evaluated);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(angles, 3);
        if (evaluated.Count != reference.Count) throw new ArgumentException($"Both histograms need the same bins; got {evaluated.Count} and {reference.Count}.", nameof(reference));
        var (alpha, beta) = (new double[angles], new double[angles]);
        for (var i = 0; i < angles; i++)
        {
            var lambda = Math.Tan(epsilon + (Math.PI / 2 - 2 * epsilon) * i / (angles - 1));
            alpha[i] = evaluated.Zip(reference, (p, q) => Math.Min(lambda * q, p)).Sum();
            beta[i] = alpha[i] / lambda;
        }

        return new(alpha, beta);
    }

    /// <summary>Of two sets of features, by clusters of their union.</summary>
    /// <param name="real">Real features.</param>
    /// <param name="fake">As many fake ones: clusters of the union favour the larger set.</param>
    /// <param name="seed">Begins the clusterings.</param>
    public static PrecisionRecallCurve Of(FeatureSet real, FeatureSet fake, long seed)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        MetricException.Require(Math.Min(real.Count, fake.Count), Clusters, "Precision and recall of distributions");
        var union = real.With(fake);
        var curves = Enumerable.Range(0, Runs).Select(run => KMeans.Of(union, Clusters, Rng.Mix(seed, run)).Nearest(union)).Select(cells =>
            Of(Shares(cells.AsSpan(real.Count)), Shares(cells.AsSpan(0, real.Count)))).ToList();
        return new([.. curves[0].Precision.Select((_, i) => curves.Average(curve => curve.Precision[i]))], [.. curves[0].Recall.Select((_, i) => curves.Average(curve => curve.Recall[i]))]);
    }

    private static double[] Shares(ReadOnlySpan<int> cells)
    {
        var shares = new double[Clusters];
        foreach (var cell in cells) shares[cell] += 1.0 / cells.Length;
        return shares;
    }

    private double MostF(double b) => Precision.Zip(Recall, (p, r) => (1 + b * b) * p * r / (b * b * p + r + 1e-10)).Max();
}
