using System.Buffers.Binary;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;

namespace Adversa.Training.Folders;

/// <summary>A run's pictures as they stand on disk, in the order of their steps.</summary>
internal static class SheetFiles
{
    private const int HeaderBytes = 26;          // of a PNG: signature, IHDR with width, height, depth and kind of colour

    /// <summary>Their paths; none when the run has drawn nothing.</summary>
    internal static List<string> InOrder(RunFolder run) => !Directory.Exists(run.Samples) ? [] :
        [.. Directory.EnumerateFiles(run.Samples, "step-*.png").OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)];   // a step of seven digits comes last

    /// <summary>Reads them; one that is damaged, or of another size than the newest, is left out. One that was drawn when sheets were not yet enlarged is enlarged.</summary>
    internal static List<Raster> Read(IEnumerable<string> paths)
    {
        var sheets = paths.Select(TryRead).OfType<Raster>().ToList();
        if (sheets.Count > 0) sheets = [.. sheets.Select(sheet => sheet.Width < sheets[^1].Width && sheets[^1].Width % sheet.Width == 0 ? sheet.Enlarged(sheets[^1].Width / sheet.Width) : sheet)];
        sheets.RemoveAll(sheet => (sheet.Width, sheet.Height, sheet.Channels) != (sheets[^1].Width, sheets[^1].Height, sheets[^1].Channels));
        return sheets;
    }

    /// <summary>What a sheet takes in memory, as its header says; 1 where that cannot be read.</summary>
    internal static long BytesOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[HeaderBytes];
            file.ReadExactly(head);
            return Math.Max(1, (long)BinaryPrimitives.ReadUInt32BigEndian(head[16..]) * BinaryPrimitives.ReadUInt32BigEndian(head[20..]) * (head[25] == 0 ? 1 : 3));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return 1;
        }
    }

    /// <summary>The whole file as it stands; null where it cannot be read or is no PNG.</summary>
    internal static byte[]? PngOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path) is var png && png.AsSpan().StartsWith(PngWriter.Signature) ? png : null;
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return null;
        }
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
