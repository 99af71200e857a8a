using System.Globalization;
using Adversa.Formats.Disk;

namespace Adversa.Training.Folders;

/// <summary>Keeps two processes from training one run: an flock for the life of the process, free at once when it dies.</summary>
/// <remarks>The owner's name stands in a second file, since the base library cannot even read a locked one.</remarks>
public sealed class RunLock : IDisposable
{
    private const string LockFile = "run.lock", OwnerFile = "run.owner";
    private int _descriptor;

    private RunLock(int descriptor) => _descriptor = descriptor;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <exception cref="AdversaException">ADV7001 with exit 7: another process holds it; the message names that process. ADV5006: the folder cannot be written.</exception>
    public static RunLock Take(string folder)
    {
        try
        {
            var descriptor = Posix.TryLock(Path.Join(folder, LockFile));
            if (descriptor < 0) throw Locked(folder);
            SayWho(folder);
            return new RunLock(descriptor);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5006, ExitCode.Resource, Words.RunsFolderCannotBeWritten(folder, DiskTrouble.Of(e)), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0) Posix.Close(descriptor);
    }

    /// <summary>Names the owner for others; on a full disk the lock holds without it.</summary>
    private static void SayWho(string folder)
    {
        try
        {
            File.WriteAllText(Path.Join(folder, OwnerFile), string.Create(CultureInfo.InvariantCulture,
                $"pid {Environment.ProcessId} on {Environment.MachineName} since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z\n"));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // The lock is what counts.
        }
    }

    private static AdversaException Locked(string folder)
    {
        string owner;
        try
        {
            owner = File.ReadAllText(Path.Join(folder, OwnerFile)).Trim();
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            owner = "?";
        }

        return new(7001, ExitCode.Locked, Words.IsBeingTrainedByAnotherProcess(folder, owner));
    }
}
