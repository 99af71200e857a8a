namespace Adversa.Worlds.Scenes;

/// <summary>What lights a scene.</summary>
public enum SceneLight
{
    /// <summary>Sun in a blue sky.</summary>
    Sunny,

    /// <summary>Under clouds: even, grey light.</summary>
    Cloudy,

    /// <summary>The sun is low and the sky is pink.</summary>
    Dusk,

    /// <summary>Moon and stars; the windows are lit.</summary>
    Night,
}

/// <summary>What a pixel of a scene shows.</summary>
public enum ScenePart
{
    /// <summary>The sky with what hangs in it.</summary>
    Sky,

    /// <summary>The hills behind.</summary>
    Hill,

    /// <summary>The meadow and its path.</summary>
    Ground,

    /// <summary>Trees.</summary>
    Tree,

    /// <summary>Walls and doors of houses.</summary>
    Wall,

    /// <summary>Roofs and chimneys.</summary>
    Roof,

    /// <summary>Windows.</summary>
    Window,

    /// <summary>The object in front.</summary>
    Object,
}

/// <summary>What stands in front.</summary>
public enum SceneObjectKind
{
    /// <summary>A hot-air balloon, in the sky.</summary>
    Balloon,

    /// <summary>A car.</summary>
    Car,

    /// <summary>A tent.</summary>
    Tent,
}

/// <summary>A cloud; lengths in 64ths of the side.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its lower edge.</param>
/// <param name="Size">Half its width.</param>
/// <param name="Lean">Which side is higher, -1 to 1.</param>
public sealed record SceneCloud(double X, double Y, double Size, double Lean);

/// <summary>A house; lengths in 64ths of the side.</summary>
/// <param name="X">The middle of its front.</param>
/// <param name="Y">Where it stands.</param>
/// <param name="Scale">Larger is nearer, 0.7 to 1.4.</param>
/// <param name="Width">Of the front, before scaling.</param>
/// <param name="Height">Of the walls, before scaling.</param>
/// <param name="Depth">Of the side that is seen, before scaling; negative is to the left.</param>
/// <param name="Floors">Rows of windows, 1 or 2.</param>
/// <param name="WallHue">Along the colours of walls, 0 to 1.</param>
/// <param name="RoofHue">Along the colours of roofs, 0 to 1.</param>
public sealed record SceneHouse(double X, double Y, double Scale, double Width, double Height, double Depth, int Floors, double WallHue, double RoofHue);

/// <summary>A tree; lengths in 64ths of the side.</summary>
/// <param name="X">Its trunk.</param>
/// <param name="Y">Where it stands.</param>
/// <param name="Scale">Larger is nearer, 0.7 to 1.4.</param>
/// <param name="IsFir">Pointed and dark, or round.</param>
/// <param name="Hue">Along the greens of its kind, 0 to 1.</param>
public sealed record SceneTree(double X, double Y, double Scale, bool IsFir, double Hue);

/// <summary>The object in front; lengths in 64ths of the side.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="X">Its middle.</param>
/// <param name="Y">Where it stands, or a balloon's middle.</param>
/// <param name="Scale">0.85 to 1.15.</param>
/// <param name="Hue">On the ring of its colours, 0 to 1.</param>
public sealed record SceneObject(SceneObjectKind Kind, double X, double Y, double Scale, double Hue);

/// <summary>Everything that decides a picture of <see cref="ScenesWorld"/>. Change one value with <c>with</c> and render again: an exact counterpart.</summary>
/// <param name="Light">What lights it.</param>
/// <param name="SunX">Where sun or moon stands, 64ths of the side.</param>
/// <param name="SunY">Where sun or moon stands, 64ths of the side.</param>
/// <param name="Clouds">The clouds that every light but <see cref="SceneLight.Cloudy"/> shows too.</param>
/// <param name="FarHills">Heights of the hills far away at seven places from left to right, 64ths of the side from above.</param>
/// <param name="NearHills">Heights of the nearer hills, likewise.</param>
/// <param name="Meadow">Where the meadow begins, at three places.</param>
/// <param name="Green">From blue-green to yellow-green hills, 0 to 1.</param>
/// <param name="Houses">From the farthest to the nearest.</param>
/// <param name="Trees">From the farthest to the nearest.</param>
/// <param name="Object">The object in front; null for none.</param>
public sealed record SceneTruth(SceneLight Light, double SunX, double SunY, IReadOnlyList<SceneCloud> Clouds, IReadOnlyList<double> FarHills,
    IReadOnlyList<double> NearHills, IReadOnlyList<double> Meadow, double Green, IReadOnlyList<SceneHouse> Houses, IReadOnlyList<SceneTree> Trees,
        SceneObject? Object)
{
    /// <summary>Another light for the object alone, as when it was cut out of another picture; null for the scene's.</summary>
    public SceneLight? ObjectLight { get; init; }
}
