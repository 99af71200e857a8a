namespace Adversa.Metrics;

/// <summary>A number that cannot be given for these samples; whoever reports it writes <c>n/a</c> and the reason.</summary>
public sealed class MetricException : AdversaException
{
    private MetricException(int code, Text text) : base(code, ExitCode.Data, text) { }

    /// <summary>ADV3080: there are too few samples, or the sets must be equally large and are not.</summary>
    /// <param name="text">What was expected and what came.</param>
    public static MetricException TooFew(Text text) => new(3080, text);

    /// <summary>ADV3081: a number is NaN or infinite.</summary>
    /// <param name="text">Where it stands.</param>
    public static MetricException NotFinite(Text text) => new(3081, text);

    /// <summary>ADV3082: the samples leave the number undefined, as a ratio to nothing.</summary>
    /// <param name="text">Why.</param>
    public static MetricException Undefined(Text text) => new(3082, text);

    /// <summary>Refuses fewer samples than a formula needs.</summary>
    internal static void Require(int count, int least, string metric)
    {
        if (count < least) throw TooFew(Words.TooFewSamples(metric, least, count));
    }
}
