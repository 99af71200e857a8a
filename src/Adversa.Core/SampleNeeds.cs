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
    public Text Words
    {
        get
        {
            List<Text> words = [Drawn, .. Also.Select(need => need.With)];
            if (LeastClasses > 0) words.Add(Adversa.Words.WithClassesOrMore(LeastClasses));
            if (LeastAttributes > 0) words.Add(Adversa.Words.WithAttributesOrMore(LeastAttributes));
            var what = Text.Join(" ", words);
            return LeastSide > 1 ? Adversa.Words.PixelsSideOrMore(what, LeastSide) : what;
        }
    }

    private Text Drawn => Kinds.Select(FieldNeed.Plural).Aggregate(Adversa.Words.Or);

    /// <summary>Why a system cannot work on some samples, with the way out; null when it can.</summary>
    /// <param name="system">The system's id, for the message.</param>
    /// <param name="schema">What the data yields.</param>
    /// <param name="others">Ids of systems that can work on them, which the message names; asked for only when there is one.</param>
    public Text? Refusal(string system, SampleSchema schema, Func<IReadOnlyList<string>>? others = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (!Kinds.Contains(schema.Kind)) return Adversa.Words.NeedsDataIs(system, Drawn, FieldNeed.Plural(schema.Kind), schema, Or(others, Adversa.Words.OrSystemForThese));
        if (Also.Select(need => need.Refusal(system, schema)).FirstOrDefault(text => text is not null) is { } lacking) return Text.Join("", [lacking, Or(others, Adversa.Words.SystemsForTheseData)]);
        if (schema.Classes < LeastClasses) return Adversa.Words.NeedsDataClassesOrMore(system, LeastClasses, schema.Classes, Or(others, Adversa.Words.OrSystemThatDoesWithout));
        if (schema.Attributes.Count < LeastAttributes)
            return Adversa.Words.NeedsDataAttributesOrMore(system, LeastAttributes, schema.Attributes.Count, Or(others, Adversa.Words.OrSystemThatDoesWithout));
        if (schema.Kind == FieldKind.Image && Math.Min(schema.Height, schema.Width) < LeastSide) return Adversa.Words.NeedsPicturesPixelsSideOrMore(system, LeastSide, schema);
        return null;
    }

    private static Text Or(Func<IReadOnlyList<string>>? others, Func<string, Text> say) => others?.Invoke() is { Count: > 0 } ids ? say(string.Join(", ", ids)) : Text.None;
}
