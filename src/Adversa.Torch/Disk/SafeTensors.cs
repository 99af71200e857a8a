using Adversa.Formats.Disk;

namespace Adversa.Torch.Disk;

/// <summary>Named arrays in a file that can be checked before a byte of it is believed: <c>u64 header length | JSON header | data</c>.</summary>
/// <remarks>The format of huggingface/safetensors. The reader refuses anything that is not exactly that; the writer sorts by name, so equal
/// tensors give equal bytes.</remarks>
public static class SafeTensors
{
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
        stream.Write(SafeTensorsHeader.Write(SafeTensorsHeader.Layout(sorted.Select(pair => (pair.Key, NameOf(pair.Value.DType), (long[])[.. pair.Value.Shape]))), metadata));
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
        var (entries, metadata, start) = SafeTensorsHeader.Read(stream, name, exit);
        var tensors = new OrderedDictionary<string, Tensor>();
        var file = new SafeTensorsFile(tensors, metadata);
        try
        {
            foreach (var entry in entries)
            {
                var dtype = DTypeNames.Single(pair => pair.Name == entry.DType).DType;
                if (entry.End - entry.Begin > Array.MaxLength) throw SafeTensorsHeader.Bad(name, exit, Words.HasBytesAtMostAreRead(entry.Name, entry.End - entry.Begin, Array.MaxLength));
                var bytes = new byte[entry.End - entry.Begin];
                stream.Position = start + entry.Begin;
                stream.ReadExactly(bytes);
                if (dtype == DType.Bool && bytes.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)1))     // a bool of another value is undefined in C++
                    throw SafeTensorsHeader.Bad(name, exit, Words.IsBOOLAndHoldsBytesOther(entry.Name));
                tensors.Add(entry.Name, Tensor.FromBytes(bytes, dtype, entry.Shape));
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    private static string NameOf(DType dtype) => DTypeNames.Single(pair => pair.DType == dtype).Name;
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
