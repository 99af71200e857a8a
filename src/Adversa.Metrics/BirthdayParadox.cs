using Adversa.Metrics.Statistics;

namespace Adversa.Metrics;

/// <summary>How many samples must be drawn before two are alike: of a support of K equally likely samples about 1.18 √K.</summary>
/// <remarks>Arora, Zhang, 2017, "Do GANs actually learn the distribution?" (arXiv:1706.08224), where people judge the nearest pairs. Here two samples are alike when they are nearer than
/// nearly all reals are to their nearest real.</remarks>
/// <param name="Draws">s: the number of draws that holds an alike pair with probability 1/2; null when the pool holds none.</param>
/// <param name="Pool">Samples in the pool.</param>
/// <param name="Pairs">Alike pairs in the pool.</param>
public sealed record BirthdayParadox(double? Draws, int Pool, int Pairs)
{
    private const int Orders = 1000;
    private const double AlikeQuantile = 0.001;

    /// <summary>K = s² / (2 ln 2): so many equally likely samples would collide as often; null when the pool holds no pair, and K is then above about Pool² / 2.</summary>
    public double? Support => Draws * Draws / (2 * Math.Log(2));

    /// <summary>The distance below which two samples are alike: the 0.1 percentile of real nearest neighbours.</summary>
    /// <param name="real">Reals, 2 or more; the more, the nearer their neighbours.</param>
    public static double AlikeDistance(FeatureSet real)
    {
        ArgumentNullException.ThrowIfNull(real);
        double[] nearest = [.. Distances.NearestOther(real).Select(other => Math.Sqrt(other.Squared)).Order()];
        return nearest[(int)(AlikeQuantile * (nearest.Length - 1))];
    }

    /// <summary>Of a pool of samples: the median, over random orders, of how many are passed until a pair has been seen.</summary>
    /// <param name="pool">Samples drawn independently.</param>
    /// <param name="alike">Two at this distance or less are alike.</param>
    /// <param name="seed">Draws the orders.</param>
    public static BirthdayParadox Of(FeatureSet pool, double alike, long seed)
    {
        ArgumentNullException.ThrowIfNull(pool);
        MetricException.Require(pool.Count, 2, "The birthday paradox");
        var pairs = new List<(int, int)>();
        for (var i = 1; i < pool.Count; i++)
            for (var j = 0; j < i; j++)
                if (Distances.Squared(pool[i], pool[j]) <= alike * alike) pairs.Add((i, j));
        if (pairs.Count == 0) return new(null, pool.Count, 0);
        var rng = new Rng(seed);
        double[] first = [.. Enumerable.Range(0, Orders).Select(_ => FirstPair(Shuffles.Draw(rng, pool.Count, pool.Count), pairs)).Order()];
        return new(first[Orders / 2], pool.Count, pairs.Count);
    }

    private static double FirstPair(int[] places, List<(int A, int B)> pairs) => pairs.Min(pair => Math.Max(places[pair.A], places[pair.B])) + 1;
}
