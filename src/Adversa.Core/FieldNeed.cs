namespace Adversa;

/// <summary>A field that a system reads beside what is drawn.</summary>
/// <param name="Name">Its well-known name, such as <see cref="Field.Input"/>.</param>
/// <param name="Kind">What it must hold.</param>
/// <param name="IsApart">Whether it must be a collection of its own, without pairs; else it belongs to what is drawn.</param>
public sealed record FieldNeed(string Name, FieldKind Kind, bool IsApart = false)
{
    /// <summary>What several of a kind are called.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Plural(FieldKind kind) => kind switch
    {
        FieldKind.Image => Words.Pictures,
        FieldKind.Points => Words.Points,
        FieldKind.Label => Words.Classes,
        FieldKind.Attributes => Words.Attributes,
        FieldKind.Mask => Words.Masks,
        _ => Words.Texts,
    };

    /// <summary>What is needed, behind the name of what is drawn: <c>in pairs</c>.</summary>
    public Text With => Name switch
    {
        Field.Input => IsApart ? Words.InTwoCollections : Words.InPairs,
        Field.Caption => Words.WithCaptions,
        Field.Mask => Words.WithMasks,
        _ => Words.With(Name),
    };

    /// <summary>Why some samples will not do, with the way out; null when they will.</summary>
    /// <param name="system">The system's id.</param>
    /// <param name="schema">The samples.</param>
    public Text? Refusal(string system, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Find(Name) is not { } field) return Words.NeedsDataHasNoField(system, Plural(schema.Kind), With, Name, WayOut);
        if (field.Kind != Kind) return Words.NeedsInField(system, Plural(Kind), Name, Plural(field.Kind), field, WayOut);
        if (Kind == FieldKind.Image && schema.Kind == FieldKind.Image && !field.Shape.Skip(1).SequenceEqual(schema.Drawn.Shape.Skip(1))) return Words.NeedsPairsOfOneSize(system, Name, field, schema.Drawn, WayOut);
        return field.IsApart == IsApart ? null : Words.NeedsData(system, Plural(schema.Kind), With, field.IsApart ? Words.IsTwoCollectionsWithoutPairs : Words.IsInPairs, WayOut);
    }

    private Text WayOut => Name switch
    {
        Field.Input when IsApart => Words.UseDataDomains,
        Field.Input => Words.UseDataPairs,
        Field.Caption => Words.PutColumnCaptionIntoMetadata,
        Field.Mask => Words.PutColumnMaskIntoMetadata,
        _ => Words.UseOtherData,
    };
}
