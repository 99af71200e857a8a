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
            throw DataError.Of(DataError.Unreadable, $"{path} cannot be read: {DiskTrouble.Of(e).English}.", $"{path} no se puede leer: {DiskTrouble.Of(e).Spanish}.", e);
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
                if (read == 0) throw DataError.Of(DataError.Unreadable,
                    $"{Path} ended at byte {offset + got} of {Length}: it changed while being read. Try again.",
                    $"{Path} terminó en el byte {offset + got} de {Length}: cambió durante la lectura. Inténtelo de nuevo.");
                got += read;
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, $"{Path} cannot be read: {DiskTrouble.Of(e).English}.", $"{Path} no se puede leer: {DiskTrouble.Of(e).Spanish}.", e);
        }
    }

    /// <summary>The error that refuses the whole archive.</summary>
    /// <param name="english">What is wrong, as the end of a sentence.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public AdversaException Refused(string english, string spanish) => DataError.Of(DataError.Archive,
        $"{Path} is refused: {english}. Pack it anew, or unpack it yourself and give the folder.",
        $"{Path} se rechaza: {spanish}. Empaquételo de nuevo, o descomprímalo usted e indique la carpeta.");

    /// <summary>The error for an archive that is larger inside than is allowed.</summary>
    /// <param name="english">Which limit, as the end of a sentence.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public AdversaException Swells(string english, string spanish) => DataError.Of(DataError.Swelling,
        $"{Path} is refused: {english}. If you trust it, unpack it yourself and give the folder.",
        $"{Path} se rechaza: {spanish}. Si confía en él, descomprímalo usted e indique la carpeta.");

    /// <summary>The error for an archive whose end is missing.</summary>
    public AdversaException Cut() => Refused("it is cut off, or its parts lie where they cannot", "está incompleto, o sus partes están donde no pueden estar");

    /// <summary>The error for one damaged file in an otherwise sound archive.</summary>
    /// <param name="name">The file's name in the archive.</param>
    /// <param name="english">What is wrong, as the end of a sentence.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public AdversaException Damaged(string name, string english, string spanish) => DataError.Of(DataError.Picture,
        $"{name} in {Path} is damaged: {english}. Download the archive again, or leave this file out.",
        $"{name} en {Path} está dañado: {spanish}. Descargue el archivo de nuevo o prescinda de esa entrada.");

    /// <summary>The error for a file that is larger than its reader allows.</summary>
    /// <param name="file">The file in the archive.</param>
    /// <param name="limit">Most bytes allowed.</param>
    public AdversaException TooLarge(TreeFile file, long limit) => DataError.Of(DataError.Unreadable,
        $"{file.Name} in {Path} has {file.Length} bytes; at most {limit} are read. Split it.",
        $"{file.Name} en {Path} tiene {file.Length} bytes; se leen como máximo {limit}. Divídalo.");

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
