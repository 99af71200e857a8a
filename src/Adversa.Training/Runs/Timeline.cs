using Adversa.Formats.Disk;
using Adversa.Imaging.Pictures;
using Adversa.Training.Folders;

namespace Adversa.Training.Runs;

/// <summary>The GIF of the fixed seeds over time.</summary>
public static class Timeline
{
    private const int MostFrames = 60;
    private const long MostBytes = 256L << 20;   // of all frames, which are held at once to find their colours
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(150), Rest = TimeSpan.FromSeconds(2);

    /// <summary>Where a run's GIF is.</summary>
    /// <param name="run">The run.</param>
    public static string PathOf(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Join(run.Samples, "timeline.gif");
    }

    /// <summary>Draws it from the run's pictures.</summary>
    /// <param name="run">The run.</param>
    public static void Write(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var files = SheetFiles.InOrder(run);
        if (files.Count == 0) return;
        var most = (int)Math.Clamp(MostBytes / SheetFiles.BytesOf(files[^1]), 2, MostFrames);
        var every = Math.Max(1, (files.Count + most - 1) / most);
        var frames = SheetFiles.Read(files.Where((_, i) => i % every == 0 || i == files.Count - 1));
        if (frames.Count == 0) return;
        AtomicFile.Write(PathOf(run), durable: false, file => GifWriter.Write(file, frames, Delay, Rest));
    }
}
