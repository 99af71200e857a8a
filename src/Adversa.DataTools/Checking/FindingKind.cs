namespace Adversa.DataTools.Checking;

/// <summary>What a check can find; the order is that of the report.</summary>
public enum FindingKind
{
    /// <summary>A folder that may not be listed.</summary>
    UnreadableFolder,

    /// <summary>A file that may not be read, is too large, or whose disk failed.</summary>
    Unreadable,

    /// <summary>Truncated or damaged, or no picture in spite of its name.</summary>
    Damaged,

    /// <summary>A picture in a format that is not read.</summary>
    Unsupported,

    /// <summary>A damaged table of labels or attributes beside the pictures.</summary>
    Table,

    /// <summary>A text beside the pictures that is not read as captions: damaged, in another encoding, or no sentences.</summary>
    Captions,

    /// <summary>The pictures of a pair do not fit each other.</summary>
    Pair,

    /// <summary>The content is one format, the name says another.</summary>
    WrongExtension,

    /// <summary>The smaller side is below the size asked for.</summary>
    TooSmall,

    /// <summary>Much longer than wide, or the other way round.</summary>
    OddAspect,

    /// <summary>One even colour.</summary>
    Blank,

    /// <summary>Grey, while most pictures have colour.</summary>
    GreyAmongColour,

    /// <summary>In colour, while most pictures are grey.</summary>
    ColourAmongGrey,

    /// <summary>Grey, as all pictures are, but stored in colour.</summary>
    GreyInColour,

    /// <summary>More than one picture in the file.</summary>
    Animated,

    /// <summary>Byte for byte the same as an earlier file.</summary>
    Duplicate,

    /// <summary>Looks the same as an earlier file.</summary>
    NearDuplicate,

    /// <summary>Some pixels are transparent.</summary>
    Transparent,

    /// <summary>Pixels could be transparent, but none is.</summary>
    OpaqueAlpha,

    /// <summary>16 bits a sample.</summary>
    Deep,

    /// <summary>Stores ink (CMYK) instead of light.</summary>
    Ink,

    /// <summary>Stored turned or mirrored, with a note in EXIF that says so.</summary>
    Rotated,
}

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>The file cannot be used.</summary>
    Bad,

    /// <summary>The file can be used; a person should decide whether it should.</summary>
    Look,

    /// <summary>Reading takes care of it.</summary>
    Note,
}
