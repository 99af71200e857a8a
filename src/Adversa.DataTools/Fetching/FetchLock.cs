namespace Adversa.DataTools.Fetching;

/// <summary>Keeps two processes from downloading into one folder: an flock, which the base library takes with <see cref="FileShare.None"/>, free at once when its owner dies.</summary>
internal static class FetchLock
{
    private const int EWOULDBLOCK = 11;

    /// <summary>Takes the lock; disposing frees it.</summary>
    /// <exception cref="AdversaException">ADV3064 with exit 7: another process holds it.</exception>
    internal static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(Path.Join(folder, ".adversa-download.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == EWOULDBLOCK)
        {
            throw new AdversaException(3064, ExitCode.Locked, Words.AnotherProcessIsDownloadingInto(folder), e);
        }
    }
}
