namespace Adversa.Metrics;

/// <summary>A number that cannot be given for these samples; whoever reports it writes <c>n/a</c> and the reason.</summary>
public sealed class MetricException : AdversaException
{
    private MetricException(int code, Text text) : base(code, ExitCode.Data, text) { }

    /// <summary>ADV3080: there are too few samples, or the sets must be equally large and are not.</summary>
    /// <param name="english">What was expected and what came.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public static MetricException TooFew(string english, string spanish) => new(3080, new(english, spanish));

    /// <summary>ADV3081: a number is NaN or infinite.</summary>
    /// <param name="english">Where it stands.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public static MetricException NotFinite(string english, string spanish) => new(3081, new(english, spanish));

    /// <summary>ADV3082: the samples leave the number undefined, as a ratio to nothing.</summary>
    /// <param name="english">Why.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public static MetricException Undefined(string english, string spanish) => new(3082, new(english, spanish));

    /// <summary>Refuses fewer samples than a formula needs.</summary>
    internal static void Require(int count, int least, string metric)
    {
        if (count < least) throw TooFew($"{metric} needs {least} or more samples; got {count}.", $"{metric} necesita {least} o más muestras; hay {count}.");
    }
}
