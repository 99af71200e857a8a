namespace Adversa.Imaging.Codecs;

/// <summary>From bytes to the numbers networks see, and back.</summary>
public static class PixelBytes
{
    private static readonly float[] Values = [.. Enumerable.Range(0, 256).Select(b => (float)(b / 127.5 - 1))];

    /// <summary>A number in [-1, 1] as a byte: rounded, clipped, NaN as 0.</summary>
    /// <param name="value">The number.</param>
    public static byte ToByte(float value) => value > -1 ? (byte)(Math.Min((value + 1) * 127.5f, 255) + 0.5f) : (byte)0;

    /// <summary>0 becomes -1, 255 becomes 1.</summary>
    public static void ToFloats(ReadOnlySpan<byte> bytes, Span<float> destination)
    {
        if (destination.Length != bytes.Length) throw new ArgumentException($"Expected room for {bytes.Length} numbers; got {destination.Length}.", nameof(destination));
        for (var i = 0; i < bytes.Length; i++) destination[i] = Values[bytes[i]];
    }

    /// <summary>From interleaved bytes <c>[H, W, C]</c> to numbers <c>[C, H, W]</c>.</summary>
    public static void ToPlanes(ReadOnlySpan<byte> bytes, int channels, Span<float> destination)
    {
        if (channels == 1)
        {
            ToFloats(bytes, destination);
            return;
        }

        var plane = bytes.Length / channels;
        for (var c = 0; c < channels; c++)
        {
            var to = destination.Slice(c * plane, plane);
            for (int i = 0, at = c; i < to.Length; i++, at += channels) to[i] = Values[bytes[at]];
        }
    }

    /// <summary>From numbers <c>[C, H, W]</c> to interleaved bytes <c>[H, W, C]</c>.</summary>
    public static void FromPlanes(ReadOnlySpan<float> values, int channels, Span<byte> destination)
    {
        var plane = values.Length / channels;
        for (var c = 0; c < channels; c++)
            for (int i = 0, at = c; i < plane; i++, at += channels) destination[at] = ToByte(values[c * plane + i]);
    }
}
