namespace Adversa;

/// <summary>A sentence for the user, in English and in neutral Spanish.</summary>
/// <param name="English">The English sentence.</param>
/// <param name="Spanish">The same sentence in Spanish.</param>
public readonly record struct Text(string English, string Spanish)
{
    /// <summary>The sentence in the language of <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>: Spanish for <c>es</c>, else English.</summary>
    public override string ToString() => IsSpanish ? Spanish : English;

    /// <summary>No words.</summary>
    public static Text None { get; } = new("", "");

    /// <summary>What is the same in both languages, such as a name.</summary>
    /// <param name="text">It.</param>
    public static Text Same(string text) => new(text, text);

    /// <summary>Several texts in one.</summary>
    /// <param name="separator">What stands between two of them.</param>
    /// <param name="texts">The texts.</param>
    public static Text Join(string separator, IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return new(string.Join(separator, all.Select(text => text.English)), string.Join(separator, all.Select(text => text.Spanish)));
    }

    /// <summary>The text with both languages changed in the same way.</summary>
    /// <param name="change">The change.</param>
    public Text Each(Func<string, string> change) => new(change(English), change(Spanish));

    /// <summary>Whether people are addressed in Spanish.</summary>
    /// <remarks>Asks for the culture's name: with InvariantGlobalization every culture calls its two-letter language "iv".</remarks>
    public static bool IsSpanish => System.Globalization.CultureInfo.CurrentUICulture.Name.Split('-')[0] == "es";
}
