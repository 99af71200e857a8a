namespace Adversa.Imaging.Codecs;

/// <summary>How the bytes of a bitmap's pixel are to be read.</summary>
internal enum BmpOrder
{
    /// <summary>None that is read.</summary>
    Unknown,

    /// <summary>An index into the palette.</summary>
    Indexed,

    /// <summary>16 bits, 5 of each.</summary>
    Rgb555,

    /// <summary>16 bits, 6 of green.</summary>
    Rgb565,

    /// <summary>24 bits.</summary>
    Bgr,

    /// <summary>32 bits, the last byte means nothing.</summary>
    Bgrx,

    /// <summary>32 bits, the first byte means nothing.</summary>
    Xbgr,

    /// <summary>32 bits with alpha at the end.</summary>
    Bgra,

    /// <summary>32 bits with alpha first.</summary>
    Abgr,

    /// <summary>32 bits, red first.</summary>
    Rgba,
}
