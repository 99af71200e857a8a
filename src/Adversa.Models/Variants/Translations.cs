namespace Adversa.Models.Variants;

/// <summary>What systems that make pictures of pictures check alike.</summary>
internal static class Translations
{
    /// <summary>Whether both sides can be halved as often as the network does it.</summary>
    internal static IEnumerable<Problem> Sides(string path, SampleSchema schema, int stride) =>
        schema.Kind == FieldKind.Image && (schema.Height % stride != 0 || schema.Width % stride != 0) ? [new(path, Words.SidesAreMultiplesOf(stride, schema))] : [];
}
