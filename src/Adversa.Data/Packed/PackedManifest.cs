using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adversa.Data.Packed;

/// <summary>What stands beside the arrays of a packed set: what they are, where they come from, and a hash of every part.</summary>
/// <param name="Version">Of this layout; 1.</param>
/// <param name="Kind">Pictures or points.</param>
/// <param name="Channels">1 or 3 for pictures; coordinates of a point.</param>
/// <param name="Height">Rows of a picture; 1 for a point.</param>
/// <param name="Width">Columns of a picture; 1 for a point.</param>
/// <param name="Classes">Number of classes; 0 without labels.</param>
/// <param name="ClassNames">The classes by name; may be empty.</param>
/// <param name="Attributes">What is known about each sample beside its class.</param>
/// <param name="Source">What was packed, as people name it.</param>
/// <param name="Plan">SHA-256 over the list of files and the options: the same plan gives the same file.</param>
/// <param name="Bad">Files that were left out, with reasons.</param>
/// <param name="Skipped">Entries that are no pictures.</param>
/// <param name="BlockSamples">Samples whose bytes share one hash.</param>
/// <param name="BlockHashes">SHA-256 of each block of samples, in order.</param>
/// <param name="ArrayHashes">SHA-256 of each other array, by name.</param>
/// <param name="Notes">What the user was told of the data when it was packed; null for nothing.</param>
public sealed record PackedManifest(int Version, FieldKind Kind, int Channels, int Height, int Width, int Classes, IReadOnlyList<string> ClassNames,
    IReadOnlyList<SampleAttribute> Attributes, string Source, string Plan, IReadOnlyList<PackedManifest.BadFile> Bad, long Skipped, int BlockSamples,
    string[] BlockHashes, SortedDictionary<string, string> ArrayHashes, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Text>? Notes = null)
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const int Present = 1;

    /// <summary>The member of the safetensors metadata that holds the manifest.</summary>
    public const string Key = "adversa.packed";

    /// <summary>What one sample is.</summary>
    [JsonIgnore]
    public SampleSchema Schema => new(Kind, Channels, Height, Width, Classes) { Attributes = Attributes };

    /// <summary>A file that was left out.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Reason">Why, in English.</param>
    public sealed record BadFile(string Name, string Reason);

    /// <summary>The manifest as text of one line.</summary>
    public string ToText() => JsonSerializer.Serialize(this, PackedJson.Default.PackedManifest);

    /// <summary>Reads the text back.</summary>
    /// <exception cref="JsonException">It is no manifest.</exception>
    public static PackedManifest FromText(string text) => JsonSerializer.Deserialize(text, PackedJson.Default.PackedManifest) ?? throw new JsonException("null");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PackedManifest))]
internal sealed partial class PackedJson : JsonSerializerContext;
