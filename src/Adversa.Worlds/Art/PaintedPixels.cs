using System.Buffers.Binary;
using System.Text;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;

namespace Adversa.Worlds.Art;

/// <summary>A painting in every form in which <see cref="ArtFolder"/> stores it.</summary>
internal sealed class PaintedPixels
{
    private const int Levels = 6;                // of each colour in the palette

    /// <summary>Takes a painting.</summary>
    /// <param name="picture">RGB.</param>
    /// <param name="brighter">Added to each byte.</param>
    public PaintedPixels(Raster picture, int brighter)
    {
        (Width, Height) = (picture.Width, picture.Height);
        Rgb = brighter == 0 ? picture.Pixels : [.. picture.Pixels.Select(level => (byte)Math.Min(255, level + brighter))];
    }

    /// <summary>The palette of <see cref="Indexed"/>: six levels of each colour.</summary>
    public static byte[] Palette { get; } = [.. Enumerable.Range(0, Levels * Levels * Levels).SelectMany(i => new[] { (byte)(i / 36 * 51), (byte)(i / 6 % 6 * 51), (byte)(i % 6 * 51) })];

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue.</summary>
    public byte[] Rgb { get; }

    /// <summary>Brightness.</summary>
    public byte[] Grey => [.. Pixels().Select(p => (byte)((19_595 * Rgb[p] + 38_470 * Rgb[p + 1] + 7_471 * Rgb[p + 2] + 0x8000) >> 16))];

    /// <summary>Full ink where there is no light, and no black ink.</summary>
    public byte[] Ink => [.. Pixels().SelectMany(p => new[] { (byte)(255 - Rgb[p]), (byte)(255 - Rgb[p + 1]), (byte)(255 - Rgb[p + 2]), (byte)0 })];

    /// <summary>With an opacity that fades towards the lower edge.</summary>
    public byte[] Rgba => [.. Pixels().SelectMany(p => new[] { Rgb[p], Rgb[p + 1], Rgb[p + 2], (byte)(255 - 90 * (p / 3 / Width) / Height) })];

    /// <summary>Sixteen bits a sample, with something in the lower ones.</summary>
    public byte[] Wide => [.. Rgb.SelectMany((level, i) => new[] { level, (byte)(i * 37 & 255) })];

    /// <summary>The nearest colour of <see cref="Palette"/>.</summary>
    public byte[] Indexed => [.. Pixels().Select(p => (byte)((Rgb[p] + 25) / 51 * 36 + (Rgb[p + 1] + 25) / 51 * 6 + (Rgb[p + 2] + 25) / 51))];

    /// <summary>A bitmap of 24 bits: rows from the bottom, blue first, padded to four bytes.</summary>
    public byte[] Bmp()
    {
        var stride = (3 * Width + 3) / 4 * 4;
        var bytes = new byte[54 + stride * Height];
        "BM"u8.CopyTo(bytes);
        foreach (var (at, value) in new[] { (2, bytes.Length), (10, 54), (14, 40), (18, Width), (22, Height), (34, stride * Height), (38, 2835), (42, 2835) })
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
        (bytes[26], bytes[28]) = (1, 24);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                for (var c = 0; c < 3; c++) bytes[54 + (Height - 1 - y) * stride + 3 * x + c] = Rgb[3 * (y * Width + x) + 2 - c];
        return bytes;
    }

    /// <summary>A portable pixmap.</summary>
    public byte[] Pnm() => [.. Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n"), .. Rgb];

    /// <summary>An animation of two pictures, the second one darker.</summary>
    public byte[] Gif()
    {
        using var stream = new MemoryStream();
        var (first, second) = (new Raster(Width, Height, 3), new Raster(Width, Height, 3));
        for (var i = 0; i < Rgb.Length; i++) (first.Pixels[i], second.Pixels[i]) = (Rgb[i], (byte)(Rgb[i] * 3 / 4));
        GifWriter.Write(stream, [first, second], TimeSpan.FromMilliseconds(200));
        return stream.ToArray();
    }

    private IEnumerable<int> Pixels() => Enumerable.Range(0, Width * Height).Select(i => 3 * i);
}
