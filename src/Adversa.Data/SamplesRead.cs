using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Adversa.Data;

/// <summary>Some samples of a source in memory, in random order, so that its first rows are as mixed as all of them.</summary>
/// <param name="Samples">The samples, or what was asked of them; null where nothing was, or nothing is there.</param>
/// <param name="Indices">Where each stands in the source.</param>
public sealed record SamplesRead(Batch? Samples, long[] Indices)
{
    /// <summary>How many.</summary>
    public int Count => Indices.Length;

    /// <summary>What is drawn, one after another; empty where nothing was read.</summary>
    public float[] Values => Samples?.Values ?? [];

    /// <summary>The class of each, or -1.</summary>
    public int[] Labels => _labels ??= Samples?.Labels ?? [.. Enumerable.Repeat(-1, Count)];

    private int[]? _labels;

    /// <summary>The SHA-256 of what is drawn of each: equal where samples are equal number by number.</summary>
    public IEnumerable<string> Prints()
    {
        var size = Count == 0 ? 0 : Values.Length / Count;
        for (var i = 0; size > 0 && i < Count; i++) yield return Convert.ToBase64String(SHA256.HashData(MemoryMarshal.AsBytes(Values.AsSpan(i * size, size))));
    }

    /// <summary>How many could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>What the user should know: how many could not be read and were replaced, and one of them; null while all is well.</summary>
    public Text? Note { get; init; }
}
