namespace Adversa.Imaging.Codecs;

/// <summary>The conversions of docs/data/pictures.md, to the bit.</summary>
internal static class PixelMath
{
    /// <summary>A value over a grey: <c>round((value * alpha + ground * (255 - alpha)) / 255)</c>.</summary>
    public static byte Over(int value, int alpha, int ground) => (byte)((2 * (value * alpha + ground * (255 - alpha)) + 255) / 510);

    /// <summary>16 bits to 8: <c>round(value * 255 / 65535)</c>.</summary>
    public static byte ToByte(int value) => (byte)((value + 128) / 257);

    /// <summary>16 bits over a grey of 8, to 8 bits in one rounding: over black <c>round(value * alpha * 255 / 65535²)</c>.</summary>
    public static byte Over16(long value, long alpha, long ground) => (byte)(((value * alpha + 257 * ground * (65535 - alpha)) * 510 + 65535L * 65535) / (2 * 65535L * 65535));

    /// <summary>Brightness as Pillow computes it (ITU-R 601-2).</summary>
    public static byte Grey(int red, int green, int blue) => (byte)((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);

    /// <summary>Writes a pixel as grey or RGB, as many bytes as there are.</summary>
    public static void Put(Span<byte> pixel, int red, int green, int blue)
    {
        if (pixel.Length == 1)
        {
            pixel[0] = Grey(red, green, blue);
            return;
        }

        (pixel[2], pixel[1], pixel[0]) = ((byte)blue, (byte)green, (byte)red);
    }
}
