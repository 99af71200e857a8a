using Adversa.Formats.Disk;

namespace Adversa.Formats.Trees;

/// <summary>Reads a whole file from outside, or says why not.</summary>
public static class FileBytes
{
    /// <summary>Reads a file into memory.</summary>
    /// <param name="path">An ordinary file, or a link to one.</param>
    /// <param name="limit">Most bytes allowed.</param>
    /// <exception cref="AdversaException">ADV3007: missing, special, forbidden, too large, or the disk failed.</exception>
    public static byte[] Read(string path, long limit = 2_000_000_000)
    {
        CheckKind(path);
        try
        {
            using var handle = File.OpenHandle(path);
            var length = RandomAccess.GetLength(handle);
            if (length > limit) throw DataError.Of(DataError.Unreadable, Words.HasBytesAtMostAreRead(path, length, limit));
            var bytes = new byte[length];
            var got = 0;
            while (got < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(got), got) is > 0 and var read) got += read;
            return got == bytes.Length ? bytes : throw DataError.Of(DataError.Unreadable, Words.EndedAfterBytes(path, got, length));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(path, DiskTrouble.Of(e)), e);
        }
    }

    /// <summary>Reads the first bytes of a file.</summary>
    /// <param name="path">An ordinary file, or a link to one.</param>
    /// <param name="count">How many; fewer come when the file is shorter.</param>
    /// <exception cref="AdversaException">ADV3007: missing, special, forbidden, or the disk failed.</exception>
    public static byte[] Head(string path, int count)
    {
        CheckKind(path);
        try
        {
            using var handle = File.OpenHandle(path);
            var bytes = new byte[count];
            var got = 0;
            while (got < count && RandomAccess.Read(handle, bytes.AsSpan(got), got) is > 0 and var read) got += read;
            return bytes[..got];
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(path, DiskTrouble.Of(e)), e);
        }
    }

    /// <summary>Refuses what is missing or special without opening it.</summary>
    /// <exception cref="AdversaException">ADV3007.</exception>
    public static void CheckKind(string path)
    {
        if (FileKind.IsRegular(path, follow: true)) return;
        throw DataError.Of(DataError.Unreadable, File.Exists(path) ? Words.IsNoOrdinaryFilePipeSocket(path) : Words.DoesNotExist(path));
    }
}
