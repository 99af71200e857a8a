using Adversa.Metrics.Statistics;

namespace Adversa.Training.Judges;

/// <summary>What a judge says of some samples.</summary>
/// <param name="Count">Samples judged.</param>
/// <param name="Values">Numbers by name, in the order in which they are shown; all finite.</param>
/// <param name="Sentence">What one sees, in one sentence.</param>
/// <param name="Protocol">How it was measured.</param>
public sealed record JudgeReport(int Count, IReadOnlyList<(string Name, double Value)> Values, Text Sentence, Text Protocol)
{
    /// <summary>Where numbers lie at 95 % with other samples of the same run, by name; empty where that was not asked for.</summary>
    public IReadOnlyDictionary<string, Interval> Intervals { get; init; } = new Dictionary<string, Interval>();

    /// <summary>The interval of a number; null without one.</summary>
    /// <param name="name">Its name.</param>
    public Interval? IntervalOf(string name) => Intervals.TryGetValue(name, out var interval) ? interval : null;
}
