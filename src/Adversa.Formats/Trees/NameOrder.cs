namespace Adversa.Formats.Trees;

/// <summary>Orders names as their UTF-8 bytes do, on every machine and in every kind of tree.</summary>
public sealed class NameOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    public static NameOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length) return a.Length - b.Length;
        var (isPairA, isPairB) = (char.IsSurrogate(a[same]), char.IsSurrogate(b[same]));
        return isPairA == isPairB ? a[same] - b[same] : isPairA ? 1 : -1;        // UTF-16 puts surrogates before U+E000, UTF-8 behind
    }
}
