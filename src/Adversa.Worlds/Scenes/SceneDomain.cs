namespace Adversa.Worlds.Scenes;

/// <summary>How a scene is shown: under a light, or under the sun and without its colours.</summary>
public enum SceneDomain
{
    /// <summary><see cref="SceneLight.Sunny"/>.</summary>
    Sunny,

    /// <summary><see cref="SceneLight.Cloudy"/>.</summary>
    Cloudy,

    /// <summary><see cref="SceneLight.Dusk"/>.</summary>
    Dusk,

    /// <summary><see cref="SceneLight.Night"/>.</summary>
    Night,

    /// <summary>Sunny, each pixel's three parts its brightness, <c>(299 R + 587 G + 114 B + 500) / 1000</c> in whole numbers.</summary>
    Grey,
}
