using Adversa.Data;

namespace Adversa.Training.Runs;

/// <summary>A run's pictures as they stand on disk, in the order of their steps.</summary>
internal static class SheetFiles
{
    /// <summary>Their paths; none when the run has drawn nothing.</summary>
    internal static List<string> InOrder(RunFolder run) => !Directory.Exists(run.Samples) ? [] :
        [.. Directory.EnumerateFiles(run.Samples, "step-*.png").OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)];   // a step of seven digits comes last

    /// <summary>Reads them; one that is damaged, or of another size than the newest, is left out.</summary>
    internal static List<Raster> Read(IEnumerable<string> paths)
    {
        var sheets = paths.Select(TryRead).OfType<Raster>().ToList();
        sheets.RemoveAll(sheet => (sheet.Width, sheet.Height, sheet.Channels) != (sheets[^1].Width, sheets[^1].Height, sheets[^1].Channels));
        return sheets;
    }

    private static Raster? TryRead(string path)
    {
        try
        {
            return PngReader.Read(path);
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is AdversaException or FormatException)
        {
            return null;
        }
    }
}
