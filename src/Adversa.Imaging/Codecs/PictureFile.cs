namespace Adversa.Imaging.Codecs;

/// <summary>Decodes one picture file, which is good or bad and never half.</summary>
public static class PictureFile
{
    /// <summary>Largest file that is read.</summary>
    public const long MostBytes = 256_000_000;

    /// <summary>Checks, decodes, makes square and resizes a file that is in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="target">What it shall become.</param>
    /// <param name="destination">Receives the bytes, <see cref="PictureTarget.Bytes"/> of them, ordered as <see cref="PictureTarget.Layout"/> says.</param>
    /// <returns>What the header says.</returns>
    /// <remarks>May run on any number of threads. Beside the file it takes at most 256 MB.</remarks>
    /// <exception cref="AdversaException">ADV3004 (damaged) or ADV3020 (a format that is not read, or too large), naming the file.</exception>
    public static PictureHeader Decode(ReadOnlySpan<byte> bytes, string name, PictureTarget target, Span<byte> destination)
    {
        if (target.Background == Background.White) return DecodeOn(bytes, name, target with { Ground = byte.MaxValue }, destination);
        var header = DecodeOn(bytes, name, target, destination);
        if (target.Background == Background.Black || !header.HasAlpha) return header;
        var onWhite = new byte[destination.Length];
        DecodeOn(bytes, name, target with { Ground = byte.MaxValue }, onWhite);
        OnMean(destination, onWhite, target, Bars(header, target));
        return header;
    }

    /// <summary>What the header of a file says.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="AdversaException">ADV3004 (damaged) or ADV3020 (a format that is not read, or too large), naming the file.</exception>
    public static PictureHeader Header(ReadOnlySpan<byte> bytes, string name) => PictureHeader.Read(bytes, name) ?? throw DataError.Damaged(name, Words.ContentIsNotRead);

    /// <summary>Composes on the mean colour: black and white tell how much each pixel covers, for all of it is linear, the resizing too. Bars are black on both and belong to no picture.</summary>
    private static void OnMean(Span<byte> onBlack, ReadOnlySpan<byte> onWhite, PictureTarget target, long bars)
    {
        var (pixels, step) = (target.Size.Width * target.Size.Height, target.Layout == PixelLayout.Interleaved ? target.Channels : 1);
        for (var c = 0; c < target.Channels; c++)
        {
            var (first, colour, covered) = (target.Layout == PixelLayout.Interleaved ? c : c * pixels, 0L, -255 * bars);
            for (var (i, at) = (0, first); i < pixels; i++, at += step) (colour, covered) = (colour + onBlack[at], covered + 255 - (onWhite[at] - onBlack[at]));
            var mean = covered <= 0 ? 0 : Math.Min(255, 255.0 * colour / covered);
            for (var (i, at) = (0, first); i < pixels; i++, at += step) onBlack[at] = (byte)Math.Clamp(Math.Round(onBlack[at] + (onWhite[at] - onBlack[at]) * mean / 255), 0, 255);
        }
    }

    /// <summary>How many pixels of the target are bars.</summary>
    private static long Bars(PictureHeader header, PictureTarget target)
    {
        if (target.Fit != Imaging.Fit.Pad) return 0;
        long width = header.Size.Width, height = header.Size.Height, columns = target.Size.Width, rows = target.Size.Height;       // as the native side cuts them
        return columns * height <= rows * width
            ? columns * (rows - Math.Max(1, (2 * columns * height + width) / (2 * width)))
            : rows * (columns - Math.Max(1, (2 * rows * width + height) / (2 * height)));
    }

    private static PictureHeader DecodeOn(ReadOnlySpan<byte> bytes, string name, PictureTarget target, Span<byte> destination)
    {
        var header = Header(bytes, name);
        var said = header.Format == PictureFormat.Jpeg ? JpegPixels.Decode(bytes, header, name, target, destination) : Fit(bytes, header, name, target, destination);
        return said is null ? header : throw DataError.Damaged(name, Text.Same(said));
    }

    private static string? Fit(ReadOnlySpan<byte> bytes, PictureHeader header, string name, PictureTarget target, Span<byte> destination)
    {
        var channels = header.IsGrey ? 1 : target.Channels;
        PictureMemory.Check(name, header, PictureMemory.Sheet(header, channels) + header.DecoderBytes);
        using var sheet = new PixelSheet(header.Width, header.Height, channels) { Ground = target.Ground };
        switch (header.Format)
        {
            case PictureFormat.Png: PngPixels.Decode(bytes, name, sheet); break;
            case PictureFormat.Bmp: BmpPixels.Decode(bytes, name, sheet); break;
            case PictureFormat.WebP: WebPPixels.Decode(bytes, name, sheet); break;
            case PictureFormat.Tiff or PictureFormat.Avif: VipsPixels.Decode(bytes, name, header, sheet); break;
            case PictureFormat.Gif: GifPicture.Decode(bytes, name, sheet); break;
            default: PnmPixels.Decode(bytes, name, sheet); break;
        }

        return ImageCodec.Fit(sheet, header.Orientation, target, destination);
    }
}
