namespace Adversa.Worlds.Captions;

/// <summary>The words and the word order of one language. Of words that mean the same any may be drawn; of a pair <c>rubio/rubia</c> the noun decides.</summary>
internal abstract class CaptionLanguage
{
    /// <summary>The languages, in the order of a sample's captions.</summary>
    public static IReadOnlyList<CaptionLanguage> All { get; } = [new EnglishCaptions(), new SpanishCaptions()];

    /// <summary>Ways to arrange a sentence.</summary>
    public const int Phrasings = 4;

    /// <summary>Nouns: a woman, who has no beard; a man; anyone.</summary>
    public abstract IReadOnlyList<string> Women { get; }

    /// <inheritdoc cref="Women"/>
    public abstract IReadOnlyList<string> Others { get; }

    /// <summary>Colours by their numbers.</summary>
    public abstract IReadOnlyList<string[]> Colours { get; }

    /// <summary>Styles by their numbers, with a place for the colour; the first one, bald, is an adjective.</summary>
    public abstract IReadOnlyList<string[]> Styles { get; }

    /// <summary>Hair of any style, with a place for the colour.</summary>
    public abstract string[] Hair { get; }

    /// <summary>Expressions as adjectives.</summary>
    public abstract IReadOnlyList<string[]> Expressions { get; }

    /// <summary>Expressions as clauses.</summary>
    public abstract IReadOnlyList<string[]> Clauses { get; }

    /// <summary>Without and with glasses.</summary>
    public abstract IReadOnlyList<string[]> Glasses { get; }

    /// <summary>Beards by their numbers; the first one, shaven, is an adjective.</summary>
    public abstract IReadOnlyList<string[]> Beards { get; }

    /// <summary>Ages by their numbers.</summary>
    public abstract IReadOnlyList<string[]> Ages { get; }

    /// <summary>The words that a sentence is put together with.</summary>
    protected abstract string Between { get; }

    /// <summary>Whom a sentence is about.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="adjectives">In the order age, hair or beard, expression.</param>
    protected abstract string Head(string noun, IReadOnlyList<string> adjectives);

    /// <summary>Puts a sentence together.</summary>
    /// <param name="phrasing">Which arrangement.</param>
    /// <param name="head">Whom it is about.</param>
    /// <param name="things">What that person has.</param>
    /// <param name="lacking">What not; empty where nothing is said of it.</param>
    /// <param name="expression">A clause or an adjective; empty where the head has it or nothing is said of it.</param>
    protected abstract string Arranged(int phrasing, string head, IReadOnlyList<string> things, string lacking, string expression);

    /// <summary>Writes what is said.</summary>
    /// <param name="claims">Says one thing at least.</param>
    /// <param name="phrasing">From 0 to <see cref="Phrasings"/> - 1.</param>
    /// <param name="rng">Chooses among words that mean the same.</param>
    public string Write(CaptionClaims claims, int phrasing, Rng rng)
    {
        var isWoman = claims[CaptionClaims.Beard] == 0 && rng.NextInt(4) > 0;
        var noun = One(isWoman ? Women : Others);
        List<string> adjectives = [], things = [];
        var (lacking, expression) = ("", "");
        if (claims[CaptionClaims.Age] is >= 0 and var age) adjectives.Add(Agreeing(One(Ages[age])));
        if (claims[CaptionClaims.Beard] == 0 && !isWoman) adjectives.Add(Agreeing(One(Beards[0])));
        var (colour, style) = (claims[CaptionClaims.HairColour], claims[CaptionClaims.HairStyle]);
        if (style == 0) adjectives.Add(Agreeing(One(Styles[0])));
        else if (style > 0 || colour >= 0) things.Add(Coloured(One(style > 0 ? Styles[style] : Hair), colour < 0 ? "" : One(Colours[colour])));
        if (claims[CaptionClaims.Beard] is > 0 and var beard) things.Add(One(Beards[beard]));
        if (claims[CaptionClaims.Glasses] == 1) things.Add(One(Glasses[1]));
        if (claims[CaptionClaims.Glasses] == 0) lacking = One(Glasses[0]);
        if (claims[CaptionClaims.Expression] is >= 0 and var face)
        {
            if (phrasing == 2) adjectives.Add(Agreeing(One(Expressions[face])));
            else expression = Agreeing(One((phrasing == 3 ? Expressions : Clauses)[face]));
        }

        return Arranged(phrasing, Head(noun, adjectives), things, lacking, expression);

        string One(IReadOnlyList<string> words) => words[rng.NextInt(words.Count)];
        string Agreeing(string word) => Form(word, IsFeminine(noun));
    }

    /// <summary>Every way to say a value, in words that a parser can look for.</summary>
    public IEnumerable<(string Phrase, int Attribute, int Value)> Phrases() =>
    [
        .. Women.Select(noun => (noun, CaptionClaims.Beard, 0)),
        .. Of(CaptionClaims.HairColour, Colours), .. Of(CaptionClaims.HairStyle, Styles),
        .. Of(CaptionClaims.Expression, Expressions), .. Of(CaptionClaims.Expression, Clauses),
        .. Of(CaptionClaims.Glasses, Glasses), .. Of(CaptionClaims.Beard, Beards), .. Of(CaptionClaims.Age, Ages),
    ];

    /// <summary>Every word that may come in a sentence.</summary>
    public IEnumerable<string> Texts() => new[] { Colours, Styles, Expressions, Clauses, Glasses, Beards, Ages }.SelectMany(table => table).Append(Hair)
        .SelectMany(words => words).SelectMany(words => new[] { Bare(Form(words, false)), Bare(Form(words, true)) }).Concat([Between, .. Women, .. Others]);

    /// <summary>Whether adjectives of a noun take their second form.</summary>
    protected virtual bool IsFeminine(string noun) => false;

    /// <summary>The words one after another: <c>a, b and c</c>.</summary>
    protected static string Joined(IReadOnlyList<string> words, string and) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {and} {words[^1]}";

    /// <summary>The parts that are there, with a blank between them.</summary>
    protected static string Spaced(params IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    /// <summary>Of words <c>rubio/rubia</c> the one that agrees.</summary>
    private static string Form(string words, bool isFeminine) =>
        string.Join(' ', words.Split(' ').Select(word => word.Split('/') is [var he, var she] ? isFeminine ? she : he : word));

    /// <summary>Hair with its colour: of a pair the second form where the place is marked feminine.</summary>
    private static string Coloured(string hair, string colour) =>
        Spaced(hair.Replace("{c}", Form(colour, false), StringComparison.Ordinal).Replace("{f}", Form(colour, true), StringComparison.Ordinal).Split(' '));

    private static IEnumerable<(string Phrase, int Attribute, int Value)> Of(int attribute, IReadOnlyList<string[]> words) =>
        from value in Enumerable.Range(0, words.Count)
        from phrase in words[value]
        from isFeminine in new[] { false, true }
        from part in Form(phrase, isFeminine).Split(["{c}", "{f}"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let own = WithoutArticle(part)
        where own is not ("" or "hair" or "pelo" or "cabello")          // of "long {c} hair" only "long" says something
        select (own, attribute, value);

    private static string WithoutArticle(string part) => string.Join(' ', part.Split(' ').SkipWhile(word => word is "a" or "un" or "una"));

    private static string Bare(string words) => words.Replace("{c}", "", StringComparison.Ordinal).Replace("{f}", "", StringComparison.Ordinal);
}
