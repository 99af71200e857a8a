using System.IO.Compression;
using System.Security.Cryptography;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;

namespace Adversa.DataTools.Fetching;

/// <summary>Recognises a published file in a folder by its hash, or by the hash of its content.</summary>
internal static class PresentFile
{
    /// <summary>The names under which a file may lie: its own, and that without <c>.gz</c> where its content is known.</summary>
    internal static IEnumerable<string> Names(DownloadFile file) => file.Content is null ? [file.Name] : [file.Name, Path.GetFileNameWithoutExtension(file.Name)];

    /// <summary>The name under which the file lies in a folder, or null when it is not there or another.</summary>
    internal static string? Find(string folder, DownloadFile file, CancellationToken stop) => Names(file).FirstOrDefault(name => Is(Path.Join(folder, name), file, stop));

    private static bool Is(string path, DownloadFile file, CancellationToken stop)
    {
        if (!FileKind.IsRegular(path, follow: true)) return false;
        using var stream = File.OpenRead(path);
        if (stream.Length == file.Bytes && Hash(stream, file.Bytes, stop) == file.Sha256) return true;
        if (file.Content is not { } content) return false;
        stream.Position = 0;
        Span<byte> head = stackalloc byte[2];
        var packed = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && Gzip.IsGzip(head);
        stream.Position = 0;
        if (!packed) return stream.Length == content.Bytes && Hash(stream, content.Bytes, stop) == content.Sha256;
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        return Hash(unpacked, content.Bytes, stop) == content.Sha256;
    }

    /// <summary>SHA-256 of a stream, or null when it is damaged or longer than it should be.</summary>
    private static string? Hash(Stream stream, long most, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        try
        {
            for (long total = 0; stream.Read(buffer) is > 0 and var got;)
            {
                stop.ThrowIfCancellationRequested();
                if ((total += got) > most) return null;
                hash.AppendData(buffer, 0, got);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
