using Adversa.Formats.Arrays;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data.Files;

/// <summary>Opens what holds files: a folder or an archive, told apart by content and never by name.</summary>
public static class FileTree
{
    private const int MostPeeked = 1 << 16;

    private static readonly (string Name, byte[] Magic)[] NotRead =
    [
        ("lz4", [0x04, 0x22, 0x4D, 0x18]), ("lzip", "LZIP"u8.ToArray()), ("compress", [0x1F, 0x9D]), ("bzip2", "BZh"u8.ToArray()), ("xz", [0xFD, .. "7zXZ"u8]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("7z", [.. "7z"u8, 0xBC, 0xAF]), ("rar", "Rar!"u8.ToArray()),
    ];

    /// <summary>Opens a tree.</summary>
    /// <param name="path">A folder, or a zip, tar or tar.gz archive.</param>
    /// <exception cref="AdversaException">ADV3001: a file of another kind; ADV3007: nothing is there; ADV3030, ADV3031: an archive is refused as a whole.</exception>
    public static IFileTree Open(string path)
    {
        if (Directory.Exists(path)) return FolderTree.Open(path);
        var head = FileBytes.Head(path, TarHeader.Block);
        if (ZipTree.IsZip(head)) return ZipTree.Open(path);
        if (IsTar(path, head)) return OpenTar(path);
        throw Refused(path, head) ?? DataError.Of(DataError.Unknown, Words.IsNeitherFolderNorZipTar(path));
    }

    /// <summary>The error for a file that is an archive of a kind that is not read, or gzip around something else; null for any other file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="head">Its first 512 bytes, or all of it.</param>
    public static AdversaException? Refused(string path, byte[] head)
    {
        if (NotRead.FirstOrDefault(kind => head.AsSpan().StartsWith(kind.Magic)) is { Name: { } other }) return DataError.Of(DataError.Archive,
            other == "xz" ? Words.IsAnArchiveNotRead(path, other) : Words.IsAnArchiveNotReadA(path, other));
        if (!Gzip.IsGzip(head)) return null;
        var inner = Gzip.Head(FileBytes.Head(path, MostPeeked), TarHeader.Block);
        var what = NpyFile.IsNpy(inner) ? Words.NpyArray : ZipTree.IsZip(inner) ? Words.ZipArchiveOrNpz
            : SafeTensorsHeader.Begins(inner) ? Words.SafetensorsFile : PictureSigns.Format(inner) is { } format ? Words.Picture(format) : (Text?)null;
        return what is not { } found ? null : DataError.Of(DataError.Archive, Words.IsInGzipIsNotRead(path, found));
    }

    /// <summary>Whether a file is a tar archive, plain or in gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="head">Its first 512 bytes, or all of it.</param>
    public static bool IsTar(string path, ReadOnlySpan<byte> head) =>
        TarHeader.IsHeader(head) && head.ContainsAnyExcept((byte)0) || (Gzip.IsGzip(head) && TarGz.IsTarGz(path));

    /// <summary>Opens a tar archive, plain or in gzip.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">As for <see cref="Open"/>.</exception>
    public static TarTree OpenTar(string path) => Gzip.IsGzip(FileBytes.Head(path, 2)) ? TarGz.Open(path, CacheFolder.Path) : TarTree.Open(path);
}
