namespace Adversa.Worlds.Captions;

/// <summary>Spanish.</summary>
internal sealed class SpanishCaptions : CaptionLanguage
{
    public override IReadOnlyList<string> Women => ["mujer"];

    public override IReadOnlyList<string> Others => ["hombre", "persona"];

    public override IReadOnlyList<string[]> Colours => [["negro/negra"], ["castaño/castaña"], ["rubio/rubia"], ["rojo/roja"], ["gris"], ["azul"]];

    public override IReadOnlyList<string[]> Styles =>
    [
        ["calvo/calva"], ["pelo {c} corto", "cabello {c} corto", "pelo corto {c}"], ["pelo {c} con raya al lado"], ["media melena {f}"],
        ["pelo {c} largo", "cabello {c} largo", "pelo largo {c}"],
        ["pelo {c} rizado", "cabello {c} rizado", "pelo rizado {c}"], ["un moño {c}"], ["una cresta {f}"],
    ];

    public override string[] Hair => ["pelo {c}", "cabello {c}"];

    public override IReadOnlyList<string[]> Expressions => [["serio/seria"], ["sonriente", "sonriendo"], ["riendo"], ["triste"], ["sorprendido/sorprendida"]];

    public override IReadOnlyList<string[]> Clauses =>
        [["está serio/seria"], ["sonríe", "está sonriendo"], ["ríe", "se ríe"], ["está triste"], ["está sorprendido/sorprendida"]];

    public override IReadOnlyList<string[]> Glasses => [["sin gafas", "sin lentes"], ["gafas", "lentes"]];

    public override IReadOnlyList<string[]> Beards => [["afeitado/afeitada", "sin barba"], ["bigote"], ["barba"]];

    public override IReadOnlyList<string[]> Ages => [["joven"], ["de mediana edad"], ["mayor", "anciano/anciana"]];

    protected override string Between => "con de que retrato un una y";

    protected override bool IsFeminine(string noun) => noun != "hombre";

    protected override string Head(string noun, IReadOnlyList<string> adjectives) => Spaced(IsFeminine(noun) ? "una" : "un", noun, Joined(adjectives, "y"));

    protected override string Arranged(int phrasing, string head, IReadOnlyList<string> things, string lacking, string expression)
    {
        var with = things.Count == 0 ? lacking : $"con {Joined(things, "y")}{(lacking.Length > 0 ? $" y {lacking}" : "")}";
        var who = expression.Length > 0 ? $"que {expression}" : "";
        return phrasing switch
        {
            0 => Spaced(head, with, who),
            1 => Spaced(head, who, with),
            2 => Spaced("retrato de", head, with),
            _ => string.Join(", ", ((IEnumerable<string>)[head, .. things, lacking, expression]).Where(part => part.Length > 0)),
        };
    }
}
