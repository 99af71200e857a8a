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

/// <summary>A sentence for the user, in English and in neutral Spanish.</summary>
/// <param name="English">The English sentence.</param>
/// <param name="Spanish">The same sentence in Spanish.</param>
public readonly record struct Text(string English, string Spanish)
{
    /// <summary>The sentence in the language of <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>: Spanish for <c>es</c>, else English.</summary>
    public override string ToString() => IsSpanish ? Spanish : English;

    /// <summary>Whether people are addressed in Spanish.</summary>
    /// <remarks>Asks for the culture's name: with InvariantGlobalization every culture calls its two-letter language "iv".</remarks>
    public static bool IsSpanish => System.Globalization.CultureInfo.CurrentUICulture.Name.Split('-')[0] == "es";
}
