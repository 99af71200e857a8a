using Adversa.Data.Tables;
using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Captions;

/// <summary>Sentences about portraits, in English and in Spanish: what they say, how they say it, and what a sentence says when it is read.</summary>
public static class CaptionGrammar
{
    /// <summary>Words of the longest sentence.</summary>
    public const int MostWords = 24;

    /// <summary>Ways to say the same: each of the two languages arranges a sentence in four.</summary>
    public static int Forms { get; } = CaptionLanguage.All.Count * CaptionLanguage.Phrasings;

    private static readonly Dictionary<string, (int Attribute, int Value)> Known = Phrases();

    private static readonly int Longest = Known.Keys.Max(phrase => phrase.Split(' ').Length);

    /// <summary>The words of all sentences by number, sorted.</summary>
    public static Vocabulary Vocabulary { get; } =
        new(["", "?", .. CaptionLanguage.All.SelectMany(language => language.Texts()).SelectMany(Vocabulary.Words).ToHashSet().Order(StringComparer.Ordinal)]);

    /// <summary>Chooses what is said of a person: one thing at least, and nothing of a bald person's hair colour.</summary>
    /// <param name="truth">The person.</param>
    /// <param name="rng">Chooses.</param>
    public static CaptionClaims Choose(AvatarTruth truth, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(rng);
        var all = CaptionClaims.Of(truth);
        var colour = truth.HairStyle == AvatarHairStyle.Bald ? 0 : 0.7;
        double[] chances = [colour, 0.6, 0.6, truth.HasGlasses ? 0.7 : 0.15, truth.Beard == AvatarBeard.None ? 0.5 : 0.7, 0.3];
        while (true)
        {
            CaptionClaims claims = new([.. all.Values.Zip(chances, (value, chance) => rng.NextDouble() < chance ? value : CaptionClaims.Unsaid)]);
            if (claims.Named.Any()) return claims;
        }
    }

    /// <summary>Changes one thing that is said at least, and says nothing that is withheld.</summary>
    /// <param name="claims">What is said.</param>
    /// <param name="rng">Chooses.</param>
    /// <returns>What contradicts every picture of which <paramref name="claims"/> is true.</returns>
    public static CaptionClaims Contradict(CaptionClaims claims, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(rng);
        int[] named = [.. claims.Named];
        while (true)
        {
            var (wrong, surely) = (claims, named[rng.NextInt(named.Length)]);
            foreach (var i in named)
            {
                var values = CaptionClaims.Attributes[i].Categories;
                if (rng.NextInt(3) == 0 || i == surely) wrong = wrong.With(i, (claims[i] + 1 + rng.NextInt(values - 1)) % values);
            }

            if (wrong[CaptionClaims.HairStyle] == (int)AvatarHairStyle.Bald) wrong = wrong.With(CaptionClaims.HairColour, CaptionClaims.Unsaid);
            if (!wrong.IsWithheld) return wrong;
        }
    }

    /// <summary>Writes a sentence.</summary>
    /// <param name="claims">What it says; one thing at least.</param>
    /// <param name="form">From 0 to <see cref="Forms"/> - 1: even ones are English, odd ones Spanish.</param>
    /// <param name="rng">Chooses among words that mean the same.</param>
    public static string Write(CaptionClaims claims, int form, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(rng);
        return CaptionLanguage.All[form % CaptionLanguage.All.Count].Write(claims, form / CaptionLanguage.All.Count, rng);
    }

    /// <summary>What a sentence says: the longest phrases that mean something, from left to right; of two that contradict each other the later one. Other words are passed over.</summary>
    /// <param name="sentence">English or Spanish; the words may come in any order.</param>
    public static CaptionClaims Parse(string sentence)
    {
        string[] words = [.. Vocabulary.Words(sentence)];
        var claims = CaptionClaims.Nothing;
        for (var at = 0; at < words.Length;)
        {
            var length = Enumerable.Range(1, Math.Min(Longest, words.Length - at)).LastOrDefault(n => Known.ContainsKey(string.Join(' ', words[at..(at + n)])));
            if (length > 0)
            {
                var (attribute, value) = Known[string.Join(' ', words[at..(at + length)])];
                claims = claims.With(attribute, value);
            }

            at += Math.Max(1, length);
        }

        return claims;
    }

    private static Dictionary<string, (int Attribute, int Value)> Phrases() => CaptionLanguage.All.SelectMany(language => language.Phrases())
        .GroupBy(one => string.Join(' ', Vocabulary.Words(one.Phrase)), one => (one.Attribute, one.Value), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
