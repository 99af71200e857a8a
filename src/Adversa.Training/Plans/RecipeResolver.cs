using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Folders;
using Adversa.Training.Recipes;
using Adversa.Worlds.Catalog;

namespace Adversa.Training.Plans;

/// <summary>Layers values from the variant's preset, the recipe, files and flags into one recipe, and remembers where each came from.</summary>
public sealed class RecipeResolver
{
    private readonly List<(string Origin, JsonObject Values)> _layers = [];

    /// <summary>Adds a layer above those before it.</summary>
    /// <param name="origin">How people name it: <c>recipe digits</c>, <c>--lr</c>, <c>my.json</c>.</param>
    /// <param name="values">Its values; nested as in a recipe file.</param>
    /// <returns>This resolver.</returns>
    public RecipeResolver Add(string origin, JsonObject values)
    {
        _layers.Add((origin, values));
        return this;
    }

    /// <summary>Adds a layer below those before it.</summary>
    /// <param name="origin">How people name it.</param>
    /// <param name="values">Its values.</param>
    public void AddBelow(string origin, JsonObject values) => _layers.Insert(0, (origin, values));

    /// <summary>Adds one value by its path, such as <c>options.latent=64</c>. A name that is no member of a recipe means a technique, or else an option of the system.</summary>
    /// <param name="origin">How people name it.</param>
    /// <param name="path">Names joined by points.</param>
    /// <param name="value">The value.</param>
    /// <returns>This resolver.</returns>
    public RecipeResolver Add(string origin, string path, JsonNode value)
    {
        var names = path.Split('.');
        if (names.Length == 1 && !Recipe.List.Keys.Contains(path)) names = [Techniques.List.Keys.Contains(path) ? "techniques" : "options", path];
        var node = value;
        foreach (var name in names.Reverse()) node = new JsonObject { [name] = node };
        return Add(origin, node.AsObject());
    }

    /// <summary>Puts the options and techniques of the run that is gone on from below all layers, so that its weights fit. Not where somebody names a preset, nor for pictures of
    /// another size, whose networks have other layers.</summary>
    /// <param name="source">The run.</param>
    /// <param name="schema">The new run's samples.</param>
    /// <returns>This resolver.</returns>
    public RecipeResolver GoOnFrom(SourceRun source, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(schema);
        var (then, preview) = (source.Schema, Preview());
        if (source.Variant != preview.Variant || preview.Preset.Length > 0 || (then.Kind, then.Height, then.Width) != (schema.Kind, schema.Height, schema.Width)) return this;
        var kept = new[] { "preset", "options", "techniques" }.Where(member => source.Recipe[member] is not null);
        _layers.Insert(0, ($"--from {source.Run}", new(kept.Select(member => KeyValuePair.Create(member, source.Recipe[member]?.DeepClone())))));
        return this;
    }

