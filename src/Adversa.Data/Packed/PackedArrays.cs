using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Data.Packed;

/// <summary>What a packed set knows of its samples beside their pixels; all of it fits into memory.</summary>
/// <param name="Count">Number of samples; 1 or more.</param>
/// <param name="Labels">The class of each sample, or null.</param>
/// <param name="Attributes">Count x A numbers; empty without attributes.</param>
/// <param name="Names">The file of each sample, or null.</param>
/// <param name="Hashes">SHA-256 of each sample's file, 32 bytes each, or null.</param>
public sealed record PackedArrays(long Count, int[]? Labels, float[] Attributes, IReadOnlyList<string>? Names, byte[]? Hashes)
{
    /// <summary>The arrays behind the samples, in the order of the file.</summary>
    public IEnumerable<(string Name, string DType, long[] Shape, byte[] Bytes)> Parts(int attributes)
    {
        if (attributes > 0) yield return ("attributes", "F32", [Count, attributes], MemoryMarshal.AsBytes(Attributes.AsSpan()).ToArray());
        if (Hashes is not null) yield return ("hashes", "U8", [Count, 32], Hashes);
        if (Labels is not null) yield return ("labels", "I32", [Count], MemoryMarshal.AsBytes(Labels.AsSpan()).ToArray());
        if (Names is null) yield break;
        var text = Encoding.UTF8.GetBytes(string.Concat(Names));
        var ends = new byte[8 * Names.Count];
        long end = 0;
        for (var i = 0; i < Names.Count; i++) BinaryPrimitives.WriteInt64LittleEndian(ends.AsSpan(8 * i), end += Encoding.UTF8.GetByteCount(Names[i]));
        yield return ("name_ends", "I64", [Count], ends);
        yield return ("names", "U8", [text.Length], text);
    }
}
