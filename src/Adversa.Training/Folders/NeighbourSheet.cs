using System.Globalization;
using Adversa.Formats.Disk;

namespace Adversa.Training.Folders;

/// <summary><c>evaluations/step-000500-neighbours.png</c> of a run: drawn pictures, each before the training picture that is nearest to it.</summary>
public static class NeighbourSheet
{
    private const string Folder = "evaluations", Start = "step-", End = "-neighbours.png";

    /// <summary>Where the sheet of a checkpoint lies.</summary>
    /// <param name="run">The run.</param>
    /// <param name="step">Of the checkpoint.</param>
    public static string PathOf(RunFolder run, long step)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Join(run.Path, Folder, string.Create(CultureInfo.InvariantCulture, $"{Start}{step:D6}{End}"));
    }

    /// <summary>The sheet of the latest step that has one; null where there is none, or where it cannot be read.</summary>
    /// <param name="run">The run.</param>
    internal static (long Step, byte[] Png)? Newest(RunFolder run)
    {
        try
        {
            var folder = new DirectoryInfo(Path.Join(run.Path, Folder));
            var sheets = folder.Exists ? folder.GetFiles($"{Start}*{End}").Select(file => (File: file, Step: StepOf(file.Name))).Where(one => one.Step is not null).ToList() : [];
            if (sheets.Count == 0) return null;
            var newest = sheets.MaxBy(one => one.Step);
            return File.ReadAllBytes(newest.File.FullName) is { Length: > 8 } png && png.AsSpan(1, 3).SequenceEqual("PNG"u8) ? (newest.Step!.Value, png) : null;
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return null;
        }
    }

    private static long? StepOf(string name) =>
        long.TryParse(name.AsSpan(Start.Length, name.Length - Start.Length - End.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;
}
