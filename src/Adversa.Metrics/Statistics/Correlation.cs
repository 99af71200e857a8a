namespace Adversa.Metrics.Statistics;

/// <summary>How far two lists of numbers go together, in [-1, 1].</summary>
public static class Correlation
{
    /// <summary>Pearson's r: 1 where they lie on a rising line; NaN where one of them never changes.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many.</param>
    public static double Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"A correlation is of pairs; got {x.Count} and {y.Count} numbers.", nameof(y));
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    /// <summary>Spearman's ρ: Pearson's r of the ranks, of which equal numbers share the mean.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many.</param>
    public static double Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y) => Pearson(Ranks(x), Ranks(y));

    private static List<double> Ranks(IReadOnlyList<double> values) =>
        [.. values.Select(value => values.Count(other => other < value) + 0.5 * (values.Count(other => other == value) - 1))];
}
