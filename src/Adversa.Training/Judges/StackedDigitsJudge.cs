using System.Globalization;
using Adversa.Data;
using Adversa.Metrics;
using Adversa.Worlds.Digits;

namespace Adversa.Training.Judges;

/// <summary>Counts the tuples of stacked digits: the judge of digits reads each channel, and a tuple that is read once is a mode.</summary>
/// <remarks>Lin et al., 2017, "PacGAN", section 4.2 (arXiv:1712.04086): no threshold of confidence; rKL is KL(p̂ ‖ uniform) over all tuples, natural
/// logarithm. So noise, too, is read as something: <c>readable</c> says in how many samples every channel is read with confidence.</remarks>
public sealed class StackedDigitsJudge : IJudge
{
    private const int Digits = 10;
    private readonly ClassJudge _digits;
    private readonly SampleSchema _schema;

    /// <summary>Wraps the judge of digits.</summary>
    /// <param name="digits">Reads one channel; disposed with this one.</param>
    /// <param name="schema">Digits stacked as channels.</param>
    public StackedDigitsJudge(ClassJudge digits, SampleSchema schema) => (_digits, _schema) = (digits, schema);

    /// <summary>Takes the judge of digits from the cache, or trains it.</summary>
    /// <param name="schema">Digits stacked as channels.</param>
    /// <param name="cache">Where judges are kept.</param>
    /// <param name="progress">Told the share done, in [0, 1], while it trains.</param>
    public static StackedDigitsJudge For(SampleSchema schema, string cache, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new(ClassJudge.For(new DigitsWorld(size: schema.Height), new DigitsWorld(size: schema.Height, split: Split.Test), cache, progress), schema);
    }

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % _schema.Values != 0)
            throw new ArgumentException($"Expected one or more samples of {_schema.Values} numbers; got {samples.Length} numbers.", nameof(samples));
        var (classes, confidence) = _digits.Read(samples);                                            // channels lie one after another
        var count = samples.Length / _schema.Values;
        var modes = ModeCount.Of(_schema.Classes, Labels(classes));
        var readable = confidence.Chunk(_schema.Channels).Count(tuple => tuple.All(c => c > ClassJudge.Confident)) / (double)count;
        var expected = _schema.Classes * (1 - Math.Pow(1 - 1.0 / _schema.Classes, count));             // tuples that as many real samples show
        return new(count, [new("modes", modes.Drawn), new("real_modes", expected), new("rkl", modes.ReverseKl), new("readable", readable), new("judge_accuracy", _digits.Accuracy)],
            Words.OfTuplesOfDigitsAreDrawn(modes.Drawn, _schema.Classes, expected),
            Words.JudgeOfDigitsReadsEachChannel);
    }

    /// <summary>The tuple that is read in each sample, as the world labels it.</summary>
    internal int[] Labels(float[] samples) => [.. Labels(_digits.Read(samples).Classes)];

    private IEnumerable<int> Labels(int[] channels) => channels.Chunk(_schema.Channels).Select(tuple => tuple.Aggregate(0, (label, digit) => Digits * label + digit));

    /// <inheritdoc/>
    public void Dispose() => _digits.Dispose();
}
