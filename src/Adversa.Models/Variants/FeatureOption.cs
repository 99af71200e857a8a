namespace Adversa.Models.Variants;

/// <summary>The option <c>features</c> of systems that compare pictures by what a trained network sees in them.</summary>
internal static class FeatureOption
{
    /// <summary>No network.</summary>
    internal const string None = "none";

    /// <summary>Opens the network that is named; null where none is, and where nothing will be trained.</summary>
    internal static FeatureNetwork? Open(string features, BuildContext build) => features == None ? null : build.Features?.Invoke(features);

    /// <summary>What is wrong with it for some samples.</summary>
    internal static IEnumerable<Problem> Problems(string features, SampleSchema schema) =>
    [
        .. Check.That("options.features", features.Length > 0, Words.OptionsFeaturesIsEmpty),
        .. Check.That("options.features", features == None || schema.Channels is 1 or 3, Words.OptionsFeaturesSeeColour(schema)),
    ];
}
