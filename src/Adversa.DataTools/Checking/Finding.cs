namespace Adversa.DataTools.Checking;

/// <summary>One thing that a check found about one file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file, relative to the folder or archive, with <c>/</c>.</param>
/// <param name="Detail">The particulars, without the file's name.</param>
public sealed record Finding(FindingKind Kind, string File, Text Detail);
