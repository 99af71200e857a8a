using System.Text.Json.Nodes;
using Adversa.Pages;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Reports;

/// <summary>A value in which recipes differ.</summary>
/// <param name="Path">Its path, such as <c>options.learningRate</c>.</param>
/// <param name="Values">Of each recipe; null where it has no such value.</param>
public sealed record RecipeDifference(string Path, IReadOnlyList<string?> Values)
{
    private static readonly string[] Unimportant = ["checkpointEvery", "sampleEvery", "logEvery", "threads", "preset"];

    /// <summary>All of them, in the order of the recipes. What decides no number is left out.</summary>
    /// <param name="recipes">Two or more.</param>
    public static IReadOnlyList<RecipeDifference> Between(IReadOnlyList<JsonObject> recipes)
    {
        ArgumentNullException.ThrowIfNull(recipes);
        var leaves = recipes.Select(recipe => recipe.Leaves().Where(leaf => !Unimportant.Contains(leaf.Path, StringComparer.Ordinal)).GroupBy(leaf => leaf.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal)).ToList();
        return [.. leaves.SelectMany(of => of.Keys).Distinct().Select(path => new RecipeDifference(path, [.. leaves.Select(of => of.GetValueOrDefault(path))])).Where(one => one.Values.Distinct().Count() > 1)];
    }

    /// <summary>They as a table.</summary>
    internal static string Html(IReadOnlyList<RecipeDifference> differences, IReadOnlyList<string> names) => differences.Count == 0
        ? $"<p>{Words.InNothingRecipesAreSame}</p>\n"
        : $"<div class=\"panel\">{Page.Table(Words.ValuesOfRecipesAreNotSame.ToString(), [Words.Value.ToString(), .. names],
            differences.Select(one => (IReadOnlyList<string>)[PageText.Html(one.Path), .. one.Values.Select(value => value is null ? "–" : PageText.Html(value))]))}</div>\n";
}
