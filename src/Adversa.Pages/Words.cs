namespace Adversa.Pages;

/// <summary>What Adversa.Pages says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AsTable => Book[nameof(AsTable)];

    internal static Text LanguageTag => Book[nameof(LanguageTag)];

    internal static Text MomentOfTraining => Book[nameof(MomentOfTraining)];

    internal static Text Play => Book[nameof(Play)];

    internal static Text SamplesAtStep => Book[nameof(SamplesAtStep)];

    internal static Text Step => Book[nameof(Step)];

    internal static Text ThousandsSeparator => Book[nameof(ThousandsSeparator)];
}
