namespace Adversa.Formats.Disk;

/// <summary>Writes a file whole or not at all: whoever reads meanwhile sees the old one. A device or pipe, such as <c>/dev/stdout</c>, is written as it stands.</summary>
public static class AtomicFile
{
    private const string TemporaryMark = ".tmp-";

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Begun = new(StringComparer.Ordinal);

    /// <summary>Writes.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="durable">Whether it must survive a power cut.</param>
    /// <param name="write">Gives the content.</param>
    public static void Write(string path, bool durable, Action<Stream> write)
    {
        path = Path.GetFullPath(path);           // the system would look for a/.. although nobody needs a
        if (Posix.IsStream(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(device);
            device.Flush();
            return;
        }

        var temporary = $"{path}{TemporaryMark}{Environment.ProcessId}";
        Begun.TryAdd(temporary, true);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write)) write(stream);
            if (durable) Posix.Sync(temporary, folder: false);
            Posix.Rename(temporary, path);
            if (durable) Posix.Sync(Path.GetDirectoryName(Path.GetFullPath(path))!, folder: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            Begun.TryRemove(temporary, out _);
        }
    }

    /// <summary>Removes what is being written at this moment, because the process ends.</summary>
    public static void Abandon()
    {
        foreach (var temporary in Begun.Keys)
            try
            {
                File.Delete(temporary);
            }
            catch (Exception e) when (DiskTrouble.Is(e))
            {
                // The next start of a run cleans.
            }
    }

    /// <summary>Removes what interrupted writes left in a folder; under the run's lock.</summary>
    /// <param name="folder">The folder.</param>
    public static void Clean(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var left in Directory.EnumerateFiles(folder, $"*{TemporaryMark}*"))
            try
            {
                File.Delete(left);
            }
            catch (Exception e) when (DiskTrouble.Is(e))
            {
                // It is in nobody's way.
            }
    }
}
