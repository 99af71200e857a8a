using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Imaging.Views;
using Adversa.Training.Folders;

namespace Adversa.Training.Runs;

/// <summary>The same few seeds from the first picture to the last, one row for each moment: a run on one page.</summary>
public static class Strip
{
    private const int Moments = 5, Scale = 2, MostSide = 16_384;

    /// <summary>Where a run's strip is.</summary>
    /// <param name="run">The run.</param>
    public static string PathOf(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Join(run.Samples, "strip.png");
    }

    /// <summary>Draws it from the run's pictures; for points there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="schema">One sample.</param>
    public static void Write(RunFolder run, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(schema);
        if (!schema.View().HasCells) return;
        var files = SheetFiles.InOrder(run);
        if (files.Count == 0) return;            // a classifier draws none

        // Learning is fast at first: the moments lie ever farther apart.
        var chosen = Enumerable.Range(0, Moments).Select(i => (int)Math.Round((files.Count - 1) * Math.Pow(i / (Moments - 1.0), 2))).Where(i => i >= 0 && i < files.Count).Distinct();
        var sheets = SheetFiles.Read(chosen.Select(i => files[i]));
        if (sheets.Count == 0) return;
        var drawn = SampleSheet.Scale(schema);   // the sheets are enlarged already
        var (row, gap) = ((schema.Height + 2) * drawn, 2 * drawn);
        var scale = drawn == 1 && Math.Max(sheets[0].Width, row * sheets.Count + gap) * Scale <= MostSide ? Scale : 1;
        var strip = new Raster(sheets[0].Width * scale, (row * sheets.Count + gap) * scale, sheets[0].Channels);
        for (var i = 0; i < sheets.Count; i++) Paste(sheets[i], strip, i * row, row + gap, scale);
        AtomicFile.Write(PathOf(run), durable: false, file => PngWriter.Write(file, strip));
    }

    /// <summary>Copies the sheet's first rows, each pixel enlarged.</summary>
    private static void Paste(Raster sheet, Raster strip, int top, int rows, int scale)
    {
        for (var y = 0; y < Math.Min(rows, sheet.Height) * scale; y++)
            for (var x = 0; x < strip.Width; x++)
                for (var c = 0; c < strip.Channels; c++)
                    strip.Pixels[((top * scale + y) * strip.Width + x) * strip.Channels + c] = sheet.Pixels[(y / scale * sheet.Width + x / scale) * sheet.Channels + c];
    }
}
