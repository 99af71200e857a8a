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
            if (length > limit) throw DataError.Of(DataError.Unreadable,
                $"{path} has {length} bytes; at most {limit} are read. Split it.",
                $"{path} tiene {length} bytes; se leen como máximo {limit}. Divídalo.");
            var bytes = new byte[length];
            var got = 0;
            while (got < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(got), got) is > 0 and var read) got += read;
            return got == bytes.Length ? bytes : throw DataError.Of(DataError.Unreadable,
                $"{path} ended after {got} of {length} bytes: it changed while being read. Try again.",
                $"{path} terminó tras {got} de {length} bytes: cambió durante la lectura. Inténtelo de nuevo.");
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw DataError.Of(DataError.Unreadable, $"{path} cannot be read: {DiskTrouble.Of(e).English}.", $"{path} no se puede leer: {DiskTrouble.Of(e).Spanish}.", e);
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
            throw DataError.Of(DataError.Unreadable, $"{path} cannot be read: {DiskTrouble.Of(e).English}.", $"{path} no se puede leer: {DiskTrouble.Of(e).Spanish}.", e);
        }
    }

    /// <summary>Refuses what is missing or special without opening it.</summary>
    /// <exception cref="AdversaException">ADV3007.</exception>
    public static void CheckKind(string path)
    {
        if (FileKind.IsRegular(path, follow: true)) return;
        throw DataError.Of(DataError.Unreadable,
            File.Exists(path) ? $"{path} is no ordinary file (a pipe, socket or device). Give a file." : $"{path} does not exist. Check the path.",
            File.Exists(path) ? $"{path} no es un archivo corriente (tubería, socket o dispositivo). Indique un archivo." : $"{path} no existe. Revise la ruta.");
    }
}
