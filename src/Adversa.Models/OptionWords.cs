using Adversa.Core.Options;

namespace Adversa.Models;

/// <summary>What the options of systems and recipes mean. The words stand in Options.resx and Options.es.resx: <c>wgan-gp.norm</c> is the norm of WGAN-GP, <c>norm</c> that of any system
/// that has no words of its own; the members of a recipe, of its parts and of a study stand under <c>recipe</c>, <c>techniques</c>, <c>schedule</c>, <c>doctor</c>, <c>augment</c> and <c>study</c>.</summary>
public static class OptionWords
{
    private static readonly Phrasebook Book = new("Adversa.Models.Options", typeof(OptionWords).Assembly);
    private static readonly HashSet<string> Known = [.. Book.Keys];

    /// <summary>The keys of all words.</summary>
    public static IEnumerable<string> Keys => Known;

    /// <summary>The key under which an option's words stand; null where it has none.</summary>
    /// <param name="owner">A system, or a part of a recipe.</param>
    /// <param name="option">The option.</param>
    public static string? KeyOf(string owner, Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Known.Contains($"{owner}.{option.Key}") ? $"{owner}.{option.Key}" : Known.Contains(option.Key) ? option.Key : null;
    }

    /// <summary>What an option means.</summary>
    /// <inheritdoc cref="KeyOf"/>
    public static Text Of(string owner, Option option) => KeyOf(owner, option) is { } key ? Book[key] : Text.None;
}
