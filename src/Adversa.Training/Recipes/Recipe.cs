using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Adversa.Data.Augmenting;
using Adversa.Models;
using Adversa.Training.Diagnostics;

namespace Adversa.Training.Recipes;

/// <summary>Everything needed to rerun one run.</summary>
/// <param name="Variant">The system's id.</param>
/// <param name="Preset">The named options that it starts from; empty takes the one that fits the data.</param>
/// <param name="Options">The system's options, complete once resolved.</param>
/// <param name="Data">What to learn from: a path or the name of a world.</param>
/// <param name="Size">Side of the pictures in pixels, 8 to 1024; 0 takes the data's own.</param>
/// <param name="Batch">Samples in a batch, 2 to 65536; left out, the preset's.</param>
/// <param name="Steps">Rounds of turns, 1 to 10^9; left out, the preset's.</param>
/// <param name="Minutes">Stops after so many minutes, up to 100,000; 0 sets no limit. Schedules count steps all the same.</param>
/// <param name="Seed">Decides weights, noise and order; from -2^62 + 1 to 2^62 - 1.</param>
/// <param name="EmaHalfLife">Half-life of the generator's average in images, of which a round has as many as an update takes, whatever the critic's repeats; 0 to 10^9; 0 keeps none.</param>
/// <param name="Threads">Threads of one operation, 0 to 1024; 0 takes all cores.</param>
/// <param name="CheckpointEvery">Steps between checkpoints; 0 makes about ten in a run; with a time limit, by time.</param>
/// <param name="SampleEvery">Steps between pictures; 0 makes about forty in a run; with a time limit, by time.</param>
/// <param name="LogEvery">Steps between lines of the log, 1 to 10^6.</param>
/// <param name="Augment">How pictures are varied each time they are shown; left out, not at all. Complete once resolved.</param>
/// <param name="Techniques">What a two-player game is trained with beside its losses; left out, the preset's. Complete once resolved.</param>
/// <param name="Schedule">What becomes of the learning rates; left out, they stay.</param>
/// <param name="From">The folder of the run whose weights this one begins with; left out, none.</param>
/// <param name="Source">That run as it stood then; written when the run begins.</param>
/// <param name="Accumulate">Batches whose gradients an update averages, 1 to 1024; left out, 1.</param>
/// <param name="Doctor">How the run is watched; left out, it is watched. Complete once resolved.</param>
public sealed record Recipe(string Variant = "", string Preset = "", JsonObject? Options = null, string Data = "", int Size = 0, int Batch = 0, long Steps = 0,
    double Minutes = 0, long Seed = 0, double EmaHalfLife = 2000, int Threads = 0, long CheckpointEvery = 0, long SampleEvery = 0, int LogEvery = 10,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Augmentation? Augment = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Techniques? Techniques = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Schedule? Schedule = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Accumulate = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SourceRun? Source = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DoctorOptions? Doctor = null)
{
    /// <summary>So many steps mean: until the time is over.</summary>
    public const long EndlessSteps = 1_000_000_000;

    /// <summary>The largest seed, and without its sign the smallest: what is drawn from seeds beside it still fits 64 bits.</summary>
    public const long MostSeed = long.MaxValue / 2;

    /// <summary>The members that a recipe may have.</summary>
    public static IReadOnlyList<string> Members { get; } = [.. new Recipe(Options: [], Augment: new(), Techniques: new(), Schedule: new(), Accumulate: 1,
        From: "", Source: new("", 0, new(FieldKind.Points, 1), []), Doctor: new()).ToJson().Select(pair => pair.Key)];

    /// <summary>Whether only a time limit ends the run.</summary>
    internal bool HasNoEnd => Minutes > 0 && Steps == EndlessSteps;

    /// <summary>How pictures are varied, all zeros when nobody said.</summary>
    internal Augmentation Variation => Augment ?? new();

    /// <summary>The techniques, all off when nobody said.</summary>
    internal Techniques Game => Techniques ?? new();

    /// <summary>What becomes of the learning rates, constant when nobody said.</summary>
    internal Schedule Rates => Schedule ?? new();

    /// <summary>Batches in an update.</summary>
    internal int Parts => Accumulate ?? 1;

    /// <summary>How the run is watched.</summary>
    internal DoctorOptions Care => Doctor ?? new();

    /// <summary>Every value that cannot be.</summary>
    /// <param name="schema">The samples; null checks what needs none.</param>
    public IEnumerable<Problem> Validate(SampleSchema? schema = null) =>
    [
        .. Check.Range("size", Size, Size == 0 ? 0 : 8, 1024),
        .. Check.Range("batch", Batch, 2, 65_536),
        .. Check.Range("steps", Steps, 1, EndlessSteps),
        .. Check.Range("minutes", Minutes, 0, 100_000),
        .. Check.Range("emaHalfLife", EmaHalfLife, 0, 1e9),
        .. Check.That("seed", Seed is >= -MostSeed and <= MostSeed, new($"seed is {Seed}; it must be a whole number from {-MostSeed} to {MostSeed}.", $"seed es {Seed}; debe ser un entero de {-MostSeed} a {MostSeed}.")),
        .. Check.Range("threads", Threads, 0, 1024),
        .. Check.Range("checkpointEvery", CheckpointEvery, HasNoEnd ? 0 : 1, EndlessSteps),
        .. Check.Range("sampleEvery", SampleEvery, HasNoEnd ? 0 : 1, EndlessSteps),
        .. Check.Range("logEvery", LogEvery, 1, 1_000_000),
        .. Variation.Problems(schema).Select(p => new Problem($"augment.{p.Part}", p.Problem)),
        .. Rates.Problems(this),
        .. Check.Range("accumulate", Parts, 1, 1024),
        .. Care.Problems(),
    ];

    /// <summary>SHA-256 of what decides the numbers: a resumed run must agree in it. Cadences, threads and length may change.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        this with { Preset = "", Steps = 0, Minutes = 0, Threads = 0, CheckpointEvery = 0, SampleEvery = 0, LogEvery = 0, Data = "",
            Augment = Variation.IsOff ? null : Augment, Techniques = Game.IsOff ? null : Techniques,
            Schedule = Rates.IsConstant ? null : Schedule, Accumulate = Parts == 1 ? null : Accumulate, From = null, Doctor = Care.Mode == DoctorMode.Act ? Doctor : null }, RecipeJson.Default.Recipe))));

    /// <summary>The recipe as JSON, complete.</summary>
    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, RecipeJson.Default.Recipe)!.AsObject();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Recipe))]
internal sealed partial class RecipeJson : JsonSerializerContext;
