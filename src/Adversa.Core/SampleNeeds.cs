namespace Adversa;

/// <summary>What a system needs its samples to be. The other side is the <see cref="SampleSchema"/> that a source yields.</summary>
/// <param name="Kinds">The kinds of samples it works on; at least one.</param>
public sealed record SampleNeeds(params IReadOnlyList<FieldKind> Kinds)
{
    /// <summary>Fewest classes; 0 when labels do not matter.</summary>
    public int LeastClasses { get; init; }

    /// <summary>Fewest attributes; 0 when they do not matter.</summary>
    public int LeastAttributes { get; init; }

    /// <summary>Fewest rows and columns of a picture; 1 when the size does not matter.</summary>
    public int LeastSide { get; init; } = 1;

    /// <summary>The fields that it reads beside what is drawn, its class and its attributes.</summary>
    public IReadOnlyList<FieldNeed> Also { get; init; } = [];

    /// <summary>What is needed, for a list: <c>pictures with 2 classes or more</c>.</summary>
    public Text Words => new(
        Join(Kinds, " or ", kind => FieldNeed.Plural(kind).English) + string.Concat(Also.Select(need => $" {need.With.English}")) + (LeastClasses > 0 ? $" with {LeastClasses} classes or more" : "") + (LeastAttributes > 0 ? $" with {LeastAttributes} attributes or more" : "") + (LeastSide > 1 ? $", {LeastSide} pixels a side or more" : ""),
        Join(Kinds, " o ", kind => FieldNeed.Plural(kind).Spanish) + string.Concat(Also.Select(need => $" {need.With.Spanish}")) + (LeastClasses > 0 ? $" con {LeastClasses} clases o más" : "") + (LeastAttributes > 0 ? $" con {LeastAttributes} atributos o más" : "") + (LeastSide > 1 ? $", de {LeastSide} píxeles de lado o más" : ""));

    /// <summary>Why a system cannot work on some samples, with the way out; null when it can.</summary>
    /// <param name="system">The system's id, for the message.</param>
    /// <param name="schema">What the data yields.</param>
    /// <param name="others">Ids of systems that can work on them, which the message names; asked for only when there is one.</param>
    public Text? Refusal(string system, SampleSchema schema, Func<IReadOnlyList<string>>? others = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (!Kinds.Contains(schema.Kind)) return new(
            $"{system} needs {Join(Kinds, " or ", kind => FieldNeed.Plural(kind).English)}; the data is {FieldNeed.Plural(schema.Kind).English} ({schema}). Use other data{Or(others, ", or a system for these: ")}.",
            $"{system} necesita {Join(Kinds, " o ", kind => FieldNeed.Plural(kind).Spanish)}; los datos son {FieldNeed.Plural(schema.Kind).Spanish} ({schema}). Use otros datos{Or(others, ", o un sistema para estos: ")}.");
        if (Also.Select(need => need.Refusal(system, schema)).FirstOrDefault(text => text is not null) is { } lacking) return lacking;
        if (schema.Classes < LeastClasses) return new(
            $"{system} needs data with {LeastClasses} classes or more; the data has {schema.Classes}. Use folders of classes, a metadata.jsonl with \"label\", or labels beside an idx file{Or(others, "; or a system that does without: ")}.",
            $"{system} necesita datos con {LeastClasses} clases o más; los datos tienen {schema.Classes}. Use carpetas por clase, un metadata.jsonl con «label», o etiquetas junto al archivo idx{Or(others, "; o un sistema que no las necesite: ")}.");
        if (schema.Attributes.Count < LeastAttributes) return Adversa.Words.NeedsDataAttributesOrMore(system, LeastAttributes, schema.Attributes.Count);
        if (schema.Kind == FieldKind.Image && Math.Min(schema.Height, schema.Width) < LeastSide) return Adversa.Words.NeedsPicturesPixelsSideOrMore(system, LeastSide, schema);
        return null;
    }

    private static string Or(Func<IReadOnlyList<string>>? others, string words) => others?.Invoke() is { Count: > 0 } ids ? words + string.Join(", ", ids) : "";

    private static string Join(IEnumerable<FieldKind> kinds, string or, Func<FieldKind, string> name) => string.Join(or, kinds.Select(name));
}
