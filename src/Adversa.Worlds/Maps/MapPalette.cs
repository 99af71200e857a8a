using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Maps;

/// <summary>The colours of both views. No colour of one class lies between colours of two others, so that the nearest one tells the class, on edges too.</summary>
/// <remarks>A map read as if from above has streets and built land exchanged: copying the map is no answer.</remarks>
internal static class MapPalette
{
    /// <summary>Of the map, by class.</summary>
    public static readonly IReadOnlyList<Colour> Map = [new(250, 160, 130), new(236, 232, 228), new(120, 195, 100), new(90, 160, 235)];

    /// <summary>Roofs from above.</summary>
    public static readonly IReadOnlyList<Colour> Roofs = [new(182, 90, 62), new(232, 204, 140), new(150, 84, 62), new(188, 132, 88)];

    /// <summary>Trees from above.</summary>
    public static readonly IReadOnlyList<Colour> Trees = [new(52, 96, 46), new(74, 118, 48)];

    /// <summary>From above: asphalt, yards and their shadows, grass, water.</summary>
    public static readonly Colour Asphalt = new(190, 200, 200), Yard = new(178, 128, 90), Shade = new(112, 60, 54), Grass = new(116, 170, 70),
        Water = new(40, 94, 144), DeepWater = new(22, 78, 126);

    /// <summary>The colours of a class in a view.</summary>
    public static IReadOnlyList<Colour> Of(MapView view, MapClass one) => view == MapView.Map ? [Map[(int)one]] : one switch
    {
        MapClass.Street => [Asphalt],
        MapClass.Block => [Yard, Shade, .. Roofs],
        MapClass.Park => [Grass, .. Trees],
        _ => [Water, DeepWater],
    };
}
