namespace Adversa.Metrics;

/// <summary>Do fakes lie nearer to the training samples than unseen reals do? A rank test: far below 0 is copying, far above 0 is missing the data.</summary>
/// <remarks>Meehan, Chaudhuri, Dasgupta, 2020, "A Non-Parametric Test to Detect Data-Copying in Generative Models", eq. 2 to 4 (arXiv:2004.05675).
/// About -3 and below is copying beyond chance.</remarks>
/// <param name="U">Pairs in which the fake lies farther off than the test sample; ties count half.</param>
/// <param name="Z">(U - mn/2) / √(mn (m + n + 1) / 12), standard normal when both lie alike.</param>
/// <param name="ZWithHalf">The same about mn/2 - 0.5, as the authors' code has it.</param>
public sealed record DataCopying(double U, double Z, double ZWithHalf)
{
    private const double LeastGenerated = 20;

    /// <summary>Z_U of all samples together.</summary>
    /// <param name="train">What was learned from.</param>
    /// <param name="test">Unseen reals.</param>
    /// <param name="generated">What was drawn.</param>
    public static DataCopying Of(FeatureSet train, FeatureSet test, FeatureSet generated)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(generated);
        MetricException.Require(Math.Min(train.Count, Math.Min(test.Count, generated.Count)), 1, "The test for copying");
        double[] Lengths(FeatureSet set) => [.. Distances.Nearest(set, train).Select(nearest => Math.Sqrt(nearest.Squared))];
        return Of(Lengths(generated), Lengths(test));
    }

    /// <summary>C_T: Z_U inside each cell of the training samples, weighted by the test samples in it; it finds copying of one kind of sample that the whole hides.</summary>
    /// <param name="train">What was learned from.</param>
    /// <param name="test">Unseen reals.</param>
    /// <param name="generated">What was drawn.</param>
    /// <param name="cells">Cells of k-means on the training samples; the authors take 3 or more.</param>
    /// <param name="seed">Begins k-means.</param>
    /// <exception cref="MetricException">ADV3080: no cell has 20 fakes, a test and a training sample.</exception>
    public static double InCells(FeatureSet train, FeatureSet test, FeatureSet generated, int cells, long seed)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(generated);
        var means = KMeans.Of(train, cells, seed);
        var (trainCell, testCell, generatedCell) = (means.Nearest(train), means.Nearest(test), means.Nearest(generated));
        FeatureSet Of(FeatureSet set, int[] cell, int wanted) => set.Rows(cell.Index().Where(pair => pair.Item == wanted).Select(pair => pair.Index));
        var (sum, weight) = (0.0, 0.0);
        for (var cell = 0; cell < cells; cell++)
        {
            var (t, p, q) = (Of(train, trainCell, cell), Of(test, testCell, cell), Of(generated, generatedCell, cell));
            if (q.Count < LeastGenerated || p.Count == 0 || t.Count == 0) continue;      // τ = 20 / m
            sum += p.Count * DataCopying.Of(t, p, q).Z;
            weight += p.Count;
        }

        return weight > 0 ? sum / weight : throw MetricException.TooFew(Words.TestForCopyingNeedsFakes(LeastGenerated, cells));
    }

    /// <summary>The same of distances that somebody has measured.</summary>
    /// <param name="generated">Of each fake to the nearest training sample.</param>
    /// <param name="test">Of each unseen real; sorted in place.</param>
    public static DataCopying Of(double[] generated, double[] test)
    {
        ArgumentNullException.ThrowIfNull(generated);
        ArgumentNullException.ThrowIfNull(test);
        Array.Sort(test);
        double m = generated.Length, n = test.Length;
        var u = generated.Sum(length => Below(test, length) + 0.5 * (NotAbove(test, length) - Below(test, length)));
        var deviation = Math.Sqrt(m * n * (m + n + 1) / 12);
        return new(u, (u - m * n / 2) / deviation, (u - (m * n / 2 - 0.5)) / deviation);
    }

    private static int Below(double[] sorted, double value) => FirstWhere(sorted, x => x >= value);

    private static int NotAbove(double[] sorted, double value) => FirstWhere(sorted, x => x > value);

    private static int FirstWhere(double[] sorted, Func<double, bool> isBeyond)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
            if ((low + high) / 2 is var middle && isBeyond(sorted[middle])) high = middle;
            else low = middle + 1;
        return low;
    }
}
