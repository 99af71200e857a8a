using Adversa.Models.Networks;

namespace Adversa.Models.Variants;

/// <summary>What systems that make pictures of pictures check alike.</summary>
internal static class Translations
{
    /// <summary>Whether both sides can be halved as often as the network does it.</summary>
    internal static IEnumerable<Problem> Sides(string path, SampleSchema schema, int stride) =>
        schema.Kind == FieldKind.Image && (schema.Height % stride != 0 || schema.Width % stride != 0) ? [new(path, Words.SidesAreMultiplesOf(stride, schema))] : [];

    /// <summary>Whether pictures are large enough for a discriminator of patches.</summary>
    /// <param name="schema">The pictures.</param>
    /// <param name="halvings">How often it halves the side.</param>
    /// <param name="least">The least side that the other networks need.</param>
    internal static IEnumerable<Problem> Patch(SampleSchema schema, int halvings, int least = 1)
    {
        least = Math.Max(least, PatchDiscriminator.LeastSide(halvings));
        return Check.That("options.patch", schema.Kind != FieldKind.Image || Math.Min(schema.Height, schema.Width) >= least, Words.PatchNeedsPictures(halvings, least, schema));
    }
}
