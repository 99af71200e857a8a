using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Adversa.Torch.Disk;

/// <summary>Named arrays in a file that can be checked before a byte of it is believed: <c>u64 header length | JSON header | data</c>.</summary>
/// <remarks>The format of huggingface/safetensors. The reader refuses anything that is not exactly that; the writer sorts by name, so equal
/// tensors give equal bytes.</remarks>
public static class SafeTensors
{
    private const int MaxHeader = 100_000_000;
    private const string MetadataKey = "__metadata__";

    private static readonly (string Name, DType DType)[] DTypeNames =
    [
        ("F32", DType.Float32), ("F64", DType.Float64), ("F16", DType.Float16), ("BF16", DType.BFloat16), ("I64", DType.Int64), ("I32", DType.Int32),
        ("I16", DType.Int16), ("I8", DType.Int8), ("U8", DType.UInt8), ("BOOL", DType.Bool),
    ];

    /// <summary>Writes tensors.</summary>
    /// <param name="stream">Gets the file from its present position on.</param>
    /// <param name="tensors">The tensors by name; on any device.</param>
    /// <param name="metadata">Texts to store beside them.</param>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var sorted = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        for (var i = 0; i < sorted.Count; i++)
            if (sorted[i].Key == MetadataKey || (i > 0 && sorted[i].Key == sorted[i - 1].Key))
                throw new ArgumentException($"A safetensors file needs distinct names other than {MetadataKey}; got {sorted[i].Key}.", nameof(tensors));
        var header = Header(sorted, metadata);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, tensor) in sorted) stream.Write(tensor.ToBytes());
    }

    /// <summary>Reads a file into tensors on the CPU, in memory that libtorch owns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exit">What a damaged file means to the caller: <see cref="ExitCode.Data"/> for one from outside, <see cref="ExitCode.Checkpoint"/> for ours.</param>
    /// <exception cref="AdversaException">ADV6001: the file is not what the format says; the message names the offending thing.</exception>
    public static SafeTensorsFile Read(string path, ExitCode exit = ExitCode.Data)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path, exit);
    }

    /// <inheritdoc cref="Read(string, ExitCode)"/>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="exit">What damage means to the caller.</param>
    public static SafeTensorsFile Read(Stream stream, string name, ExitCode exit = ExitCode.Data)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (entries, metadata, start) = ReadHeader(stream, name, exit);
        var tensors = new OrderedDictionary<string, Tensor>();
        var file = new SafeTensorsFile(tensors, metadata);
        try
        {
            foreach (var entry in entries.OrderBy(e => e.Begin).ThenBy(e => e.Name, StringComparer.Ordinal))
            {
                var bytes = new byte[entry.End - entry.Begin];
                stream.Position = start + entry.Begin;
                stream.ReadExactly(bytes);
                if (entry.DType == DType.Bool && bytes.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)1))     // a bool of another value is undefined in C++
                    throw Bad(name, exit, $"{entry.Name} is BOOL and holds bytes other than 0 and 1", $"{entry.Name} es BOOL y contiene bytes distintos de 0 y 1");
                tensors.Add(entry.Name, Tensor.FromBytes(bytes, entry.DType, entry.Shape));
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    private static AdversaException Bad(string name, ExitCode exit, string english, string spanish) => new(6001, exit, new(
        $"{name} is not a safetensors file: {english}.", $"{name} no es un archivo safetensors: {spanish}."));

    private sealed record Entry(string Name, DType DType, long[] Shape, long Begin, long End);

    private static byte[] Header(List<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
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

            long offset = 0;
            foreach (var (name, tensor) in tensors)
            {
                var end = checked(offset + tensor.Elements * tensor.DType.Size());
                json.WriteStartObject(name);
                json.WriteString("dtype", DTypeNames.Single(pair => pair.DType == tensor.DType).Name);
                json.WriteStartArray("shape");
                foreach (var size in tensor.Shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                offset = end;
            }

            json.WriteEndObject();
        }

        var padded = new byte[(buffer.WrittenCount + 7) / 8 * 8];
        padded.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(padded);
        return padded;
    }

    private static (List<Entry> Entries, Dictionary<string, string> Metadata, long Start) ReadHeader(Stream stream, string name, ExitCode exit)
    {
        var prefix = new byte[8];
        if (stream.Length < 8) throw Bad(name, exit, $"it has {stream.Length} bytes, a header needs 8 and more", $"tiene {stream.Length} bytes y la cabecera necesita más de 8");
        stream.Position = 0;
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is 0 or > MaxHeader || (long)length > stream.Length - 8)
            throw Bad(name, exit, $"the header would have {length} bytes", $"la cabecera tendría {length} bytes");
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        if (bytes[0] != '{') throw Bad(name, exit, "the header does not begin with {", "la cabecera no empieza por {");
        var start = 8 + (long)length;
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var entries = new List<Entry>();
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataKey) ReadMetadata(property.Value, metadata);
                else entries.Add(ReadEntry(property));
            }

            CheckCoverage(entries, stream.Length - start);
            return (entries, metadata, start);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidOperationException or DecoderFallbackException or KeyNotFoundException)
        {
            throw Bad(name, exit, e.Message.TrimEnd('.').ReplaceLineEndings(" "), e.Message.TrimEnd('.').ReplaceLineEndings(" "));
        }
    }

    private static void ReadMetadata(JsonElement value, Dictionary<string, string> metadata)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException($"{MetadataKey} is {value.ValueKind} and must be an object of texts");
        foreach (var text in value.EnumerateObject())
            metadata.Add(text.Name, text.Value.ValueKind == JsonValueKind.String
                ? text.Value.GetString()!
                : throw new FormatException($"{text.Name} in {MetadataKey} is {text.Value.ValueKind} and must be a text"));
    }

    private static Entry ReadEntry(JsonProperty property)
    {
        var value = property.Value;
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException($"{property.Name} is {value.ValueKind} and must be an object");
        if (value.EnumerateObject().Count() != 3) throw new FormatException($"{property.Name} must have dtype, shape and data_offsets, and nothing else");
        var dtypeName = Member(property, "dtype", JsonValueKind.String).GetString();
        var dtype = DTypeNames.Where(pair => pair.Name == dtypeName).Select(pair => (DType?)pair.DType).FirstOrDefault()
            ?? throw new FormatException($"{property.Name} has the unknown dtype {dtypeName}");
        long[] shape = [.. Member(property, "shape", JsonValueKind.Array).EnumerateArray().Select(size => Whole(property.Name, size))];
        long[] offsets = [.. Member(property, "data_offsets", JsonValueKind.Array).EnumerateArray().Select(offset => Whole(property.Name, offset))];
        if (shape.Length > 8 || shape.Any(size => size < 0)) throw new FormatException($"{property.Name} has the shape [{string.Join(", ", shape)}]");
        if (offsets is not [>= 0, _] || offsets[1] < offsets[0]) throw new FormatException($"{property.Name} has the offsets [{string.Join(", ", offsets)}]");
        if (!Fits(dtype, shape)) throw new FormatException($"{property.Name} has the shape [{string.Join(", ", shape)}], which is more than can be counted");
        var expected = shape.Aggregate((long)dtype.Size(), (bytes, size) => bytes * size);
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
    private static bool Fits(DType dtype, long[] shape)
    {
        long bytes = dtype.Size();
        foreach (var size in shape)
            if (size > 0 && Math.BigMul(bytes, size, out bytes) != 0 | bytes < 0) return false;
        return true;
    }

    /// <summary>No hole, no overlap, no trailing byte.</summary>
    private static void CheckCoverage(List<Entry> entries, long bytes)
    {
        long end = 0;
        foreach (var entry in entries.OrderBy(e => e.Begin).ThenBy(e => e.End))
        {
            if (entry.Begin != end) throw new FormatException($"{entry.Name} begins at {entry.Begin}, where {end} was expected");
            end = entry.End;
        }

        if (end != bytes) throw new FormatException($"its tensors cover {end} bytes of data, the file has {bytes}");
    }
}

/// <summary>What a safetensors file holds. Disposing of it frees the tensors.</summary>
/// <param name="Tensors">The tensors by name, in the order of the file.</param>
/// <param name="Metadata">The texts beside them.</param>
public sealed record SafeTensorsFile(IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values) tensor.Dispose();
    }
}
