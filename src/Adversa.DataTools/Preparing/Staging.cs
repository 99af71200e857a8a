using Adversa.Formats.Disk;

namespace Adversa.DataTools.Preparing;

/// <summary>The folder beside the target in which a packing grows: chunks that survive a kill, and the plan that says what they belong to.</summary>
internal sealed class Staging : IDisposable
{
    private const string PlanFile = "plan.txt", LockFile = "lock";
    private readonly string _folder;
    private readonly int _lock;

    private Staging(string folder, int taken) => (_folder, _lock) = (folder, taken);

    /// <summary>Opens or makes the folder; chunks of another plan are removed.</summary>
    /// <param name="target">The file that will come of it.</param>
    /// <param name="plan">The present plan's hash.</param>
    /// <exception cref="AdversaException">ADV7001: another process is packing to this target; ADV3051: a folder of that name is none of ours.</exception>
    public static Staging Open(string target, string plan)
    {
        var folder = FolderOf(target);
        var isOurs = !Directory.Exists(folder) || File.Exists(Path.Join(folder, LockFile)) || !Directory.EnumerateFileSystemEntries(folder).Any();
        if (!isOurs || File.Exists(folder)) throw DataError.Of(DataError.Target, Words.TargetIsInTheWay(folder));
        Directory.CreateDirectory(folder);
        var taken = Posix.TryLock(Path.Join(folder, LockFile));
        if (taken < 0) throw new AdversaException(7001, ExitCode.Locked, Words.IsBeingPackedByAnotherProcess(target));
        var staging = new Staging(folder, taken);
        var planFile = Path.Join(folder, PlanFile);
        if (!File.Exists(planFile) || File.ReadAllText(planFile) != plan)
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != LockFile)) File.Delete(file);
            AtomicFile.Write(planFile, durable: false, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(plan)));
        }

        return staging;
    }

    /// <summary>The folder that belongs to a target.</summary>
    public static string FolderOf(string target) => $"{Path.GetFullPath(target)}.partial";

    /// <summary>The result while it grows.</summary>
    public string PackedFile => Path.Join(_folder, "packed");

    /// <summary>The file of a chunk.</summary>
    public string ChunkFile(int chunk) => Path.Join(_folder, $"chunk-{chunk:D6}");

    /// <summary>Removes everything: the packing is done, or was refused.</summary>
    public void Remove()
    {
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => Path.GetFileName(file) != LockFile)) File.Delete(file);
        File.Delete(Path.Join(_folder, LockFile));
        Directory.Delete(_folder);
    }

    /// <inheritdoc/>
    public void Dispose() => Posix.Close(_lock);
}
