namespace Adversa;

/// <summary>What went wrong outside our own code, said so that the reader can act on it.</summary>
/// <remarks>The message says what was expected, what came and what to do, in English and in Spanish. The command line prints it as one line,
/// <c>error ADVnnnn: ...</c>, and ends with <see cref="Exit"/>. Anything that is not an <see cref="AdversaException"/> is a bug of ours.</remarks>
public class AdversaException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The stable number behind <c>ADV</c>: 1xxx ours, 2xxx usage, 3xxx data, 4xxx training, 5xxx resources, 6xxx checkpoints and weights, 7xxx distributed.</param>
    /// <param name="exit">The exit code of a command that fails with it.</param>
    /// <param name="text">The message in both languages.</param>
    /// <param name="inner">The cause, shown only with <c>--verbose</c>.</param>
    public AdversaException(int code, ExitCode exit, Text text, Exception? inner = null)
        : base(text.English, inner) => (Code, Exit, Text) = (code, exit, text);

    /// <summary>The stable number behind <c>ADV</c>.</summary>
    public int Code { get; }

    /// <summary>The exit code of a command that fails with this error.</summary>
    public ExitCode Exit { get; }

    /// <summary>The message in both languages.</summary>
    public Text Text { get; }
}
