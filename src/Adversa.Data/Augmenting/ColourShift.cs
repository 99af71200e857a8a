using System.Numerics;
using System.Runtime.InteropServices;

namespace Adversa.Data.Augmenting;

/// <summary>Moves each value away from or towards something darker or greyer, and keeps it within [-1, 1]. The same bits whatever the width of vectors.</summary>
internal static class ColourShift
{
    private const float Red = 0.299f, Green = 0.587f, Blue = 0.114f;      // ITU-R BT.601

    /// <summary>Black at 0, the picture itself at 1.</summary>
    public static void Brightness(Span<float> picture, float factor) => From(-1, picture, factor);

    /// <summary>The picture's mean grey at 0, the picture itself at 1.</summary>
    public static void Contrast(Span<float> picture, int channels, float factor) => From(MeanGrey(picture, channels), picture, factor);

    /// <summary>Each pixel's own grey at 0, the picture itself at 1.</summary>
    /// <param name="picture">Three planes: red, green, blue.</param>
    /// <param name="factor">0 or more.</param>
    public static void Saturation(Span<float> picture, float factor)
    {
        var plane = picture.Length / 3;
        var red = picture[..plane];
        var green = picture[plane..(2 * plane)];
        var blue = picture[(2 * plane)..];
        var r = Vectors(red);
        var g = Vectors(green);
        var b = Vectors(blue);
        for (var i = 0; i < r.Length; i++)
        {
            var grey = r[i] * Red + g[i] * Green + b[i] * Blue;
            (r[i], g[i], b[i]) = (Cut(grey + (r[i] - grey) * factor), Cut(grey + (g[i] - grey) * factor), Cut(grey + (b[i] - grey) * factor));
        }

        for (var i = r.Length * Vector<float>.Count; i < plane; i++)
        {
            var grey = red[i] * Red + green[i] * Green + blue[i] * Blue;
            (red[i], green[i], blue[i]) = (Cut(grey + (red[i] - grey) * factor), Cut(grey + (green[i] - grey) * factor), Cut(grey + (blue[i] - grey) * factor));
        }
    }

    private static void From(float origin, Span<float> picture, float factor)
    {
        var vectors = Vectors(picture);
        var start = new Vector<float>(origin);
        for (var i = 0; i < vectors.Length; i++) vectors[i] = Cut(start + (vectors[i] - start) * factor);
        for (var i = vectors.Length * Vector<float>.Count; i < picture.Length; i++) picture[i] = Cut(origin + (picture[i] - origin) * factor);
    }

    private static float MeanGrey(ReadOnlySpan<float> picture, int channels)
    {
        var plane = picture.Length / channels;
        var sum = 0.0;                                                      // in one order, whatever the machine
        if (channels == 3) for (var i = 0; i < plane; i++) sum += picture[i] * Red + picture[plane + i] * Green + picture[2 * plane + i] * Blue;
        else foreach (var value in picture) sum += value;
        return (float)(sum / (channels == 3 ? plane : picture.Length));
    }

    private static Span<Vector<float>> Vectors(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    private static Vector<float> Cut(Vector<float> value) => Vector.Min(Vector.Max(value, -Vector<float>.One), Vector<float>.One);

    private static float Cut(float value) => Math.Min(Math.Max(value, -1), 1);
}
