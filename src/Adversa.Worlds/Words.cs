namespace Adversa.Worlds;

/// <summary>What Adversa.Worlds says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AtMostOneSide(string world, long low, long high, Text more, string size) => Book.Say(nameof(AtMostOneSide), world, low, high, more, size);

    internal static Text GlyphsAreHalved(object? size) => Book.Say(nameof(GlyphsAreHalved), size);

    internal static Text InSteps(long step) => Book.Say(nameof(InSteps), step);

    internal static Text World => Book[nameof(World)];

    internal static Text Worlds => Book[nameof(Worlds)];
}
