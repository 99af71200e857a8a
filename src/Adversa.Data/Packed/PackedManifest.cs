using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adversa.Data.Packed;

/// <summary>What stands beside the arrays of a packed set: what they are, where they come from, and a hash of every part.</summary>
/// <param name="Version">Of this layout; 1, or 2 with fields beside a label and attributes.</param>
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
    /// <summary>The layout of pictures or points with at most a label and attributes.</summary>
    public const int Present = 1;

    /// <summary>The layout of samples with other fields.</summary>
    public const int WithFields = 2;

    /// <summary>The member of the safetensors metadata that holds the manifest.</summary>
    public const string Key = "adversa.packed";

    /// <summary>What one sample is.</summary>
    [JsonIgnore]
    public SampleSchema Schema => Sample ?? new(Kind, Channels, Height, Width, Classes) { Attributes = Attributes };

    /// <summary>One sample, where it has other fields than a label and attributes; null else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleSchema? Sample { get; init; }

    /// <summary>The hashes of the fields behind the first, by the name of their array; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, PackedHashes>? Columns { get; init; }

    /// <summary>Begins the manifest of some samples.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="plan">SHA-256 over the list of files and the options.</param>
    /// <param name="bad">Files that are left out.</param>
    /// <param name="skipped">Entries that are no pictures.</param>
    public static PackedManifest Of(ISampleSource source, string plan, IReadOnlyList<BadFile> bad, long skipped)
    {
        var schema = source.Schema;
        var isPlain = PackedColumn.Of(schema).Count == 1 && schema.Kind is FieldKind.Image or FieldKind.Points;
        return new(isPlain ? Present : WithFields, schema.Kind, schema.Channels, schema.Height, schema.Width, schema.Classes, source.ClassNames, schema.Attributes,
            source.Name, plan, bad, skipped, 0, [], [], source.Notes is { Count: > 0 } notes ? notes : null) { Sample = isPlain ? null : schema };
    }

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

/// <summary>The hashes of a column's blocks.</summary>
/// <param name="Samples">Samples of a block.</param>
/// <param name="Blocks">SHA-256 of each, in order.</param>
public sealed record PackedHashes(int Samples, string[] Blocks);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PackedManifest))]
internal sealed partial class PackedJson : JsonSerializerContext;
