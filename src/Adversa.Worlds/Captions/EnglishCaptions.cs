namespace Adversa.Worlds.Captions;

/// <summary>English.</summary>
internal sealed class EnglishCaptions : CaptionLanguage
{
    public override IReadOnlyList<string> Women => ["woman"];

    public override IReadOnlyList<string> Others => ["man", "person"];

    public override IReadOnlyList<string[]> Colours => [["black"], ["brown"], ["blond", "blonde"], ["red"], ["grey", "gray"], ["blue"]];

    public override IReadOnlyList<string[]> Styles =>
    [
        ["bald"], ["short {c} hair"], ["side-parted {c} hair"], ["a {c} bob"], ["long {c} hair"], ["curly {c} hair"],
        ["a {c} bun", "{c} hair in a bun"], ["a {c} mohawk"],
    ];

    public override string[] Hair => ["{c} hair"];

    public override IReadOnlyList<string[]> Expressions => [["calm", "serious"], ["smiling"], ["laughing"], ["sad"], ["surprised"]];

    public override IReadOnlyList<string[]> Clauses =>
    [
        ["looks calm", "looks serious"], ["is smiling", "smiles"], ["is laughing", "laughs"], ["is sad", "looks sad"], ["is surprised", "looks surprised"],
    ];

    public override IReadOnlyList<string[]> Glasses => [["without glasses"], ["glasses"]];

    public override IReadOnlyList<string[]> Beards => [["clean-shaven", "beardless"], ["a moustache", "a mustache"], ["a beard", "a full beard"]];

    public override IReadOnlyList<string[]> Ages => [["young"], ["middle-aged"], ["old"]];

    protected override string Between => "a an and of portrait who with";

    protected override string Head(string noun, IReadOnlyList<string> adjectives)
    {
        var whom = Spaced([.. adjectives.Reverse(), noun]);
        return $"{(whom[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {whom}";
    }

    protected override string Arranged(int phrasing, string head, IReadOnlyList<string> things, string lacking, string expression)
    {
        var with = things.Count == 0 ? lacking : $"with {Joined(things, "and")}{(lacking.Length > 0 ? $" and {lacking}" : "")}";
        var who = expression.Length > 0 ? $"who {expression}" : "";
        return phrasing switch
        {
            0 => Spaced(head, with, who),
            1 => Spaced(head, who, with),
            2 => Spaced("portrait of", head, with),
            _ => string.Join(", ", ((IEnumerable<string>)[head, .. things, lacking, expression]).Where(part => part.Length > 0)),
        };
    }
}
