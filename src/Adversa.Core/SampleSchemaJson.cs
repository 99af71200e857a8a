using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adversa;

/// <summary>A schema in a manifest. One of a picture or a point with at most a label and attributes is written as it always was, so that older versions read it and the hashes of
/// recipes stay; any other one as a list of fields.</summary>
public sealed class SampleSchemaJson : JsonConverter<SampleSchema>
{
    /// <inheritdoc/>
    public override SampleSchema Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            if (json.RootElement.TryGetProperty("fields", out _)) return new(json.RootElement.Deserialize(SchemaJson.Default.Listed)!.Fields);
            var flat = json.RootElement.Deserialize(SchemaJson.Default.Flat)!;
            return new(flat.Kind, flat.Channels, flat.Height, flat.Width, flat.Classes) { Attributes = flat.Attributes };
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or InvalidOperationException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SampleSchema value, JsonSerializerOptions options)
    {
        if (value.IsPlain) JsonSerializer.Serialize(writer, new Flat(value.Kind, value.Channels, value.Height, value.Width, value.Classes) { Attributes = value.Attributes }, SchemaJson.Default.Flat);
        else JsonSerializer.Serialize(writer, new Listed(value.Fields), SchemaJson.Default.Listed);
    }

    internal sealed record Flat(FieldKind Kind, int Channels, int Height, int Width, int Classes)
    {
        public IReadOnlyList<SampleAttribute> Attributes { get; init; } = [];
    }

    internal sealed record Listed(IReadOnlyList<Field> Fields);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SampleSchemaJson.Flat))]
[JsonSerializable(typeof(SampleSchemaJson.Listed))]
internal sealed partial class SchemaJson : JsonSerializerContext;
