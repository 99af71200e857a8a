namespace Adversa.Formats.Trees;

/// <summary>What the central directory of a zip archive says of one entry, and where its bytes lie.</summary>
/// <param name="Name">Without the slash at a folder's end.</param>
/// <param name="IsFolder">A folder.</param>
/// <param name="Kind">The file type of a Unix mode, 0 where there is none.</param>
/// <param name="IsDeflated">Deflated; else stored.</param>
/// <param name="Crc">The sum of the content.</param>
/// <param name="Packed">Bytes in the archive.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Header">Where the local header begins.</param>
internal sealed record ZipEntry(string Name, bool IsFolder, int Kind, bool IsDeflated, uint Crc, long Packed, long Length, long Header)
{
    /// <summary>Unix's type of a symbolic link.</summary>
    public const int Link = 0xA000;

    private const int Folder = 0x4000, Regular = 0x8000;

    /// <summary>Where the content begins; known once the local header was read.</summary>
    public long Data { get; set; }

    /// <summary>A pipe, socket or device, or a type that contradicts the name.</summary>
    public bool IsSpecial => Kind != 0 && Kind != (IsFolder ? Folder : Kind == Link ? Link : Regular);
}
