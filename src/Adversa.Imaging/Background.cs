namespace Adversa.Imaging;

/// <summary>What shows through transparent pixels of a picture.</summary>
public enum Background
{
    /// <summary>Black.</summary>
    Black,

    /// <summary>White.</summary>
    White,

    /// <summary>The picture's own mean colour, each pixel counted as much as it covers; black where nothing covers.</summary>
    Mean,
}
