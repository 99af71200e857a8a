using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Training.Checkpoints;
using Adversa.Training.Recipes;

namespace Adversa.Training.Folders;

/// <summary>The on-disk contract of a run. Files are the truth; whoever reads takes no lock and tolerates a moving folder.</summary>
public sealed class RunFolder
{
    private const string RecipeFile = "recipe.json", EnvironmentFile = "environment.json", StatusFile = "status.json", CommandFile = "command.txt";

    /// <summary>Opens a folder that may hold a run.</summary>
    /// <param name="path">The folder.</param>
    public RunFolder(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Where the pictures are.</summary>
    public string Samples => System.IO.Path.Join(Path, "samples");

    /// <summary>Whether the folder holds a run.</summary>
    public bool IsRun => File.Exists(System.IO.Path.Join(Path, RecipeFile));

    /// <summary>The run's checkpoints.</summary>
    public CheckpointStore Checkpoints => new(System.IO.Path.Join(Path, "checkpoints"), Id);

    /// <summary>Averages of its generator, stored on the way.</summary>
    public AverageStore Averages => new(System.IO.Path.Join(Path, "averages"));

    /// <summary>The run's id, or empty when the file that holds it is lost.</summary>
    public string Id => Read(EnvironmentFile)?["run"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : "";

    /// <summary>How the run stands, as its process last said; empty when unknown.</summary>
    public JsonObject Status => Read(StatusFile) ?? [];

    /// <summary>What the run was made with.</summary>
    public JsonObject Environment => Read(EnvironmentFile) ?? [];

    /// <summary>Where the run was begun; the processor when unknown.</summary>
    public Torch.Device Device => Torch.Device.TryParse(Environment["device"]?.ToString(), out var device) ? device : Torch.Device.Cpu;

    /// <summary>Whether the run was begun with kernels that repeat their bits alone.</summary>
    public bool IsDeterministic => Environment["deterministic"] is JsonValue value && value.TryGetValue<bool>(out var asked) && asked;

    /// <summary>The line that repeats the run.</summary>
    public string Command => TryRead(CommandFile)?.Trim() ?? "";

    /// <summary>The run's recipe, without the origins of its values.</summary>
    /// <exception cref="AdversaException">ADV2021: it cannot be read.</exception>
    public JsonObject Recipe => RecipePage.From(Name, RecipeText.Read(System.IO.Path.Join(Path, RecipeFile))).Values;

    /// <summary>When the run was begun, in UTC as ISO 8601; empty when unknown.</summary>
    public string Started => Environment["started"]?.ToString() ?? "";

    /// <summary>Runs below a folder, the one begun last first.</summary>
    /// <param name="runs">The folder, usually <c>runs</c>.</param>
    public static IReadOnlyList<RunFolder> List(string runs) => !Directory.Exists(runs) ? [] :
        [.. Directory.EnumerateDirectories(runs).Select(path => new RunFolder(path)).Where(run => run.IsRun)
            .OrderByDescending(run => run.Started, StringComparer.Ordinal).ThenByDescending(run => run.Name, StringComparer.Ordinal)];

    /// <summary>Finds a run by folder, by its name or a unique beginning of it, or as <c>latest</c>.</summary>
    /// <param name="runs">Where runs are.</param>
    /// <param name="name">What the user wrote.</param>
    /// <exception cref="AdversaException">ADV2005: none, or more than one; the message lists them.</exception>
    public static RunFolder Find(string runs, string name)
    {
        if (name != "latest" && Directory.Exists(name))
            return new RunFolder(name) is { IsRun: true } here ? here : throw None(Words.IsFolderWithoutRunNo(name, RecipeFile), []);
        var all = List(runs);
        if (name == "latest") return all.Count > 0 ? all[0] : throw None(Words.IsNoRunYet(runs), []);
        if (all.FirstOrDefault(run => run.Name == name) is { } same) return same;
        var found = all.Where(run => run.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        if (found.Count == 0) found = [.. all.Where(run => run.Name.Contains(name, StringComparison.Ordinal))];
        return found.Count == 1 ? found[0]
            : found.Count > 1 ? throw None(Words.FitsRuns(name, found.Count), found)
            : throw None(Words.IsNoRun(name, runs), all);
    }

    /// <summary>A free name for a new run: <c>2026-11-21_2315-dcgan-digits</c>.</summary>
    /// <param name="runs">Where runs are.</param>
    /// <param name="label">What it trains, such as <c>dcgan-digits</c>.</param>
    public static string NewPath(string runs, string label)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd_HHmmss}-{label}");
        var path = System.IO.Path.Join(runs, name);
        for (var i = 2; Directory.Exists(path); i++) path = System.IO.Path.Join(runs, string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"));
        return path;
    }

    /// <summary>Writes the recipe with the origin of each value.</summary>
    internal void WriteRecipe(Recipe recipe, IReadOnlyDictionary<string, string>? origins)
    {
        var json = recipe.ToJson();
        var origin = origins is null ? (RecipeText.Read(System.IO.Path.Join(Path, RecipeFile))["origin"] as JsonObject)?.DeepClone() as JsonObject
            : new JsonObject(origins.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value))));
        if (origin is not null) json["origin"] = origin;
        Replace(RecipeFile, json);
    }

    internal void WriteEnvironment(JsonObject environment) => Replace(EnvironmentFile, environment);

    internal void WriteStatus(JsonObject status) => Replace(StatusFile, status, durable: false);

    internal void WriteCommand(string command) => File.WriteAllText(System.IO.Path.Join(Path, CommandFile), command + "\n");

    private void Replace(string file, JsonObject json, bool durable = true) => AtomicFile.Write(System.IO.Path.Join(Path, file), durable, stream =>
    {
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true })) json.WriteTo(writer);
        stream.WriteByte((byte)'\n');
    });

    private JsonObject? Read(string file)
    {
        try
        {
            return TryRead(file) is { } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Join(Path, file));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return null;
        }
    }

    private static AdversaException None(Text text, IReadOnlyList<RunFolder> runs)
    {
        var list = string.Join(", ", runs.Take(5).Select(run => run.Name));
        return new(2005, ExitCode.Usage, Words.Joined(text, list.Length > 0 ? Words.Are(list) : Words.StartOneTrainDigits(ShellWords.Me)));
    }
}
