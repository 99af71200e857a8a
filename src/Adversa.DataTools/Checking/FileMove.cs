using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Adversa.Formats.Disk;

namespace Adversa.DataTools.Checking;

/// <summary>Moves a file and never overwrites one, on one file system or from one to another.</summary>
internal static partial class FileMove
{
    private const int WorkingDirectory = -100, Exclusive = 1, AlreadyThere = 17;

    /// <summary>Moves.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">A name that nothing has, in a folder that is there.</param>
    /// <exception cref="IOException">It could not be moved and is where it was.</exception>
    public static void Move(string from, string to)
    {
        if (renameat2(WorkingDirectory, from, WorkingDirectory, to, Exclusive) == 0) return;
        var error = Marshal.GetLastPInvokeError();
        if (error == AlreadyThere) throw new IOException($"{to} is there already.");
        Copy(from, to);                              // another file system, or one without exclusive renaming
        try
        {
            File.Delete(from);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            File.Delete(to);                         // one file in one place
            throw;
        }
    }

    /// <summary>Whether a name is taken, be it by a broken link.</summary>
    public static bool Exists(string path) => File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <summary>Copies, waits for the disk, and compares.</summary>
    internal static void Copy(string from, string to)
    {
        if (!FileKind.IsRegular(from)) throw new IOException($"{from} is gone or no ordinary file.");
        using var source = File.OpenRead(from);
        var isOurs = false;
        try
        {
            using var copy = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite);
            isOurs = true;
            source.CopyTo(copy);
            copy.Flush(flushToDisk: true);
            (source.Position, copy.Position) = (0, 0);
            if (!SHA256.HashData(source).AsSpan().SequenceEqual(SHA256.HashData(copy))) throw new IOException($"The copy of {from} differs from it.");
            File.SetLastWriteTimeUtc(copy.SafeFileHandle, File.GetLastWriteTimeUtc(from));
        }
        catch
        {
            if (isOurs) File.Delete(to);
            throw;
        }
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int renameat2(int fromFolder, string from, int toFolder, string to, uint flags);
}
