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
            if (json.RootElement.TryGetProperty("fields", out var each))
            {
                var fields = json.RootElement.Deserialize(SchemaJson.Default.Listed)!.Fields;
                foreach (var (field, element) in fields.Zip(each.EnumerateArray())) RequireSpelling(element, field.Kind);
                return new(fields);
            }

            var flat = json.RootElement.Deserialize(SchemaJson.Default.Flat)!;
            RequireSpelling(json.RootElement, flat.Kind);
            var schema = new SampleSchema(flat.Kind, flat.Channels, flat.Height, flat.Width, flat.Classes) { Attributes = flat.Attributes };
            return (schema.Height, schema.Width, schema.Classes) == (flat.Height, flat.Width, flat.Classes) ? schema
                : throw new JsonException($"{flat.Kind} of {flat.Height} rows, {flat.Width} columns and {flat.Classes} classes cannot be.");
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

    /// <summary>The reader of names takes any capitals; a manifest with a flipped bit must not pass for a sound one.</summary>
    private static void RequireSpelling(JsonElement element, FieldKind kind)
    {
        if (element.GetProperty("kind").GetString() is var written && written != kind.ToString()) throw new JsonException($"\"{written}\" is no kind; it is spelt {kind}.");
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
