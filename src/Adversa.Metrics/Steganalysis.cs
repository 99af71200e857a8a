namespace Adversa.Metrics;

/// <summary>P_E: the least mean of false alarms and misses that any threshold on a steganalyser's score reaches; 0.5 is undetectable.</summary>
/// <remarks>Of a steganalyser that was never seen in training and was trained anew on the finished encoder.</remarks>
public static class Steganalysis
{
    /// <summary>min over thresholds of (P_FA + P_MD) / 2, in [0, 0.5].</summary>
    /// <param name="cover">Scores of pictures without a message.</param>
    /// <param name="stego">Scores of pictures with one; higher is more suspicious.</param>
    public static double Error(IReadOnlyList<double> cover, IReadOnlyList<double> stego)
    {
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(stego);
        MetricException.Require(Math.Min(cover.Count, stego.Count), 1, "P_E");
        return cover.Concat(stego).Distinct().Append(double.PositiveInfinity)
            .Min(t => (cover.Count(score => score >= t) / (double)cover.Count + stego.Count(score => score < t) / (double)stego.Count) / 2);
    }
}
