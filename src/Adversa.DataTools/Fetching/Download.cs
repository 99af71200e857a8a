namespace Adversa.DataTools.Fetching;

/// <summary>A public data set that <c>adversa data get</c> downloads.</summary>
/// <param name="Name">Its name in commands; lower case with dashes.</param>
/// <param name="Title">What is in it: one line.</param>
/// <param name="Licence">What is known of its licence: one line.</param>
/// <param name="Citation">Whom to cite: authors, year, title.</param>
/// <param name="Home">Its home page.</param>
/// <param name="Files">The files as they are published.</param>
public sealed record Download(string Name, Text Title, Text Licence, string Citation, string Home, IReadOnlyList<DownloadFile> Files)
{
    /// <summary>Bytes of all files.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}

/// <summary>A published file.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its exact size.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Mirrors">Where it is published, the first one to be asked first.</param>
public sealed record DownloadFile(string Name, long Bytes, string Sha256, IReadOnlyList<string> Mirrors)
{
    /// <summary>Length and SHA-256 of what a gzip file holds, where they are known.</summary>
    /// <remarks>Some browsers unpack what they download and some archives pack anew. A file that a person puts into the folder is accepted by its
    /// content too, under its name with or without <c>.gz</c>; what comes from a mirror must be the published file.</remarks>
    public (long Bytes, string Sha256)? Content { get; init; }
}
