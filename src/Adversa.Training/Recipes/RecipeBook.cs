using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Runs;

namespace Adversa.Training.Recipes;

/// <summary>The recipes that come with Adversa: the files of <c>recipes/</c>, built into the program.</summary>
public static class RecipeBook
{
    private const string Prefix = "recipes.";

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. typeof(RecipeBook).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^".json".Length]).Order(StringComparer.Ordinal)];

    /// <summary>A recipe by name, or null.</summary>
    /// <param name="name">Such as <c>digits</c>.</param>
    public static RecipePage? Find(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.json");
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return RecipePage.From(name, RecipeText.Parse(bytes.ToArray(), $"recipes/{name}.json"));
    }
}

/// <summary>A recipe with what people want to know before they start it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it does.</param>
/// <param name="Expect">What was measured: the result, the time, the machine.</param>
/// <param name="Values">The recipe's values.</param>
/// <param name="Seconds">How long it took where it was measured, with one thread; 0 when nobody said. See <see cref="MachineSpeed"/>.</param>
public sealed record RecipePage(string Name, Text About, Text Expect, JsonObject Values, double Seconds = 0)
{
    private const string AboutKey = "about", ExpectKey = "expect", SecondsKey = "seconds";

    /// <summary>What has to be named beside the recipe: <c>pictures (--data PATH)</c>; empty when it is complete.</summary>
    public Text Needs
    {
        get
        {
            var variant = VariantCatalog.Find(Values["variant"]?.GetValue<string>() ?? "");
            List<Text> needs = [];
            if (variant is not null && NeedsData) needs.Add(Words.DataPATH(variant.Needs.Words));
            if (NeedsRun) needs.Add(Words.RunToBuildOnFromRUN);
            return Text.Join("; ", needs);
        }
    }

    /// <summary>Whether data must be named.</summary>
    public bool NeedsData => !Values.ContainsKey("data");

    /// <summary>Whether a run to build on must be named.</summary>
    public bool NeedsRun => VariantCatalog.Find(Values["variant"]?.GetValue<string>() ?? "") is { NeedsSource: true } && !Values.ContainsKey("from");

    /// <summary>Splits a recipe file into its words and its values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="json">The file; <c>about</c> and <c>expect</c> are <c>{ "en": ..., "es": ... }</c>, the latter with <c>seconds</c>, and may be missing.</param>
    /// <exception cref="AdversaException">ADV2021: the words have another form.</exception>
    public static RecipePage From(string name, JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var values = (JsonObject)json.DeepClone();
        values.Remove(AboutKey);
        values.Remove(ExpectKey);
        values.Remove("origin");               // of a run's own recipe.json
        return new(name, Said(name, json, AboutKey), Said(name, json, ExpectKey, SecondsKey), values,
            json[ExpectKey] is JsonObject expect && expect[SecondsKey] is JsonValue seconds ? seconds.GetValue<double>() : 0);
    }

    private static Text Said(string name, JsonObject json, string key, string? number = null)
    {
        if (!json.ContainsKey(key)) return Text.None;
        if (json[key] is JsonObject words && words.All(pair => pair.Key == number ? IsSpan(pair.Value) : pair.Key is "en" or "es" && pair.Value?.GetValueKind() == JsonValueKind.String))
            return new(words["en"]?.GetValue<string>() ?? "", words["es"]?.GetValue<string>() ?? "");
        var form = $"{{ \"en\": \"...\", \"es\": \"...\"{(number is null ? "" : $", \"{number}\": 60")} }}";
        throw new AdversaException(2021, ExitCode.Usage, Words.MustBe(name, key, form));
    }

    private static bool IsSpan(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is > 0 and < 1e9;
}
