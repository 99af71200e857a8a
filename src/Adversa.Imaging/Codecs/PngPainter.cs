using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Turns the samples of a PNG row into grey or RGB pixels: every depth to 8 bits, alpha composed on a grey.</summary>
internal sealed class PngPainter
{
    private const int NoKey = -1;

    private readonly int _depth, _colour;
    private readonly byte _ground;
    private readonly int _red = NoKey, _green, _blue;         // the colour that is transparent
    private readonly ColourTable? _palette;
    private readonly byte[] _small = [];                      // what a sample of 1 to 8 bits stands for
    private byte[] _indices = [];

    /// <summary>Prepares for a picture.</summary>
    /// <param name="depth">Bits of a sample.</param>
    /// <param name="colour">Colour type.</param>
    /// <param name="palette">For colour type 3.</param>
    /// <param name="key">The tRNS chunk; empty when there is none.</param>
    /// <param name="ground">What transparent pixels show.</param>
    /// <param name="name">For messages.</param>
    public PngPainter(int depth, int colour, ColourTable? palette, ReadOnlySpan<byte> key, byte ground, string name)
    {
        (_depth, _colour, _palette, _ground) = (depth, colour, palette, ground);
        if (key.Length > 0 && colour < PngHeader.GreyAlpha)
        {
            if (key.Length < colour switch { PngHeader.Grey => 2, PngHeader.Rgb => 6, _ => 1 }) throw PngHeader.Broken(name, Words.TransparencyHasBytes(key.Length));
            if (colour == PngHeader.Indexed)
                for (var i = 0; i < Math.Min(key.Length, 256); i++) palette!.Fade(i, key[i], ground);
            else _red = BinaryPrimitives.ReadUInt16BigEndian(key) & (depth < 8 ? (1 << depth) - 1 : ushort.MaxValue);        // the lowest bits count
            if (colour == PngHeader.Rgb) (_green, _blue) = (BinaryPrimitives.ReadUInt16BigEndian(key[2..]), BinaryPrimitives.ReadUInt16BigEndian(key[4..]));
        }

        if (colour == PngHeader.Grey && depth <= 8)
            _small = [.. Enumerable.Range(0, 1 << depth).Select(v => (byte)(v == _red ? ground : v * 255 / ((1 << depth) - 1)))];
    }

    /// <summary>Bits of a pixel.</summary>
    public int Bits => _depth * _colour switch { PngHeader.Rgb => 3, PngHeader.GreyAlpha => 2, PngHeader.Rgba => 4, _ => 1 };

    /// <summary>Writes the pixels of a row.</summary>
    /// <param name="from">The restored row.</param>
    /// <param name="to">Receives them.</param>
    /// <param name="channels">1 or 3; grey pictures ask for 1.</param>
    public void Paint(ReadOnlySpan<byte> from, Span<byte> to, int channels)
    {
        var count = to.Length / channels;
        if (_colour == PngHeader.Indexed) _palette!.Paint(Indices(from, count), to, channels);
        else if (_colour == PngHeader.Grey && _depth <= 8)
        {
            var values = Indices(from, count);
            for (var x = 0; x < count; x++) to[x] = _small[values[x]];
        }
        else if (_depth == 8) Bytes(from, to, channels, count);
        else Widen(from, to, channels, count);
    }

    private ReadOnlySpan<byte> Indices(ReadOnlySpan<byte> from, int count)
    {
        if (_depth == 8) return from[..count];
        if (_indices.Length < count) _indices = new byte[count];
        var (perByte, mask) = (8 / _depth, (1 << _depth) - 1);
        for (var x = 0; x < count; x++) _indices[x] = (byte)((from[x / perByte] >> (8 - _depth * (x % perByte + 1))) & mask);
        return _indices.AsSpan(0, count);
    }

    private void Bytes(ReadOnlySpan<byte> from, Span<byte> to, int channels, int count)
    {
        if (_colour == PngHeader.Rgb && channels == 3 && _red == NoKey)
        {
            from[..to.Length].CopyTo(to);
            return;
        }

        for (var x = 0; x < count; x++)
        {
            var pixel = to.Slice(x * channels, channels);
            if (_colour == PngHeader.GreyAlpha)
            {
                pixel[0] = PixelMath.Over(from[2 * x], from[2 * x + 1], _ground);
            }
            else if (_colour == PngHeader.Rgba)
            {
                var alpha = from[4 * x + 3];
                PixelMath.Put(pixel, PixelMath.Over(from[4 * x], alpha, _ground), PixelMath.Over(from[4 * x + 1], alpha, _ground), PixelMath.Over(from[4 * x + 2], alpha, _ground));
            }
            else if (from[3 * x] == _red && from[3 * x + 1] == _green && from[3 * x + 2] == _blue)
            {
                pixel.Fill(_ground);
            }
            else
            {
                PixelMath.Put(pixel, from[3 * x], from[3 * x + 1], from[3 * x + 2]);
            }
        }
    }

    private void Widen(ReadOnlySpan<byte> from, Span<byte> to, int channels, int count)
    {
        var step = Bits / 8;
        for (var x = 0; x < count; x++)
        {
            var sample = from.Slice(x * step, step);
            var pixel = to.Slice(x * channels, channels);
            int first = Word(sample, 0), alpha = step is 4 or 8 ? Word(sample, step / 2 - 1) : ushort.MaxValue;
            if (step <= 4)
            {
                pixel[0] = first == _red ? _ground : Over(first, alpha);
                continue;
            }

            var (green, blue) = (Word(sample, 1), Word(sample, 2));
            if (first == _red && green == _green && blue == _blue) pixel.Fill(_ground);
            else PixelMath.Put(pixel, Over(first, alpha), Over(green, alpha), Over(blue, alpha));
        }
    }

    private byte Over(int value, int alpha) => alpha == ushort.MaxValue ? PixelMath.ToByte(value) : PixelMath.Over16(value, alpha, _ground);

    private static int Word(ReadOnlySpan<byte> sample, int index) => sample[2 * index] << 8 | sample[2 * index + 1];
}
