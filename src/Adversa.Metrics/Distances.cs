using System.Numerics;
using System.Runtime.InteropServices;

namespace Adversa.Metrics;

/// <summary>Squared Euclidean distances in float64. Differences are squared: ‖x‖² + ‖y‖² - 2xy would cancel, and equal samples would not be equal.</summary>
internal static class Distances
{
    /// <summary>‖x - y‖².</summary>
    internal static double Squared(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < Vector<double>.Count) return Rest(x, y);
        var a = MemoryMarshal.Cast<double, Vector<double>>(x);
        var b = MemoryMarshal.Cast<double, Vector<double>>(y);
        Vector<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;      // four, for an addition waits for the one before it
        var i = 0;
        for (; i + 4 <= a.Length; i += 4)
        {
            var (d0, d1, d2, d3) = (a[i] - b[i], a[i + 1] - b[i + 1], a[i + 2] - b[i + 2], a[i + 3] - b[i + 3]);
            (sum0, sum1, sum2, sum3) = (sum0 + d0 * d0, sum1 + d1 * d1, sum2 + d2 * d2, sum3 + d3 * d3);
        }

        for (; i < a.Length; i++) sum0 += (a[i] - b[i]) * (a[i] - b[i]);
        var rest = a.Length * Vector<double>.Count;
        return Vector.Sum(sum0 + sum1 + (sum2 + sum3)) + Rest(x[rest..], y[rest..]);
    }

    private static double Rest(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return sum;
    }

    /// <summary>The nearest row of a set to each row of another; the first one where several are equally near.</summary>
    internal static (int Index, double Squared)[] Nearest(FeatureSet from, FeatureSet to)
    {
        from.ExpectWidth(to);
        var nearest = new (int, double)[from.Count];
        for (var i = 0; i < nearest.Length; i++) nearest[i] = Nearest(from[i], to, except: -1);
        return nearest;
    }

    /// <summary>The nearest other row of the same set to each row.</summary>
    internal static (int Index, double Squared)[] NearestOther(FeatureSet set)
    {
        MetricException.Require(set.Count, 2, "A nearest neighbour");
        var nearest = new (int, double)[set.Count];
        for (var i = 0; i < nearest.Length; i++) nearest[i] = Nearest(set[i], set, except: i);
        return nearest;
    }

    /// <summary>The squared distance of each row to its k-th nearest other row.</summary>
    internal static double[] ToNeighbour(FeatureSet set, int k)
    {
        MetricException.Require(set.Count, k + 1, $"A neighbour number {k}");
        var radii = new double[set.Count];
        var row = new double[set.Count - 1];
        for (var i = 0; i < radii.Length; i++)
        {
            for (var j = 0; j < row.Length; j++) row[j] = Squared(set[i], set[j < i ? j : j + 1]);       // itself left out, its duplicates not
            radii[i] = Smallest(row, k);
        }

        return radii;
    }

    private static (int Index, double Squared) Nearest(ReadOnlySpan<double> x, FeatureSet set, int except)
    {
        var (best, index) = (double.PositiveInfinity, -1);
        for (var j = 0; j < set.Count; j++)
            if (j != except && Squared(x, set[j]) is var squared && squared < best) (best, index) = (squared, j);
        return (index, best);
    }

    private static double Smallest(double[] values, int k)
    {
        var least = new double[k];
        Array.Fill(least, double.PositiveInfinity);
        foreach (var value in values)
        {
            if (value >= least[^1]) continue;
            var at = k - 1;
            for (; at > 0 && least[at - 1] > value; at--) least[at] = least[at - 1];
            least[at] = value;
        }

        return least[^1];
    }
}
