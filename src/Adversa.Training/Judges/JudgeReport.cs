using Adversa.Metrics.Evaluation;

namespace Adversa.Training.Judges;

/// <summary>What a judge says of some samples.</summary>
/// <param name="Count">Samples judged.</param>
/// <param name="Values">Numbers in the order in which they are shown, with intervals where these were asked for.</param>
/// <param name="Sentence">What one sees, in one sentence.</param>
/// <param name="Protocol">How it was measured.</param>
public sealed record JudgeReport(int Count, IReadOnlyList<Measured> Values, Text Sentence, Text Protocol);
