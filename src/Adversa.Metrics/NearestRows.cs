namespace Adversa.Metrics;

/// <summary>Which sample of a set lies nearest: to be looked at, for no number tells copies from likeness in every case.</summary>
public static class NearestRows
{
    /// <summary>The nearest row of a set to each row of another.</summary>
    /// <param name="from">Rows that are asked about.</param>
    /// <param name="to">Rows among which the nearest is sought, one or more.</param>
    /// <returns>Its index, the first one where several are equally near, and its Euclidean distance.</returns>
    public static IReadOnlyList<(int Index, double Distance)> Of(FeatureSet from, FeatureSet to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        MetricException.Require(to.Count, 1, "A nearest sample");
        return [.. Distances.Nearest(from, to).Select(nearest => (nearest.Index, Math.Sqrt(nearest.Squared)))];
    }
}
