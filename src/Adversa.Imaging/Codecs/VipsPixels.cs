using NetVips;

namespace Adversa.Imaging.Codecs;

/// <summary>Decodes with libvips the formats that have no path of our own: WebP, TIFF and AVIF. Their structure and sizes have been checked.</summary>
/// <remarks>Strip by strip, in the calling thread. Where libvips does not load, all other formats are still read.</remarks>
internal static class VipsPixels
{
    private const int StripBytes = 1 << 16;             // short-lived: below the size at which the collector keeps arrays apart

    private static readonly Lazy<Exception?> Problem = new(Start);

    private static readonly Log.LogDelegate Quiet = static (_, _, _) => { };

    /// <summary>Decodes the first picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">For messages.</param>
    /// <param name="picture">What its header says.</param>
    /// <param name="sheet">Receives grey or RGB, over its ground.</param>
    /// <param name="at">Where on the sheet it lies; null when it fills the sheet.</param>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV5010: libvips does not load.</exception>
    public static void Decode(ReadOnlySpan<byte> file, string name, PictureHeader picture, PixelSheet sheet, (int X, int Y)? at = null)
    {
        if (Problem.Value is { } problem) throw Missing(name, picture.Format, problem);
        var (x, y) = at ?? (0, 0);
        try
        {
            using var image = Image.NewFromBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            var isWhole = image.Width == sheet.Width && image.Height == sheet.Height;
            var fits = at is null ? isWhole : image.Width <= sheet.Width - x && image.Height <= sheet.Height - y;
            if (!fits || image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort) || (picture.IsInk && image.Bands < 4)) throw Damaged(name, picture.Format);
            if (!isWhole)
                for (var row = 0; row < sheet.Height; row++) sheet.Row(row).Fill(sheet.Ground);
            var pixels = new StoredPixels(image.Bands, image.Format == Enums.BandFormat.Ushort, picture.IsInk, picture.HasAlpha && image.Bands is 2 or 4, sheet.Ground);
            using var region = Region.New(image);
            var bytes = image.Width * image.Bands * (image.Format == Enums.BandFormat.Ushort ? 2 : 1);
            for (int top = 0, rows; top < image.Height; top += rows)
            {
                rows = Math.Clamp(StripBytes / bytes, 1, image.Height - top);
                var strip = region.Fetch(0, top, image.Width, rows);
                for (var row = 0; row < rows; row++)
                    pixels.Paint(strip.AsSpan(row * bytes, bytes), sheet.Row(y + top + row).Slice(x * sheet.Channels, image.Width * sheet.Channels), sheet.Channels);
            }
        }
        catch (VipsException)
        {
            throw Damaged(name, picture.Format);          // its text is one for all threads, and may speak of another file
        }
    }

    /// <summary>The error where libvips is not there.</summary>
    internal static AdversaException Missing(string name, PictureFormat format, Exception problem) => new(5010, ExitCode.Resource, Words.NeedsLibvips(name, PictureSigns.Name(format), problem.Message.TrimEnd('.')), problem);

    private static AdversaException Damaged(string name, PictureFormat format) =>
        DataError.Damaged(name, Words.PixelsAreDamagedOrCutOff(PictureSigns.Name(format)));

    /// <summary>No threads, no cache, no talk: training owns the cores, no picture is decoded twice, and what is wrong is told by us.</summary>
    private static Exception? Start()
    {
        if (!ModuleInitializer.VipsInitialized) return ModuleInitializer.Exception ?? new DllNotFoundException("libvips.so.42");
        (global::NetVips.NetVips.Concurrency, Cache.Max) = (1, 0);
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, Quiet);
        return null;
    }
}
