namespace Adversa.Metrics;

/// <summary>Earth mover's distances that need no approximation: on the line, and between small sets by the best assignment.</summary>
public static class Wasserstein
{
    private const int MostAssigned = 5000;

    /// <summary>W₁ on the line: ∫ |F - G|.</summary>
    /// <param name="u">Numbers, 1 or more.</param>
    /// <param name="v">Numbers, 1 or more.</param>
    /// <param name="uWeights">Their weights, 0 or more, not all 0; equal ones when null. They are divided by their sum.</param>
    /// <param name="vWeights">The same for <paramref name="v"/>.</param>
    public static double W1(IReadOnlyList<double> u, IReadOnlyList<double> v, IReadOnlyList<double>? uWeights = null, IReadOnlyList<double>? vWeights = null)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentNullException.ThrowIfNull(v);
        MetricException.Require(Math.Min(u.Count, v.Count), 1, "A Wasserstein distance");
        var steps = Steps(u, uWeights, 1).Concat(Steps(v, vWeights, -1)).OrderBy(step => step.At).ToList();
        var (sum, difference) = (0.0, 0.0);
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            difference += steps[i].Weight;                                 // F - G behind this number
            sum += Math.Abs(difference) * (steps[i + 1].At - steps[i].At);
        }

        return sum;
    }

    /// <summary>W₂ on the line, between equally many numbers: the sorted ones belong together.</summary>
    /// <param name="u">Numbers.</param>
    /// <param name="v">As many.</param>
    /// <exception cref="MetricException">ADV3080: not equally many.</exception>
    public static double W2(IReadOnlyList<double> u, IReadOnlyList<double> v)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentNullException.ThrowIfNull(v);
        return Math.Sqrt(Squared([.. u], [.. v]));
    }

    /// <summary>The square of W₂; sorts what it is given.</summary>
    internal static double Squared(double[] u, double[] v)
    {
        ExpectEqual(u.Length, v.Length);
        Array.Sort(u);
        Array.Sort(v);
        var sum = 0.0;
        for (var i = 0; i < u.Length; i++) sum += (u[i] - v[i]) * (u[i] - v[i]);
        return sum / u.Length;
    }

    /// <summary>The exact distances between two sets of equal size.</summary>
    /// <param name="first">Rows, at most 5000: the time grows with the cube.</param>
    /// <param name="second">As many.</param>
    /// <returns>W₁ with Euclidean distances, and the square of W₂.</returns>
    public static (double W1, double W2Squared) Exact(FeatureSet first, FeatureSet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.ExpectWidth(second);
        ExpectEqual(first.Count, second.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first.Count, MostAssigned, nameof(first));
        var n = first.Count;
        var squared = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) squared[i, j] = Distances.Squared(first[i], second[j]);
        var plain = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) plain[i, j] = Math.Sqrt(squared[i, j]);
        return (Assignment.Cost(plain) / n, Assignment.Cost(squared) / n);
    }

    private static IEnumerable<(double At, double Weight)> Steps(IReadOnlyList<double> values, IReadOnlyList<double>? weights, int sign)
    {
        if (weights is not null && weights.Count != values.Count) throw new ArgumentException($"Expected a weight for each of {values.Count} numbers; got {weights.Count}.", nameof(weights));
        var sum = weights?.Sum() ?? values.Count;
        return values.Select((at, i) => (at, sign * (weights?[i] ?? 1) / sum));
    }

    private static void ExpectEqual(int first, int second)
    {
        MetricException.Require(Math.Min(first, second), 1, "A Wasserstein distance");
        if (first != second) throw MetricException.TooFew(Words.DistanceNeedsSetsOfEqualSize(first, second));
    }
}
