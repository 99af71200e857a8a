using System.Buffers.Binary;
using Adversa.Formats.Png;

namespace Adversa.Imaging.Pictures;

/// <summary>Writes animated GIF files that loop for ever: grey exactly, colour with the best 256 colours of the whole film.</summary>
/// <remarks>GIF89a, CompuServe, 1990. The same frames give the same bytes.</remarks>
public static class GifWriter
{
    /// <summary>Writes a film.</summary>
    /// <param name="stream">Receives the file; stays open.</param>
    /// <param name="frames">1 or more pictures of one size.</param>
    /// <param name="delay">Time that each frame stays, 0.02 s to 655 s; browsers show shorter ones slowly. Rounded to 1/100 s.</param>
    /// <param name="last">Time that the last frame stays before the film begins again; null takes <paramref name="delay"/>.</param>
    /// <exception cref="ArgumentException">No frame, frames of different sizes, or a delay out of range.</exception>
    public static void Write(Stream stream, IReadOnlyList<Raster> frames, TimeSpan delay, TimeSpan? last = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0) throw new ArgumentException("A film has at least one frame; got none.", nameof(frames));
        var (width, height) = (frames[0].Width, frames[0].Height);
        if (frames.FirstOrDefault(f => f.Width != width || f.Height != height) is { } odd)
            throw new ArgumentException($"All frames must be {width}x{height}; got one of {odd.Width}x{odd.Height}.", nameof(frames));
        var (hundredths, rest) = (Hundredths(delay, nameof(delay)), Hundredths(last ?? delay, nameof(last)));

        var palette = Palette.For(frames);
        stream.Write("GIF89a"u8);
        Words(stream, width, height);
        stream.Write([0xF7, 0, 0]);                                       // a global palette of 256 colours
        stream.Write(palette.Colours);
        stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);   // loop for ever
        for (var i = 0; i < frames.Count; i++)
        {
            stream.Write([0x21, 0xF9, 4, 0]);
            Words(stream, i == frames.Count - 1 ? rest : hundredths);
            stream.Write([0, 0, 0x2C]);
            Words(stream, 0, 0, width, height);
            stream.WriteByte(0);
            GifPixels.Write(stream, palette.Indices(frames[i]));
        }

        stream.WriteByte(0x3B);
    }

    private static int Hundredths(TimeSpan delay, string name) => Math.Round(delay.TotalSeconds * 100) is >= 2 and <= 65535 and var count ? (int)count
        : throw new ArgumentOutOfRangeException(name, delay, "The delay must be 0.02 to 655 seconds.");

    private static void Words(Stream stream, params ReadOnlySpan<int> values)
    {
        Span<byte> word = stackalloc byte[2];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(word, (ushort)value);
            stream.Write(word);
        }
    }
}
