namespace Adversa.Data.Tables;

/// <summary>The words of some texts by number, and texts as numbers of words.</summary>
/// <remarks>A word is a run of letters, digits and apostrophes, in lower case. Number 0 stands behind the end of a text, 1 for a word that is too rare to be in the list.</remarks>
public sealed class Vocabulary
{
    /// <summary>The number of a word that is not in the list.</summary>
    public const int Unknown = 1;

    private const int MostWords = 10_000;
    private readonly Dictionary<string, int> _numbers;

    /// <summary>Takes the words of texts: the commonest first, equally common ones by their letters.</summary>
    /// <param name="texts">The texts.</param>
    public Vocabulary(IEnumerable<string> texts)
        : this(["", "?", .. texts.SelectMany(Words).CountBy(word => word, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostWords).Select(pair => pair.Key)])
    {
    }

    /// <summary>Takes the words of a field.</summary>
    /// <param name="words">By number.</param>
    public Vocabulary(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        List = words;
        _numbers = words.Index().Skip(2).ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The words by number.</summary>
    public IReadOnlyList<string> List { get; }

    /// <summary>The words of a text.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' && end > at))) end++;
            if (end > at) yield return text[at..end].TrimEnd('\'', '’').ToLowerInvariant();
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Writes a text as numbers, 0 behind its end; what does not fit is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="numbers">Receives them.</param>
    public void Write(string text, Span<int> numbers)
    {
        numbers.Clear();
        var at = 0;
        foreach (var word in Words(text))
        {
            if (at == numbers.Length) return;
            numbers[at++] = _numbers.GetValueOrDefault(word, Unknown);
        }
    }
}
