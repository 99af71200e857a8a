using Adversa.Formats.Disk;
using Microsoft.Win32.SafeHandles;

namespace Adversa.Formats.Trees;

/// <summary>The bytes of an archive, read by offset; any number of threads may read.</summary>
internal sealed class ArchiveFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    private ArchiveFile(string path, SafeFileHandle handle) => (Path, _handle, Length) = (path, handle, RandomAccess.GetLength(handle));

    /// <summary>Its full path, or that of the packed file it was unpacked from.</summary>
    public string Path { get; }

    /// <summary>Its own name, without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Bytes in it when it was opened.</summary>
    public long Length { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="path">An ordinary file, or a link to one.</param>
    /// <param name="shown">The packed file that it was unpacked from, for messages; null when it is the user's own.</param>
    /// <exception cref="AdversaException">ADV3007: missing, special or forbidden.</exception>
    public static ArchiveFile Open(string path, string? shown = null)
    {
        FileBytes.CheckKind(path);
        try
        {
            return new(System.IO.Path.GetFullPath(shown ?? path), File.OpenHandle(path, options: FileOptions.RandomAccess));
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(path, DiskTrouble.Of(e)), e);
        }
    }

    /// <summary>Reads as many bytes as there is room for.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="destination">Receives them.</param>
    /// <exception cref="AdversaException">ADV3030: the archive has never been that long; ADV3007: it has become shorter, or the disk failed.</exception>
    public void Read(long offset, Span<byte> destination)
    {
        if (offset < 0 || offset > Length - destination.Length) throw Cut();
        try
        {
            for (var got = 0; got < destination.Length;)
            {
                var read = RandomAccess.Read(_handle, destination[got..], offset + got);
                if (read == 0) throw DataError.Of(DataError.Unreadable, Words.EndedAtByte(Path, offset + got, Length));
                got += read;
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, Words.CannotBeRead(Path, DiskTrouble.Of(e)), e);
        }
    }

    /// <summary>The error that refuses the whole archive.</summary>
    /// <param name="text">What is wrong, as the end of a sentence.</param>
    public AdversaException Refused(Text text) => DataError.Of(DataError.Archive, Words.IsRefusedPackAnewOrUnpack(Path, text));

    /// <summary>The error for an archive that is larger inside than is allowed.</summary>
    /// <param name="text">Which limit, as the end of a sentence.</param>
    public AdversaException Swells(Text text) => DataError.Of(DataError.Swelling, Words.IsRefusedIfYouTrustUnpack(Path, text));

    /// <summary>The error for an archive whose end is missing.</summary>
    public AdversaException Cut() => Refused(Words.IsCutOffOrPartsLie);

    /// <summary>The error for one damaged file in an otherwise sound archive.</summary>
    /// <param name="name">The file's name in the archive.</param>
    /// <param name="text">What is wrong, as the end of a sentence.</param>
    public AdversaException Damaged(string name, Text text) => DataError.Of(DataError.Picture, Words.InIsDamaged(name, Path, text));

    /// <summary>The error for a file that is larger than its reader allows.</summary>
    /// <param name="file">The file in the archive.</param>
    /// <param name="limit">Most bytes allowed.</param>
    public AdversaException TooLarge(TreeFile file, long limit) => DataError.Of(DataError.Unreadable, Words.InHasBytes(file.Name, Path, file.Length, limit));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
