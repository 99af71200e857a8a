namespace Adversa.Formats.Png;

/// <summary>A picture as bytes, ready to be written or shown: rows from the top, channels interleaved.</summary>
public sealed class Raster
{
    /// <summary>Creates a black picture.</summary>
    /// <param name="width">Columns, 1 to 65,535.</param>
    /// <param name="height">Rows, 1 to 65,535.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue; 2 and 4 with how much each pixel covers behind them.</param>
    public Raster(int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, ushort.MaxValue);
        if (channels is < 1 or > 4) throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture has 1 channel (grey) or 3 (red, green, blue), and one more with alpha.");
        (Width, Height, Channels, Pixels) = (width, height, channels, new byte[checked(width * height * channels)]);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 for grey, 3 for red, green and blue; one more with alpha.</summary>
    public int Channels { get; }

    /// <summary>The bytes: <c>Pixels[(y * Width + x) * Channels + c]</c>.</summary>
    public byte[] Pixels { get; }

    /// <summary>The same picture without alpha.</summary>
    public Raster Opaque()
    {
        if (Channels % 2 == 1) return this;
        var opaque = new Raster(Width, Height, Channels - 1);
        for (var i = 0; i < Width * Height; i++) Pixels.AsSpan(i * Channels, Channels - 1).CopyTo(opaque.Pixels.AsSpan(i * opaque.Channels));
        return opaque;
    }

    /// <summary>The same picture, each pixel a square of several: nothing is smoothed.</summary>
    /// <param name="scale">The square's side; 1 or more. Below it where a side would be longer than 65,535.</param>
    public Raster Enlarged(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        scale = Math.Max(1, Math.Min(scale, ushort.MaxValue / Math.Max(Width, Height)));
        if (scale == 1) return this;
        var large = new Raster(Width * scale, Height * scale, Channels);
        for (var y = 0; y < large.Height; y++)
            for (var x = 0; x < large.Width; x++)
                for (var c = 0; c < Channels; c++)
                    large.Pixels[(y * large.Width + x) * Channels + c] = Pixels[(y / scale * Width + x / scale) * Channels + c];
        return large;
    }

    /// <summary>The colour of one pixel; a grey level counts as three equal ones.</summary>
    /// <param name="x">Column from the left.</param>
    /// <param name="y">Row from the top.</param>
    public (byte R, byte G, byte B) At(int x, int y)
    {
        var at = (y * Width + x) * Channels;
        return Channels == 1 ? (Pixels[at], Pixels[at], Pixels[at]) : (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }
}
