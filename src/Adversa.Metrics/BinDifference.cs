namespace Adversa.Metrics;

/// <summary>NDB: in how many bins of the data the share of fakes differs from that of reals beyond chance.</summary>
/// <remarks>Richardson, Weiss, 2018, "On GANs and GMMs", section 3 (arXiv:1805.12462): bins by k-means on the reals, a two-proportion z test with pooled variance at 5 % each. Equal
/// distributions still differ in about 5 % of the bins.</remarks>
/// <param name="Different">Bins that differ.</param>
/// <param name="Bins">All of them.</param>
public sealed record BinDifference(int Different, int Bins)
{
    /// <summary>NDB / K, in [0, 1].</summary>
    public double Share => Different / (double)Bins;

    /// <summary>Of counts.</summary>
    /// <param name="real">Reals in each bin.</param>
    /// <param name="fake">Fakes in the same bins.</param>
    /// <param name="z">The bound of the test; 1.96 is 5 %.</param>
    public static BinDifference Of(IReadOnlyList<int> real, IReadOnlyList<int> fake, double z = 1.96)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        double n = real.Sum(), m = fake.Sum();
        MetricException.Require((int)Math.Min(n, m), 1, "NDB");
        return new(real.Zip(fake, (a, b) => Z(a, n, b, m)).Count(value => value > z), real.Count);
    }

    /// <summary>Of features.</summary>
    /// <param name="real">Reals, as many as bins or more; ten a bin are few.</param>
    /// <param name="fake">Fakes.</param>
    /// <param name="bins">K.</param>
    /// <param name="seed">Begins k-means.</param>
    /// <exception cref="MetricException">ADV3082: all reals are equal.</exception>
    public static BinDifference Of(FeatureSet real, FeatureSet fake, int bins, long seed)
    {
        var means = KMeans.Of(real, bins, seed);
        var counts = ClassHistogram.Of(means.Nearest(real), bins).Counts;
        if (counts.Count(count => count > 0) < 2) throw MetricException.Undefined(Words.AllRealsAreEqual);
        return Of(counts, ClassHistogram.Of(means.Nearest(fake), bins).Counts);
    }

    private static double Z(double a, double n, double b, double m)
    {
        var p = (a + b) / (n + m);
        var error = Math.Sqrt(p * (1 - p) * (1 / n + 1 / m));
        return error > 0 ? Math.Abs(a / n - b / m) / error : 0;
    }
}
