using System.Runtime.InteropServices;

namespace Adversa.Imaging.Codecs;

/// <summary>Rows of decoded pixels, grey or RGB, in memory that is not the collector's: large pictures come by the thousand.</summary>
public sealed unsafe class PixelSheet : IDisposable
{
    private const int Margin = 16;       // the native library loads four bytes at a time

    private byte* _pixels;

    /// <summary>Makes a black picture.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 grey, 3 RGB.</param>
    public PixelSheet(int width, int height, int channels)
    {
        (Width, Height, Channels) = (width, height, channels);
        _pixels = (byte*)NativeMemory.AllocZeroed((nuint)((long)width * height * channels + Margin));
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Bytes of a pixel.</summary>
    public int Channels { get; }

    /// <summary>The grey that decoders compose alpha on.</summary>
    public byte Ground { get; init; }

    /// <summary>The first byte of the first row; rows follow without gaps.</summary>
    public byte* Start => _pixels;

    /// <summary>A row.</summary>
    public Span<byte> Row(int y) => new(_pixels + (long)y * Width * Channels, Width * Channels);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_pixels);
        _pixels = null;
    }
}
