using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using Adversa.Formats.Disk;

namespace Adversa.Formats.Trees;

/// <summary>A gzip-compressed tar archive: it cannot be read by offset, so it is unpacked once, to a plain tar archive in the cache.</summary>
/// <remarks>The files in it never appear on disk. The cached archive is named by the packed file's length, time and first and last bytes, where gzip keeps the sum
/// of the content; it appears whole or not at all, so that any number of processes may do this at once. It may be deleted at any time.</remarks>
public static class TarGz
{
    private const int Sample = 65_536;
    private const int Trailer = 8;

    /// <summary>Whether a file is gzip around a tar archive.</summary>
    /// <param name="path">A readable file.</param>
    public static bool IsTarGz(string path)
    {
        using var archive = ArchiveFile.Open(path);
        var block = new byte[TarHeader.Block];
        try
        {
            using var gzip = new GZipStream(new RegionStream(archive, 0, archive.Length), CompressionMode.Decompress);
            return gzip.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) == block.Length && TarHeader.IsHeader(block);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Opens an archive, unpacking it first when that has not been done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cache">The cache; made when it is missing.</param>
    /// <param name="free">Bytes free there; null asks the disk.</param>
    /// <exception cref="AdversaException">ADV3007: it cannot be read; ADV3030: damaged or refused; ADV3031: it swells; ADV5009: the cache cannot be written, or has no room.</exception>
    public static TarTree Open(string path, string cache, long? free = null)
    {
        var folder = Path.Join(cache, "archives");
        using var packed = ArchiveFile.Open(path);
        var plain = Path.Join(folder, $"{Key(packed)}.tar");
        if (File.Exists(plain))
        {
            try
            {
                return TarTree.Open(plain, path);
            }
            catch (AdversaException)             // someone has damaged it: it is made again
            {
            }
        }

        try
        {
            Directory.CreateDirectory(folder);
            Unpack(packed, plain, free ?? DiskSpace.Free(folder) ?? long.MaxValue);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5009, ExitCode.Resource, Words.CannotBeUnpackedIntoCache(path, folder, DiskTrouble.Of(e)), e);
        }

        return TarTree.Open(plain, path);
    }

    private static string Key(ArchiveFile packed)
    {
        var bytes = new byte[16 + 2 * Sample];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, packed.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), File.GetLastWriteTimeUtc(packed.Path).Ticks);
        var sample = (int)Math.Min(Sample, packed.Length);
        packed.Read(0, bytes.AsSpan(16, sample));
        packed.Read(packed.Length - sample, bytes.AsSpan(16 + Sample, sample));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static void Unpack(ArchiveFile packed, string target, long free)
    {
        RemoveLeftovers(Path.GetDirectoryName(target)!);
        var part = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():n}.part";
        var isDone = false;
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
            {
                Unpack(packed, file, free);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
            isDone = true;
        }
        finally
        {
            if (!isDone) File.Delete(part);
        }
    }

    private static void Unpack(ArchiveFile packed, FileStream file, long free)
    {
        var room = free - ArchiveLimits.KeptFree;                   // below 0 on a disk that is nearly full
        if (room < packed.Length) throw NoRoom(packed, file.Name, free, packed.Length);
        using var region = new RegionStream(packed, 0, packed.Length);
        var buffer = new byte[1 << 20];
        long total = 0;
        var crc = new Crc32();
        try
        {
            using var gzip = new GZipStream(region, CompressionMode.Decompress);
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                total += read;
                if (total > ArchiveLimits.MostBytes) throw packed.Swells(Words.UnpacksToMoreThanBytesAll(ArchiveLimits.MostBytes));
                if (total > room) throw NoRoom(packed, file.Name, free, total);
                if (ArchiveLimits.Swells(total, region.Position)) throw packed.Swells(Words.BytesOfUnpack(region.Position, total));
                crc.Append(buffer.AsSpan(0, read));
                file.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged(packed);
        }

        CheckTrailer(packed, file, total, crc.GetCurrentHashAsUInt32());
    }

    /// <summary>The platform's reader shrugs at a cut-off end: the last eight bytes must be sum and length of all that came out, or of its last part.</summary>
    private static void CheckTrailer(ArchiveFile packed, FileStream file, long total, uint crc)
    {
        Span<byte> trailer = stackalloc byte[Trailer];
        packed.Read(packed.Length - Trailer, trailer);
        var (sum, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        if (sum == crc && length == (uint)total) return;
        if (length >= total) throw Damaged(packed);
        var (buffer, last) = (new byte[1 << 20], new Crc32());
        file.Position = total - length;          // several parts, one behind the other: the trailer speaks of the last
        for (int read; (read = file.Read(buffer)) > 0;) last.Append(buffer.AsSpan(0, read));
        if (sum != last.GetCurrentHashAsUInt32()) throw Damaged(packed);
    }

    /// <summary>Removes what processes left behind that were killed while unpacking.</summary>
    private static void RemoveLeftovers(string folder)
    {
        foreach (var part in Directory.EnumerateFiles(folder, "*.part"))
        {
            try
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(part) < TimeSpan.FromHours(1)) continue;
                using (new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(part);      // locked while it is being written
            }
            catch (Exception e) when (DiskTrouble.Is(e))
            {
            }
        }
    }

    private static AdversaException NoRoom(ArchiveFile packed, string file, long free, long needed) => new(5009, ExitCode.Resource, Words.UnpacksToMoreThanMB(packed.Path, needed >> 20, Path.GetDirectoryName(file), free >> 20, ArchiveLimits.KeptFree >> 20));

    private static AdversaException Damaged(ArchiveFile packed) =>
        packed.Refused(Words.CannotBeUnpacked);
}
