using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>What is remembered of one file that was looked at: about 450 bytes, however large the file.</summary>
internal sealed record FileFacts
{
    /// <summary>A file that is neither a picture nor claims to be one.</summary>
    public static FileFacts Other { get; } = new();

    /// <summary>Why it cannot be used; null for a picture that was decoded, and for <see cref="Other"/>.</summary>
    public FindingKind? Problem { get; init; }

    /// <summary>The particulars of the problem.</summary>
    public Text Reason { get; init; }

    /// <summary>The first 128 bits of the content's SHA-256.</summary>
    public UInt128 Hash { get; init; }

    /// <summary>What the header says; null when it was not decoded.</summary>
    public PictureHeader? Header { get; init; }

    /// <summary>Whether some pixel is transparent; null when only the header is known to allow it.</summary>
    public bool? UsesAlpha { get; init; }

    /// <summary>Whether its pixels have no colour.</summary>
    public bool IsGrey { get; init; }

    /// <summary>Whether it is one even colour.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What it looks like.</summary>
    public Look Look { get; init; }

    /// <summary>Its size as it is seen.</summary>
    public PictureSize Size => Header is { } header ? header.Size : default;
}
