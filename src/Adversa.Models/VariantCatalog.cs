using Adversa.Models.Variants;

namespace Adversa.Models;

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
        AutoencoderVariant.Descriptor,
        CganVariant.Descriptor,
        AcganVariant.Descriptor,
        VaeVariant.Descriptor,
        CnnClassifierVariant.Descriptor,
        DClassifierVariant.Descriptor,
        DdpmVariant.Descriptor,
    ];

    /// <summary>The system of an id, or null.</summary>
    /// <param name="id">Such as <c>dcgan</c>.</param>
    public static Variant? Find(string id) => BuiltIn.FirstOrDefault(variant => variant.Id == id);
}
