namespace Adversa.Imaging.Codecs;

/// <summary>What a decoded picture shall become.</summary>
/// <param name="Size">Width and height in pixels, each from 1 to 1024; a number is a square.</param>
/// <param name="Channels">1 for grey, 3 for RGB.</param>
/// <param name="Fit">How it gets that shape.</param>
public readonly record struct PictureTarget(PictureSize Size, int Channels, Fit Fit = Fit.Crop)
{
    /// <summary>The order of the bytes.</summary>
    public PixelLayout Layout { get; init; }

    /// <summary>How a JPEG that is much larger than the target is decoded.</summary>
    internal JpegScale Scale { get; init; }

    /// <summary>What shows through transparent pixels.</summary>
    public Background Background { get; init; }

    /// <summary>The grey that a decoder composes alpha on: 0 or 255.</summary>
    public byte Ground { get; init; }

    /// <summary>Bytes of the result.</summary>
    public int Bytes => Channels * Size.Width * Size.Height;
}

/// <summary>The order of a picture's bytes.</summary>
public enum PixelLayout
{
    /// <summary><c>[C, H, W]</c>.</summary>
    Planar,

    /// <summary><c>[H, W, C]</c>, which costs a little less.</summary>
    Interleaved,
}

/// <summary>At which scale JPEGs are decoded.</summary>
internal enum JpegScale
{
    /// <summary>At 1/2, 1/4 or 1/8 as long as twice the target remains: several times faster, hardly a difference to be seen.</summary>
    Reduced,

    /// <summary>Always in full.</summary>
    Full,
}
