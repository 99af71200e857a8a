namespace Adversa.Worlds.Maps;

/// <summary>What a pixel of a map is.</summary>
public enum MapClass
{
    /// <summary>Streets and bridges.</summary>
    Street,

    /// <summary>Built land.</summary>
    Block,

    /// <summary>Parks.</summary>
    Park,

    /// <summary>River and ponds.</summary>
    Water,
}

/// <summary>How a place is shown.</summary>
public enum MapView
{
    /// <summary>One colour for each class.</summary>
    Map,

    /// <summary>As seen from above: roofs, yards, trees, waves.</summary>
    Satellite,
}

/// <summary>A street through the whole picture; lengths in 64ths of its side from the middle, before turning.</summary>
/// <param name="At">Where it runs.</param>
/// <param name="Width">From kerb to kerb.</param>
/// <param name="IsMain">Whether it crosses water.</param>
public sealed record MapStreet(double At, double Width, bool IsMain);

/// <summary>What lies between four streets; the same lengths.</summary>
/// <param name="Kind">Built land or a park.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Upper.</param>
/// <param name="Width">To the next street's middle.</param>
/// <param name="Height">To the next street's middle.</param>
public sealed record MapCell(MapClass Kind, double X, double Y, double Width, double Height);

/// <summary>A house from above, or a tree or a pond.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="HalfWidth">Half its width.</param>
/// <param name="HalfHeight">Half its height.</param>
/// <param name="Colour">Which of the colours of its kind.</param>
public sealed record MapSpot(double X, double Y, double HalfWidth, double HalfHeight, int Colour = 0);

/// <summary>Everything that decides a picture of <see cref="MapSatelliteWorld"/>. Houses and trees are seen from above only: one map has many satellite pictures.</summary>
/// <param name="Turn">How the streets are turned, in turns.</param>
/// <param name="Upright">Streets from top to bottom, left to right.</param>
/// <param name="Across">Streets from left to right, top to bottom.</param>
/// <param name="Cells">What lies between them.</param>
/// <param name="Houses">In the built land.</param>
/// <param name="Trees">In the parks.</param>
/// <param name="Ponds">In parks.</param>
/// <param name="River">The middle line of the river, not turned; empty for none.</param>
/// <param name="RiverWidth">From bank to bank.</param>
public sealed record MapTruth(double Turn, IReadOnlyList<MapStreet> Upright, IReadOnlyList<MapStreet> Across, IReadOnlyList<MapCell> Cells,
    IReadOnlyList<MapSpot> Houses,
    IReadOnlyList<MapSpot> Trees, IReadOnlyList<MapSpot> Ponds, IReadOnlyList<(double X, double Y)> River, double RiverWidth);
