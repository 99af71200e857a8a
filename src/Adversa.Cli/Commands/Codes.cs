using System.Globalization;

namespace Adversa.Cli.Commands;

/// <summary>What <c>explain</c> knows of each code: what it means and what to do, from Codes.resx and Codes.es.resx. A test finds codes that are missing there.</summary>
internal static class Codes
{
    private static readonly Phrasebook Book = new(typeof(Codes));

    internal static IReadOnlyDictionary<int, Text> All { get; } =
        new SortedDictionary<int, Text>(Book.Keys.ToDictionary(key => int.Parse(key["ADV".Length..], CultureInfo.InvariantCulture), key => Book[key]));
}
