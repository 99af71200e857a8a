using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Adversa.Core.Options;
using Adversa.Data;
using Adversa.Data.Augmenting;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Diagnostics;
using Option = Adversa.Core.Options.Option<Adversa.Training.Recipes.Recipe>;

namespace Adversa.Training.Recipes;

/// <summary>Everything needed to rerun one run.</summary>
/// <param name="Variant">The system's id.</param>
/// <param name="Preset">The named options that it starts from; empty takes the one that fits the data.</param>
/// <param name="Options">The system's options, complete once resolved.</param>
/// <param name="Data">What to learn from: a path or the name of a world.</param>
/// <param name="Size">Width and height of the pictures in pixels, each from 8 to 1024, a number for a square; left out, the data's own.</param>
/// <param name="Batch">Samples in a batch, 1 to 65536, and 2 or more for most systems; left out, the preset's.</param>
/// <param name="Steps">Rounds of turns, 1 to 10^9; left out, the preset's.</param>
/// <param name="Minutes">Stops after so many minutes, up to 100,000; 0 sets no limit. Schedules count steps all the same.</param>
/// <param name="Seed">Decides weights, noise and order; from -2^62 + 1 to 2^62 - 1.</param>
/// <param name="EmaHalfLife">Half-life of the generator's average in images, of which a round has as many as an update takes, whatever the critic's repeats; 0 to 10^9; 0 keeps none.</param>
/// <param name="Threads">Threads of one operation, 0 to 1024; 0 takes all cores.</param>
/// <param name="CheckpointEvery">Steps between checkpoints; 0 makes about ten in a run; with a time limit, by time.</param>
/// <param name="SampleEvery">Steps between pictures; 0 makes about forty in a run; with a time limit, by time.</param>
/// <param name="LogEvery">Steps between lines of the log, 1 to 10^6.</param>
/// <param name="Accumulate">Batches whose gradients an update averages, 1 to 1024.</param>
/// <param name="Precision">In which numbers layers compute their products while they are trained; samples and judges are single precision.</param>
/// <param name="Averages">Points of the run at which two averages of the generator over the whole training are stored, so that <c>--ema</c> can choose a length afterwards, 0 to 100; 0 keeps none.</param>
/// <param name="From">The folder of the run whose weights this one begins with; left out, none.</param>
/// <param name="Source">That run as it stood then; written when the run begins.</param>
public sealed record Recipe(string Variant = "", string Preset = "", JsonObject? Options = null, string Data = "", PictureSize? Size = null, int Batch = 0, long Steps = 0,
    double Minutes = 0, long Seed = 0, double EmaHalfLife = 2000, int Threads = 0, long CheckpointEvery = 0, long SampleEvery = 0, int LogEvery = 10,
    int Accumulate = 1, Precision Precision = Precision.Fp32, int Averages = 20, string? From = null, SourceRun? Source = null)
{
    /// <summary>So many steps mean: until the time is over.</summary>
    public const long EndlessSteps = 1_000_000_000;

    /// <summary>The largest seed, and without its sign the smallest: what is drawn from seeds beside it still fits 64 bits.</summary>
    public const long MostSeed = long.MaxValue / 2;

    /// <summary>Each member said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<Recipe> List { get; } = new(new Recipe(),
    [
        Option.Word("variant", r => r.Variant, (r, x) => r with { Variant = x }),
        Option.Word("preset", r => r.Preset, (r, x) => r with { Preset = x }),
        Option.Object("options", r => r.Options, (r, x) => r with { Options = x }),
        Option.Word("data", r => r.Data, (r, x) => r with { Data = x }),
        Option.Size("size", r => r.Size, (r, x) => r with { Size = x }, 8, 1024),
        Option.Int("batch", r => r.Batch, (r, x) => r with { Batch = x }, 1, 65_536),
        Option.Long("steps", r => r.Steps, (r, x) => r with { Steps = x }, 1, EndlessSteps),
        Option.Real("minutes", r => r.Minutes, (r, x) => r with { Minutes = x }, 0, 100_000),
        Option.Long("seed", r => r.Seed, (r, x) => r with { Seed = x }, -MostSeed, MostSeed),
        Option.Real("emaHalfLife", r => r.EmaHalfLife, (r, x) => r with { EmaHalfLife = x }, 0, 1e9),
        Option.Int("threads", r => r.Threads, (r, x) => r with { Threads = x }, 0, 1024),
        Option.Long("checkpointEvery", r => r.CheckpointEvery, (r, x) => r with { CheckpointEvery = x }, 0, EndlessSteps),
        Option.Long("sampleEvery", r => r.SampleEvery, (r, x) => r with { SampleEvery = x }, 0, EndlessSteps),
        Option.Int("logEvery", r => r.LogEvery, (r, x) => r with { LogEvery = x }, 1, 1_000_000),
        Option.Record("augment", Augmentation.List, r => r.Augment, (r, x) => r with { Augment = x }),
        Option.Record("techniques", Models.Techniques.List, r => r.Techniques, (r, x) => r with { Techniques = x }),
        Option.Record("schedule", Recipes.Schedule.List, r => r.Schedule, (r, x) => r with { Schedule = x }, isLeftOut: schedule => schedule == new Schedule()),
        Option.Int("accumulate", r => r.Accumulate, (r, x) => r with { Accumulate = x }, 1, 1024),
        Option.Choice("precision", r => r.Precision, (r, x) => r with { Precision = x }),
        Option.Int("averages", r => r.Averages, (r, x) => r with { Averages = x }, 0, 100),
        Option.Word("from", r => r.From, (r, x) => r with { From = x }),
        Option.Json("source", RecipeJson.Default.SourceRun, r => r.Source, (r, x) => r with { Source = x }),
        Option.Record("doctor", DoctorOptions.List, r => r.Doctor, (r, x) => r with { Doctor = x }),
    ], "");

    /// <summary>How pictures are varied each time they are shown; not at all by default.</summary>
    public Augmentation Augment { get; init; } = new();

    /// <summary>What a two-player game is trained with beside its losses; left out, the preset's.</summary>
    public Techniques Techniques { get; init; } = new();

    /// <summary>What becomes of the learning rates; they stay by default.</summary>
    public Schedule Schedule { get; init; } = new();

    /// <summary>How the run is watched.</summary>
    public DoctorOptions Doctor { get; init; } = new();

    /// <summary>Whether only a time limit ends the run.</summary>
    internal bool HasNoEnd => Minutes > 0 && Steps == EndlessSteps;

    /// <summary>Reads a recipe; what is missing takes its default.</summary>
    /// <param name="json">The recipe.</param>
    /// <exception cref="AdversaException">ADV2020: a member is unknown, null, twice there or of another type.</exception>
    public static Recipe FromJson(JsonObject json) => List.Read(json, "a recipe");

    /// <summary>Every value that cannot be.</summary>
    /// <param name="schema">The samples; null checks what needs none.</param>
    public IEnumerable<Problem> Validate(SampleSchema? schema = null) => [.. List.Problems(this), .. Augment.Problems(schema), .. Schedule.Problems(this), .. Doctor.Problems()];

    /// <summary>SHA-256 of what decides the numbers: a resumed run must agree in it. Cadences, threads and length may change.</summary>
    public string Hash()
    {
        var json = (this with { Preset = "", Steps = 0, Minutes = 0, Threads = 0, CheckpointEvery = 0, SampleEvery = 0, LogEvery = 0, Data = "" }).ToJson();
        (string Key, bool IsSilent)[] parts = [("augment", Augment.IsOff), ("techniques", Techniques.IsOff), ("schedule", Schedule.IsConstant), ("accumulate", Accumulate == 1), ("precision", Precision == Precision.Fp32), ("averages", true), ("from", true), ("doctor", Doctor.Mode != DoctorMode.Act)];
        foreach (var part in parts.Where(part => part.IsSilent)) json.Remove(part.Key);
        if (Doctor.WhenCopying == WhenCopying.GoOn) (json["doctor"] as JsonObject)?.Remove("whenCopying");      // there was no such member once
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Indented = true })) json.WriteTo(writer);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    /// <summary>Its data with the test part, each opened when first asked for.</summary>
    /// <param name="train">What is learned from, where it is open already; it stays the caller's.</param>
    public RunData OpenData(ISampleSource? train = null) => new(Data, Size, train) { IsApart = VariantCatalog.Find(Variant)?.Needs.Also.Any(need => need.IsApart) == true };

    /// <summary>The recipe as JSON, complete.</summary>
    public JsonObject ToJson() => List.Write(this);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SourceRun))]
internal sealed partial class RecipeJson : JsonSerializerContext;
