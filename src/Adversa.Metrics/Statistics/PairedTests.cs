namespace Adversa.Metrics.Statistics;

/// <summary>Exact tests of differences between pairs: could they come from two systems that are alike?</summary>
public static class PairedTests
{
    private const int MostExact = 20;
    private const int Draws = 200_000;

    /// <summary>The sign-flip test of the mean, two-sided: the share of all ways to turn signs round that give a mean at least as far from 0.</summary>
    /// <remarks>Fisher, 1935, "The Design of Experiments", section 21. Exact up to 20 pairs; beyond, 200,000 drawn ways, the given one counted in.
    /// Of n pairs no p is below 2^(1−n), so five can never reach 0.05.</remarks>
    /// <param name="differences">One of each pair.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>p; 1 for none.</returns>
    public static double SignFlip(IReadOnlyList<double> differences, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var n = differences.Count;
        var seen = Math.Abs(differences.Sum()) - 1e-9 * differences.Sum(Math.Abs);          // equal sums may differ in their last bit
        return n > MostExact ? Drawn(differences, seen, new Rng(seed)) : n == 0 ? 1 : Exact(differences, seen);
    }

    /// <summary>Wilcoxon's signed-rank test, two-sided and exact: as above, on ranks, so that one wild run counts no more than any other.</summary>
    /// <remarks>Wilcoxon, 1945. Zeros are left out; ties share their ranks, and the distribution is that of the shared ranks.</remarks>
    /// <param name="differences">One of each pair.</param>
    /// <returns>p; 1 when all are 0.</returns>
    public static double SignedRank(IReadOnlyList<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var sorted = differences.Where(difference => difference != 0).OrderBy(Math.Abs).ToList();
        var doubled = new int[sorted.Count];                                                 // twice the ranks are whole
        return Ranks(sorted, doubled, out var positive) ? Tail(doubled, positive) : 1;
    }

    private static bool Ranks(List<double> sorted, int[] doubled, out int positive)
    {
        positive = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && Math.Abs(sorted[end]) == Math.Abs(sorted[i])) end++;
            var shared = i + 1 + end;                                                        // ranks i+1 .. end, their mean doubled
            for (; i < end; i++)
            {
                doubled[i] = shared;
                if (sorted[i] > 0) positive += shared;
            }
        }

        return sorted.Count > 0;
    }

    /// <summary>The share of sign patterns whose positive ranks sum to something at least as far from the middle.</summary>
    private static double Tail(int[] doubled, int positive)
    {
        var all = doubled.Sum();
        var ways = new double[all + 1];                                                      // shares, so that nothing overflows
        ways[0] = 1;
        foreach (var rank in doubled)
            for (var sum = all; sum >= 0; sum--) ways[sum] = (ways[sum] + (sum >= rank ? ways[sum - rank] : 0)) / 2;
        var distance = Math.Abs(2 * positive - all);
        return Math.Min(1, Enumerable.Range(0, all + 1).Where(sum => Math.Abs(2 * sum - all) >= distance).Sum(sum => ways[sum]));
    }

    private static double Exact(IReadOnlyList<double> differences, double seen)
    {
        var (n, far) = (differences.Count, 0);
        var sum = differences.Sum();
        var flipped = 0u;
        for (var i = 1u; i <= 1u << n; i++)
        {
            if (Math.Abs(sum) >= seen) far++;
            var next = i ^ (i >> 1);                                                         // Gray's code: one sign turns at each step
            var bit = System.Numerics.BitOperations.TrailingZeroCount(next ^ flipped);
            if (bit >= n) break;
            sum += (next >> bit & 1) != 0 ? -2 * differences[bit] : 2 * differences[bit];
            flipped = next;
        }

        return far / (double)(1u << n);
    }

    private static double Drawn(IReadOnlyList<double> differences, double seen, Rng rng)
    {
        var far = 1;
        for (var draw = 0; draw < Draws; draw++)
        {
            var (sum, bits) = (0.0, 0u);
            for (var i = 0; i < differences.Count; i++)
            {
                if (i % 32 == 0) bits = rng.NextUInt();
                sum += (bits >> (i % 32) & 1) != 0 ? differences[i] : -differences[i];
            }

            if (Math.Abs(sum) >= seen) far++;
        }

        return far / (Draws + 1.0);
    }

    /// <summary>Corrects several p for being several: the chance of one wrong "better" among all of them stays below α.</summary>
    /// <remarks>Holm, 1979, "A Simple Sequentially Rejective Multiple Test Procedure".</remarks>
    /// <param name="p">The p of each comparison.</param>
    /// <returns>In the same order; each at least as large as it was.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var (adjusted, highest) = (new double[p.Count], 0.0);
        foreach (var (at, rank) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Select((at, rank) => (at, rank)))
            adjusted[at] = highest = Math.Max(highest, Math.Min(1, (p.Count - rank) * p[at]));
        return adjusted;
    }
}
