namespace Adversa.Formats.Disk;

/// <summary>How much fits on a disk, asked before something large is begun.</summary>
public static class DiskSpace
{
    /// <summary>Free bytes where a path is or will be; null where the system does not say.</summary>
    /// <param name="path">A file or folder, there or not yet.</param>
    public static long? Free(string path)
    {
        try
        {
            for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
                if (Directory.Exists(at)) return new DriveInfo(at).AvailableFreeSpace;
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is ArgumentException)
        {
            // Writing will tell.
        }

        return null;
    }

    /// <summary>Refuses what cannot fit.</summary>
    /// <param name="path">What will be written.</param>
    /// <param name="bytes">Its size.</param>
    /// <exception cref="AdversaException">ADV5009: there is no room.</exception>
    public static void Check(string path, long bytes)
    {
        if (Posix.IsStream(path) || Free(path) is not { } free || free >= bytes) return;
        throw new AdversaException(5009, ExitCode.Resource, Words.CannotBeWritten(path, Megabytes(bytes), free >> 20));
    }

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
