using System.Runtime.InteropServices;

namespace Adversa.Imaging.Codecs;

/// <summary>Turns pixels as libvips stores them into grey or RGB, by the formulas of docs/data/pictures.md.</summary>
/// <param name="bands">Numbers of a pixel.</param>
/// <param name="isWide">Whether each has 16 bits.</param>
/// <param name="isInk">Whether they are cyan, magenta, yellow and black.</param>
/// <param name="hasAlpha">Whether the last one is alpha, which colours are not multiplied by.</param>
/// <param name="ground">The grey that alpha is composed on.</param>
internal readonly struct StoredPixels(int bands, bool isWide, bool isInk, bool hasAlpha, byte ground)
{
    private const int Opaque = 255, WideOpaque = 65535;

    private readonly (int Green, int Blue) _places = bands - (hasAlpha ? 1 : 0) < 3 ? (0, 0) : (1, 2);        // a grey stands for all three

    /// <summary>Writes a row.</summary>
    /// <param name="row">As stored.</param>
    /// <param name="to">Receives it.</param>
    /// <param name="channels">1 or 3.</param>
    public void Paint(ReadOnlySpan<byte> row, Span<byte> to, int channels)
    {
        if (!isWide && !isInk && !hasAlpha && bands == channels)
        {
            row.CopyTo(to);
            return;
        }

        var wide = MemoryMarshal.Cast<byte, ushort>(row);
        for (int from = 0, at = 0; at < to.Length; from += bands, at += channels)
        {
            var pixel = to.Slice(at, channels);
            if (isWide) Put(pixel, wide.Slice(from, bands));
            else Put(pixel, row.Slice(from, bands));
        }
    }

    private void Put(Span<byte> pixel, ReadOnlySpan<byte> stored)
    {
        if (isInk)
        {
            PutInk(pixel, stored[0], stored[1], stored[2], stored[3]);
            return;
        }

        var covers = hasAlpha ? stored[^1] : Opaque;
        PixelMath.Put(pixel, PixelMath.Over(stored[0], covers, ground), PixelMath.Over(stored[_places.Green], covers, ground), PixelMath.Over(stored[_places.Blue], covers, ground));
    }

    private void Put(Span<byte> pixel, ReadOnlySpan<ushort> stored)
    {
        if (isInk)
        {
            PutInk(pixel, PixelMath.ToByte(stored[0]), PixelMath.ToByte(stored[1]), PixelMath.ToByte(stored[2]), PixelMath.ToByte(stored[3]));
            return;
        }

        var covers = hasAlpha ? stored[^1] : WideOpaque;
        PixelMath.Put(pixel, PixelMath.Over16(stored[0], covers, ground), PixelMath.Over16(stored[_places.Green], covers, ground), PixelMath.Over16(stored[_places.Blue], covers, ground));
    }

    /// <summary>Pillow's <c>convert("RGB")</c> of inks that are stored as they are printed.</summary>
    private static void PutInk(Span<byte> pixel, int cyan, int magenta, int yellow, int black)
    {
        var light = Opaque - black;
        PixelMath.Put(pixel, Left(light, cyan), Left(light, magenta), Left(light, yellow));
    }

    private static int Left(int light, int ink)
    {
        var product = light * ink + 128;
        return light - (((product >> 8) + product) >> 8);
    }
}
