using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adversa.Training.Checkpoints;

/// <summary>A checkpoint's proof of itself: what it belongs to, and the size and SHA-256 of every file. Written last.</summary>
/// <param name="Format">The version of the layout: 1.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Step">Rounds finished.</param>
/// <param name="Update">Optimizer updates done of the round in progress; 0 at a round's boundary.</param>
/// <param name="Images">Real samples shown so far.</param>
/// <param name="Seconds">Seconds trained so far.</param>
/// <param name="EmaHalfLife">Half-life of the average in images; 0 when none is kept.</param>
/// <param name="RecipeHash">SHA-256 of what the recipe builds.</param>
/// <param name="DataFingerprint">The identity of the data.</param>
/// <param name="Schema">One sample.</param>
/// <param name="Files">Name, size and SHA-256 of every other file, sorted by name.</param>
/// <param name="Hash">SHA-256 over all the rest.</param>
/// <param name="ClassNames">The classes by name, in the order of their numbers; null without labels, and in checkpoints of versions that kept none.</param>
public sealed record CheckpointManifest(int Format, string Run, long Step, long Update, long Images, double Seconds, double EmaHalfLife, string RecipeHash,
    string DataFingerprint, SampleSchema Schema, IReadOnlyList<CheckpointFile> Files, string Hash,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ClassNames = null)
{
    /// <summary>Images by which the average counts, each round's batch once; null in checkpoints of runs that counted every batch, where it is <see cref="Images"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AveragedImages { get; init; }

    /// <summary>The layout that this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The folder's name: <c>step-000500</c>, or <c>step-000500-u0003</c> within a round.</summary>
    [JsonIgnore]
    public string FolderName => NameOf(Step, Update);

    /// <summary>The folder's name for a point of the run.</summary>
    /// <param name="step">Rounds finished.</param>
    /// <param name="update">Updates of the round in progress.</param>
    public static string NameOf(long step, long update) => update == 0
        ? string.Create(CultureInfo.InvariantCulture, $"step-{step:D6}")
        : string.Create(CultureInfo.InvariantCulture, $"step-{step:D6}-u{update:D4}");

    /// <summary>The manifest with its hash filled in.</summary>
    public CheckpointManifest Signed() => this with { Hash = ComputeHash() };

    /// <summary>SHA-256 over everything but the hash itself.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this with { Hash = "" }, CheckpointJson.Default.CheckpointManifest))));
}

/// <summary>One file of a checkpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record CheckpointFile(string Name, long Size, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CheckpointManifest))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
