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
            if (!folder.Exists) return null;
            var newest = folder.GetFiles($"{Start}*{End}").Select(file => (Path: file.FullName, Step: StepOf(file.Name))).MaxBy(one => one.Step ?? -1);
            return newest.Step is { } step && SheetFiles.PngOf(newest.Path) is { } png ? (step, png) : null;
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return null;
        }
    }

    private static long? StepOf(string name)
    {
        var digits = name[Start.Length..^End.Length];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;
    }
}
