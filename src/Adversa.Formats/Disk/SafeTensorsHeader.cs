using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Adversa.Formats.Disk;

/// <summary>One array of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">The type of its elements as the format spells it, such as <c>F32</c> or <c>U8</c>.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last.</param>
public sealed record SafeTensorsEntry(string Name, string DType, long[] Shape, long Begin, long End);

/// <summary>The part of a safetensors file that says what is in it: <c>u64 header length | JSON header | data</c>.</summary>
/// <remarks>The format of huggingface/safetensors. The reader refuses anything that is not exactly that, before a byte of the data is believed.</remarks>
/// <param name="Entries">The arrays in the order of their bytes: no hole, no overlap, nothing behind the last.</param>
/// <param name="Metadata">Texts beside them.</param>
/// <param name="Start">Where the data begins in the file.</param>
public sealed record SafeTensorsHeader(IReadOnlyList<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata, long Start)
{
    private const int MaxHeader = 100_000_000;
    private const string MetadataKey = "__metadata__";

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["F32"] = 4, ["F64"] = 8, ["F16"] = 2, ["BF16"] = 2, ["I64"] = 8, ["I32"] = 4, ["I16"] = 2, ["I8"] = 1, ["U8"] = 1, ["BOOL"] = 1,
    };

    /// <summary>Whether a file begins like one of safetensors.</summary>
    /// <param name="head">Its first bytes; 9 or more.</param>
    public static bool Begins(ReadOnlySpan<byte> head) => head.Length >= 9 && head[8] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(head) is > 0 and < MaxHeader;

    /// <summary>Lays arrays behind each other.</summary>
    /// <param name="arrays">Name, type and shape, in the order of the file; distinct names other than <c>__metadata__</c>.</param>
    /// <exception cref="ArgumentException">Two arrays have one name, or one has the name of the metadata.</exception>
    public static IReadOnlyList<SafeTensorsEntry> Layout(IEnumerable<(string Name, string DType, long[] Shape)> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        var (entries, names) = (new List<SafeTensorsEntry>(), new HashSet<string>(StringComparer.Ordinal));
        long offset = 0;
        foreach (var (name, dtype, shape) in arrays)
        {
            if (name == MetadataKey || !names.Add(name))
                throw new ArgumentException($"A safetensors file needs distinct names other than {MetadataKey}; got {name}.", nameof(arrays));
            var end = checked(offset + shape.Aggregate((long)Sizes[dtype], (bytes, size) => checked(bytes * size)));
            entries.Add(new(name, dtype, shape, offset, end));
            offset = end;
        }

        return entries;
    }

    /// <summary>The first bytes of a file: length and header, padded with blanks to a multiple of 8.</summary>
    /// <param name="entries">From <see cref="Layout"/>.</param>
    /// <param name="metadata">Texts to store; sorted by key.</param>
    public static byte[] Write(IReadOnlyList<SafeTensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(MetadataKey);
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, value);
                json.WriteEndObject();
            }

            foreach (var entry in entries) Write(json, entry);
            json.WriteEndObject();
        }

        var bytes = new byte[8 + (buffer.WrittenCount + 7) / 8 * 8];
        bytes.AsSpan(8).Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)bytes.Length - 8);
        buffer.WrittenSpan.CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    /// <summary>Reads and checks a header.</summary>
    /// <param name="stream">The whole file; can seek.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="exit">What damage means to the caller: <see cref="ExitCode.Data"/> for a file from outside, <see cref="ExitCode.Checkpoint"/> for ours.</param>
    /// <exception cref="AdversaException">ADV6001: the file is not what the format says; the message names the offending thing.</exception>
    public static SafeTensorsHeader Read(Stream stream, string name, ExitCode exit = ExitCode.Data)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var prefix = new byte[8];
        if (stream.Length < 8) throw Bad(name, exit, Words.HasBytesHeaderNeedsAndMore(stream.Length));
        stream.Position = 0;
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is 0 or > MaxHeader || (long)length > stream.Length - 8)
            throw Bad(name, exit, Words.HeaderWouldHaveBytes(length));
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        if (bytes[0] != '{') throw Bad(name, exit, Words.HeaderDoesNotBegin);
        var start = 8 + (long)length;
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var entries = new List<SafeTensorsEntry>();
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataKey) ReadMetadata(property.Value, metadata);
                else entries.Add(ReadEntry(property));
            }

            return new(Covering(entries, stream.Length - start), metadata, start);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidOperationException or DecoderFallbackException or KeyNotFoundException)
        {
            throw Bad(name, exit, Text.Same(e.Message.TrimEnd('.').ReplaceLineEndings(" ")));
        }
    }

    /// <summary>The error for a file that is not what the format says.</summary>
    /// <param name="name">The file.</param>
    /// <param name="exit">What damage means to the caller.</param>
    /// <param name="text">What is wrong.</param>
    public static AdversaException Bad(string name, ExitCode exit, Text text) => new(6001, exit, Words.IsNotSafetensorsFile(name, text));

    private static void Write(Utf8JsonWriter json, SafeTensorsEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", entry.DType);
        json.WriteStartArray("shape");
        foreach (var size in entry.Shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(entry.Begin);
        json.WriteNumberValue(entry.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ReadMetadata(JsonElement value, Dictionary<string, string> metadata)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException($"{MetadataKey} is {value.ValueKind} and must be an object of texts");
        foreach (var text in value.EnumerateObject())
            metadata.Add(text.Name, text.Value.ValueKind == JsonValueKind.String
                ? text.Value.GetString()!
                : throw new FormatException($"{text.Name} in {MetadataKey} is {text.Value.ValueKind} and must be a text"));
    }

    private static SafeTensorsEntry ReadEntry(JsonProperty property)
    {
        var value = property.Value;
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException($"{property.Name} is {value.ValueKind} and must be an object");
        if (value.EnumerateObject().Count() != 3) throw new FormatException($"{property.Name} must have dtype, shape and data_offsets, and nothing else");
        var dtype = Member(property, "dtype", JsonValueKind.String).GetString()!;
        if (!Sizes.TryGetValue(dtype, out var element)) throw new FormatException($"{property.Name} has the unknown dtype {dtype}");
        long[] shape = [.. Member(property, "shape", JsonValueKind.Array).EnumerateArray().Select(size => Whole(property.Name, size))];
        long[] offsets = [.. Member(property, "data_offsets", JsonValueKind.Array).EnumerateArray().Select(offset => Whole(property.Name, offset))];
        if (shape.Length > 8 || shape.Any(size => size < 0)) throw new FormatException($"{property.Name} has the shape [{string.Join(", ", shape)}]");
        if (offsets is not [>= 0, _] || offsets[1] < offsets[0]) throw new FormatException($"{property.Name} has the offsets [{string.Join(", ", offsets)}]");
        if (!Fits(element, shape)) throw new FormatException($"{property.Name} has the shape [{string.Join(", ", shape)}], which is more than can be counted");
        var expected = shape.Aggregate((long)element, (bytes, size) => bytes * size);
        if (expected != offsets[1] - offsets[0]) throw new FormatException($"{property.Name} needs {expected} bytes and has {offsets[1] - offsets[0]}");
        return new(property.Name, dtype, shape, offsets[0], offsets[1]);
    }

    private static JsonElement Member(JsonProperty entry, string name, JsonValueKind kind) =>
        entry.Value.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new FormatException($"{entry.Name} needs a member {name} that is {kind}");

    private static long Whole(string name, JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var whole)
            ? whole
            : throw new FormatException($"{name} holds {number.GetRawText()} where a whole number is expected");

    /// <summary>Whether the bytes fit 64 bits; strides are products of the other lengths, so a length of 0 excuses nothing.</summary>
    private static bool Fits(long bytes, long[] shape)
    {
        foreach (var size in shape)
            if (size > 0 && Math.BigMul(bytes, size, out bytes) != 0 | bytes < 0) return false;
        return true;
    }

    /// <summary>The arrays by place: no hole, no overlap, no trailing byte.</summary>
    private static List<SafeTensorsEntry> Covering(List<SafeTensorsEntry> entries, long bytes)
    {
        long end = 0;
        List<SafeTensorsEntry> sorted = [.. entries.OrderBy(e => e.Begin).ThenBy(e => e.End).ThenBy(e => e.Name, StringComparer.Ordinal)];
        foreach (var entry in sorted)
        {
            if (entry.Begin != end) throw new FormatException($"{entry.Name} begins at {entry.Begin}, where {end} was expected");
            end = entry.End;
        }

        return end == bytes ? sorted : throw new FormatException($"its tensors cover {end} bytes of data, the file has {bytes}");
    }
}
