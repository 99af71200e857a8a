namespace Adversa.Formats.Trees;

/// <summary>How far an archive may swell.</summary>
internal static class ArchiveLimits
{
    /// <summary>Bytes of all files together.</summary>
    public const long MostBytes = 50_000_000_000;

    /// <summary>Files, folders and links together.</summary>
    public const int MostEntries = 5_000_000;

    /// <summary>Bytes of names and attributes that stand before one entry.</summary>
    public const int MostMetadata = 1_000_000;

    /// <summary>Bytes that stay free on the disk that receives an unpacked archive.</summary>
    public const long KeptFree = 1_000_000_000;

    private const long FirstBytes = 10_000_000;
    private const long MostRatio = 200;

    /// <summary>Whether so much comes out of so little that it can only be meant to fill memory or disk.</summary>
    /// <param name="unpacked">Bytes that come out.</param>
    /// <param name="packed">Bytes that go in.</param>
    public static bool Swells(long unpacked, long packed) => unpacked > FirstBytes && unpacked / MostRatio > packed;
}
