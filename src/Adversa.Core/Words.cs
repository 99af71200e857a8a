namespace Adversa;

/// <summary>What Adversa.Core says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text ColonSentence(string name, Text text) => Book.Say(nameof(ColonSentence), name, text);

    internal static Text DoesNotLoad(string path, string message) => Book.Say(nameof(DoesNotLoad), path, message);

    internal static Text ExpectsWholeNumber(string name, long low, long high, string text) => Book.Say(nameof(ExpectsWholeNumber), name, low, high, text);

    internal static Text IsUnsound(string name, Text text) => Book.Say(nameof(IsUnsound), name, text);

    internal static Text LibraryNotFound(string name, string list) => Book.Say(nameof(LibraryNotFound), name, list);

    internal static Text MustBeFiniteNumber(string name, string text) => Book.Say(nameof(MustBeFiniteNumber), name, text);

    internal static Text MustBeNumber(string name, double low, double high, string text) => Book.Say(nameof(MustBeNumber), name, low, high, text);

    internal static Text MustBeWholeNumber(string name, long low, long high, string text) => Book.Say(nameof(MustBeWholeNumber), name, low, high, text);

    internal static Text NotANumber(string text, string name) => Book.Say(nameof(NotANumber), text, name);

    internal static Text NotANumberUseAPoint(string text, string name, string written) => Book.Say(nameof(NotANumberUseAPoint), text, name, written);
}
