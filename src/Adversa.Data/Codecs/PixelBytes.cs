namespace Adversa.Data;

/// <summary>From bytes to the numbers networks see.</summary>
internal static class PixelBytes
{
    private static readonly float[] Values = [.. Enumerable.Range(0, 256).Select(b => (float)(b / 127.5 - 1))];

    /// <summary>0 becomes -1, 255 becomes 1.</summary>
    public static void ToFloats(ReadOnlySpan<byte> bytes, Span<float> destination)
    {
        if (destination.Length != bytes.Length) throw new ArgumentException($"Expected room for {bytes.Length} numbers; got {destination.Length}.", nameof(destination));
        for (var i = 0; i < bytes.Length; i++) destination[i] = Values[bytes[i]];
    }
}
