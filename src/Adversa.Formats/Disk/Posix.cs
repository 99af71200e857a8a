using System.Runtime.InteropServices;

namespace Adversa.Formats.Disk;

/// <summary>The system calls behind durable files and locks, with every error looked at: the base library reports success when fsync fails.</summary>
public static partial class Posix
{
    private const int EINTR = 4;
    private const int ENOENT = 2;
    private const int EWOULDBLOCK = 11;
    private const int O_RDONLY = 0;
    private const int O_RDWR = 2;
    private const int O_CREAT = 0x40;
    private const int O_DIRECTORY = 0x10000;
    private const int O_CLOEXEC = 0x80000;
    private const int LOCK_EX = 2;
    private const int LOCK_NB = 4;
    private const int AT_FDCWD = -100, STATX_TYPE = 1, StatBytes = 256, ModeOffset = 28;      // struct statx is the same on every Linux architecture
    private const int S_IFMT = 0xF000, S_IFREG = 0x8000, S_IFDIR = 0x4000;

    private static readonly AsyncLocal<Action<string, string>?> Watching = new();

    /// <summary>Told of every <c>fsync</c> and <c>rename</c> of this flow of calls, with its path, just before it happens: for tests of their order.</summary>
    public static Action<string, string>? Watch
    {
        get => Watching.Value;
        set => Watching.Value = value;
    }

    /// <summary>Makes a file's or folder's content survive a power cut.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="folder">Whether it is a folder.</param>
    /// <exception cref="IOException">The disk said no; the data must be written again to new files, since a second fsync would lie.</exception>
    public static void Sync(string path, bool folder)
    {
        Watch?.Invoke("fsync", path);
        var descriptor = Open(path, O_RDONLY | O_CLOEXEC | (folder ? O_DIRECTORY : 0), 0);
        try
        {
            while (fsync(descriptor) != 0)
                if (Marshal.GetLastPInvokeError() != EINTR) throw Error("fsync", path);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    /// <summary>Gives a file or folder its final name; atomic.</summary>
    /// <param name="from">The present name.</param>
    /// <param name="to">The final name; a file of that name is replaced.</param>
    /// <exception cref="IOException">The system refused.</exception>
    public static void Rename(string from, string to)
    {
        Watch?.Invoke("rename", to);
        if (rename(from, to) != 0) throw Error("rename", to);
    }

    /// <summary>Takes an exclusive lock without waiting.</summary>
    /// <param name="path">A file of its own, made when it is missing.</param>
    /// <returns>The descriptor that holds it, or -1 when somebody else does.</returns>
    /// <exception cref="IOException">The system refused.</exception>
    public static int TryLock(string path)
    {
        var descriptor = Open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0b110_100_100);
        while (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == EINTR) continue;
            var failure = error == EWOULDBLOCK ? null : Error("flock", path);
            _ = close(descriptor);
            return failure is null ? -1 : throw failure;
        }

        return descriptor;
    }

    /// <summary>Closes a descriptor, which gives back its lock.</summary>
    /// <param name="descriptor">From <see cref="TryLock"/>.</param>
    public static void Close(int descriptor) => _ = close(descriptor);

    /// <summary>Whether a path leads to a device, a pipe or a socket: something that is written as it stands and never replaced.</summary>
    /// <param name="path">Any path; links are followed.</param>
    public static bool IsStream(string path)
    {
        var full = Path.GetFullPath(path);
        if ((full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)) || full.StartsWith("/proc/", StringComparison.Ordinal)) return true;
        Span<byte> answer = stackalloc byte[StatBytes];
        if (statx(AT_FDCWD, full, 0, STATX_TYPE, answer) != 0) return false;
        return (BitConverter.ToUInt16(answer[ModeOffset..]) & S_IFMT) is not (S_IFREG or S_IFDIR);
    }

    private static int Open(string path, int flags, int mode)
    {
        while (true)
        {
            var descriptor = open(path, flags, mode);
            if (descriptor >= 0) return descriptor;
            if (Marshal.GetLastPInvokeError() != EINTR) throw Error("open", path);
        }
    }

    private static IOException Error(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        var text = $"{call} {path}: {Marshal.GetPInvokeErrorMessage(error)}";
        return error == ENOENT ? new FileNotFoundException(text, path) : new IOException(text, error);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int descriptor, int operation);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, Span<byte> answer);
}
