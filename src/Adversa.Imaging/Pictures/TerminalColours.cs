namespace Adversa.Imaging.Pictures;

/// <summary>What a terminal can show.</summary>
public enum TerminalColours
{
    /// <summary>No colour: ten ASCII characters from dark to bright.</summary>
    None,

    /// <summary>xterm's 256 colours.</summary>
    Palette256,

    /// <summary>24 bits of colour.</summary>
    TrueColour,
}
