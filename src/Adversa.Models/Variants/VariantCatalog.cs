namespace Adversa.Models.Variants;

/// <summary>Every system, by id. A new one is a line here and a file in Variants/.</summary>
public static class VariantCatalog
{
    /// <summary>The systems that come with Adversa, in the order in which they are best learned.</summary>
    public static IReadOnlyList<Variant> BuiltIn { get; } =
    [
        GanVariant.Descriptor,
        DcganVariant.Descriptor,
        LsganVariant.Descriptor,
        WganVariant.Descriptor,
        WganGpVariant.Descriptor,
        BeganVariant.Descriptor,
        ProganVariant.Descriptor,
        R3ganVariant.Descriptor,
        StyleganVariant.Descriptor,
        FewVariant.Descriptor,
        AutoencoderVariant.Descriptor,
        CganVariant.Descriptor,
        AcganVariant.Descriptor,
        Pix2pixVariant.Descriptor,
        CycleganVariant.Descriptor,
        VaeVariant.Descriptor,
        CnnClassifierVariant.Descriptor,
        DClassifierVariant.Descriptor,
        DdpmVariant.Descriptor,
        StarganVariant.Descriptor,
        AttganVariant.Descriptor,
        SrganVariant.Descriptor,
        ContextEncoderVariant.Descriptor,
        GpGanVariant.Descriptor,
        TpGanVariant.Descriptor,
        DrGanVariant.Descriptor,
        GanIntClsVariant.Descriptor,
    ];

    /// <summary>The system of an id, or null.</summary>
    /// <param name="id">Such as <c>dcgan</c>.</param>
    public static Variant? Find(string id) => BuiltIn.FirstOrDefault(variant => variant.Id == id);

    /// <summary>The systems that can be trained on some samples as they come: with one of their presets, and without another run.</summary>
    /// <param name="schema">What the data yields.</param>
    public static IEnumerable<Variant> ThatTake(SampleSchema schema) => BuiltIn
        .Where(variant => !variant.NeedsSource && variant.Needs.Refusal(variant.Id, schema) is null && !variant.DefaultPreset(schema).Options.Validate(schema).Any() && variant.TooLarge(schema) is null);

    /// <summary>Why a system cannot work on some samples, and which of the catalog can; null when it can.</summary>
    /// <param name="variant">The system.</param>
    /// <param name="schema">What the data yields.</param>
    public static Text? Refuses(this Variant variant, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return variant.Needs.Refusal(variant.Id, schema, () => [.. ThatTake(schema).Select(other => other.Id)]);
    }
}
