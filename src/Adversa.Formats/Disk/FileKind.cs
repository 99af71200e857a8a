using System.Runtime.InteropServices;

namespace Adversa.Formats.Disk;

/// <summary>What stands at a path, asked without opening it: opening a FIFO would block for ever.</summary>
public static partial class FileKind
{
    private const int AtWorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const int WantType = 1;
    private const int ModeOffset = 28;           // struct statx is the same on every Linux architecture
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether the path itself, or what a link there leads to, is an ordinary file.</summary>
    /// <param name="path">Any path.</param>
    /// <param name="follow">Whether links are followed.</param>
    public static unsafe bool IsRegular(string path, bool follow = false)
    {
        var answer = stackalloc byte[256];
        return statx(AtWorkingDirectory, path, follow ? 0 : NoFollow, WantType, answer) == 0 && (*(ushort*)(answer + ModeOffset) & TypeMask) == RegularFile;
    }

    /// <summary>Whether anything stands at a path, be it a link that leads nowhere. A name that is not UTF-8 comes from the platform with a sign in place of what it cannot say, and is not found.</summary>
    /// <param name="path">Any path.</param>
    public static unsafe bool IsThere(string path)
    {
        var answer = stackalloc byte[256];
        return statx(AtWorkingDirectory, path, NoFollow, WantType, answer) == 0;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int statx(int folder, string path, int flags, uint mask, byte* answer);
}
