using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Adversa.Torch.Tests;

/// <summary>Reference numbers that others computed, when the folder that ADVERSA_SHARED names has them: <c>vectors/metrics</c>.</summary>
public static partial class Vectors
{
    /// <summary>The expected numbers of one case.</summary>
    public static JsonElement Expected(string id)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Find("expected.json")));
        return file.RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id).GetProperty("expected").Clone();
    }

    /// <summary>A float32 array as numpy wrote it.</summary>
    public static Tensor Array(string name)
    {
        var bytes = File.ReadAllBytes(Find(name + ".npy"));
        var start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var header = Encoding.ASCII.GetString(bytes, 10, start - 10);
        Assert.Contains("'descr': '<f4', 'fortran_order': False", header, StringComparison.Ordinal);
        var shape = Shape().Match(header).Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Tensor.From<float>(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(start)), [.. shape.Select(size => long.Parse(size, CultureInfo.InvariantCulture))]);
    }

    private static string Find(string file)
    {
        var shared = Environment.GetEnvironmentVariable("ADVERSA_SHARED") ?? Path.GetFullPath(Path.Join(Golden.Root, "..", "shared"));
        var path = Path.Join(shared, "vectors", "metrics", file);
        Assert.SkipUnless(File.Exists(path), $"No reference numbers: {path} is not here; ADVERSA_SHARED names the folder that holds vectors/metrics.");
        return path;
    }

    [GeneratedRegex(@"'shape': \(([\d, ]*)\)")]
    private static partial Regex Shape();
}
