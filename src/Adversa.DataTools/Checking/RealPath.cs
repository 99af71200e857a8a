using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.DataTools.Checking;

/// <summary>Where a path leads once all links are followed.</summary>
internal static partial class RealPath
{
    private const int MostBytes = 4096;

    /// <summary>Follows; parts that are not there yet stay as they are.</summary>
    /// <param name="path">Any path.</param>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var known = full; ;)
        {
            if (Resolved(known) is { } real) return Path.Join(real, full[known.Length..]);
            if (Path.GetDirectoryName(known) is not { } parent) return full;
            known = parent;
        }
    }

    private static unsafe string? Resolved(string path)
    {
        Span<byte> buffer = stackalloc byte[MostBytes + 1];
        fixed (byte* at = buffer)
            return realpath(path, at) == 0 ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(at));
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial nint realpath(string path, byte* resolved);
}