    /// <summary>Reads the value of <c>--set key=value</c>: a number, true, false, a word, or words between commas.</summary>
    /// <param name="text">The text behind the sign.</param>
    /// <param name="key">The key, for messages.</param>
    /// <exception cref="AdversaException">ADV2011: it looks like a number and is none.</exception>
    public static JsonNode ParseValue(string text, string key)
    {
        if (text is "true" or "false") return JsonValue.Create(text == "true");
        if (text.Split(',').All(IsWord)) return JsonValue.Create(text);
        if (key is "data" or "from" || (key == "size" && PictureSize.Read(text) is { IsSquare: false })) return JsonValue.Create(text);
        var number = Numbers.Finite(text, $"--set {key}");
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : JsonValue.Create(number);
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && char.IsAsciiLetter(text[0])
        && text.ToUpperInvariant() is not ("NAN" or "INF" or "INFINITY");

    /// <summary>What the layers say before the data is known: enough to find the system and the data.</summary>
    /// <exception cref="AdversaException">ADV2020: a value is unknown or of the wrong type.</exception>
    public Recipe Preview() => Recipe.FromJson(Merged());

    /// <summary>Fills in the preset's values and the defaults, and checks everything at once.</summary>
    /// <param name="schema">The data's samples.</param>
    /// <param name="source">The run named in <c>from</c>, when it is to be taken as it stands now; null takes what the recipe recorded.</param>
    /// <exception cref="AdversaException">ADV2004, ADV2020, ADV2022, ADV2023, ADV2024, ADV3010: one line that names every problem.</exception>
    public Plan Resolve(SampleSchema schema, SourceRun? source = null)
    {
        var preview = Preview();
        var variant = VariantCatalog.Find(preview.Variant) ?? throw Unknown("variant", preview.Variant, VariantCatalog.BuiltIn.Select(v => v.Id));
        if (variant.Refuses(schema) is { } reason) throw new AdversaException(3010, ExitCode.Data, Text.Join("", [reason, OtherWorlds(variant, preview.Data)]));
        var preset = preview.Preset.Length == 0 ? variant.DefaultPreset(schema)
            : variant.Presets.FirstOrDefault(p => p.Name == preview.Preset) ?? throw Unknown("preset", preview.Preset, variant.Presets.Select(p => p.Name));

        var bottom = new JsonObject { ["preset"] = preset.Name, ["batch"] = preset.Batch, ["steps"] = preset.Steps, ["options"] = variant.ToJson(preset.Options), ["techniques"] = preset.Techniques.ToJson() };
        _layers.Insert(0, ($"preset {preset.Name}", bottom));
        var merged = Merged();
        _layers.RemoveAt(0);
        var origins = Origins([($"preset {preset.Name}", bottom), .. _layers]);
        var recipe = WithEnd(WithCadence(Recipe.FromJson(merged)));
        var options = variant.FromJson(recipe.Options!);
        List<Problem> problems = [.. preview.Preset.Length == 0 && !HasLevels() && variant.TooLarge(schema) is { } large ? [new Problem("size", large)] : Array.Empty<Problem>(), .. recipe.Validate(schema), .. options.Validate(schema), .. Check.That("batch", recipe.Batch < 1 || recipe.Batch >= options.LeastBatch, Words.BatchIsTooSmall(recipe.Batch, options.LeastBatch)), .. options.ValidateBatch(recipe.Batch), .. recipe.Techniques.Validate(variant.Id, options, schema, recipe.Batch)];
        if (problems.Count > 0) throw new AdversaException(2022, ExitCode.Usage, Text.Join(" ", problems.Select(p => Blame(p, origins))));
        recipe = WithSource(recipe, variant, source);
        return new(recipe with { Options = variant.ToJson(options) }, variant, options, preset, origins) { UsualSteps = UsualSteps(preset) };      // complete, and spelt one way
    }

    /// <summary>The worlds that a system can learn from, for who named one that it cannot.</summary>
    private static Text OtherWorlds(Variant variant, string data)
    {
        if (!WorldCatalog.Names.Contains(data)) return Text.None;
        var fit = WorldCatalog.Names.Where(name => variant.Needs.Refusal(variant.Id, WorldCatalog.Find(name)!.Schema) is null).ToList();
        return fit.Count > 0 ? Words.WorldsForSystem(variant.Id, string.Join(", ", fit)) : Text.None;
    }

    /// <summary>The steps of the recipe by its name, before files and flags; else the preset's.</summary>
    private long UsualSteps(Preset preset) => _layers.LastOrDefault(layer => layer.Origin.StartsWith("recipe ", StringComparison.Ordinal)).Values?["steps"] is JsonValue value && value.TryGetValue<long>(out var steps) ? steps : preset.Steps;

    /// <summary>Whether somebody chose the networks' depth: who does knows the size of the pictures.</summary>
    private bool HasLevels() => _layers.Any(layer => layer.Values["options"] is JsonObject options && options.ContainsKey("levels"));

    private static Text Blame(Problem problem, IReadOnlyDictionary<string, string> origins) => origins.TryGetValue(problem.Path, out var origin) && !origin.StartsWith("preset", StringComparison.Ordinal)
        ? Words.ProblemFrom(problem.Text.Each(text => text.TrimEnd('.')), origin)
        : problem.Text;

    private JsonObject Merged()
    {
        var merged = new JsonObject();
        foreach (var (_, values) in _layers) Merge(merged, values);
        return merged;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from)
            if (value is JsonObject inner && into[name] is JsonObject below) Merge(below, inner);
            else into[name] = value?.DeepClone();
    }

    private static Dictionary<string, string> Origins(IEnumerable<(string Origin, JsonObject Values)> layers)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (origin, values) in layers)
            foreach (var (name, value) in values)
                if (value is JsonObject inner) foreach (var (below, _) in inner) origins[$"{name}.{below}"] = origin;
                else origins[name] = origin;
        return origins;
    }

    /// <summary>Fills in the cadences that nobody named; a run that only a time limit ends keeps its zeros, which mean: by time.</summary>
    private static Recipe WithCadence(Recipe recipe) => recipe.HasNoEnd ? recipe : recipe with
    {
        CheckpointEvery = recipe.CheckpointEvery != 0 ? recipe.CheckpointEvery : Math.Clamp(recipe.Steps / 10, 50, 2000),
        SampleEvery = recipe.SampleEvery != 0 ? recipe.SampleEvery : Math.Clamp(recipe.Steps / 40, 10, 1000),
    };

    /// <summary>A schedule ends where the run does, unless somebody said otherwise.</summary>
    private static Recipe WithEnd(Recipe recipe) => recipe.HasNoEnd ? recipe : recipe with { Schedule = recipe.Schedule.EndingAt(recipe.Steps) };

    /// <summary>Fills in the run that this one begins with, and refuses one of another system.</summary>
    private static Recipe WithSource(Recipe recipe, Variant variant, SourceRun? source)
    {
        if (string.IsNullOrEmpty(recipe.From)) return !variant.NeedsSource ? recipe with { From = null, Source = null } : throw new AdversaException(2023, ExitCode.Usage, Words.IsBuiltOnNetworksOfAnother(variant.Id));
        source ??= recipe.Source ?? SourceRuns.Of(new RunFolder(recipe.From), static (_, _) => { });
        if (!variant.NeedsSource && source.Variant != variant.Id) throw new AdversaException(2024, ExitCode.Usage, Words.GoesOnFromRun(variant.Id, recipe.From, source.Variant));
        if (VariantCatalog.Find(source.Variant) is { NeedsSource: true }) throw new AdversaException(2024, ExitCode.Usage, Words.IsRunIsBuiltOnAnother(recipe.From, source.Variant));
        return recipe with { Source = source };
    }

    private static AdversaException Unknown(string kind, string name, IEnumerable<string> known)
    {
        var list = known.ToList();
        var nearest = Nearest.To(name, list);
        var what = kind switch
        {
            "variant" => Words.IsNoSystem(name),
            _ => Words.IsNoPreset(name),
        };
        return new(kind == "variant" ? 2004 : 2020, ExitCode.Usage, Words.Are2(what, nearest is null ? Text.None : Words.DidYouMean(nearest), string.Join(", ", list)));
    }
}
