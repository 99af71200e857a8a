using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>The colours of <see cref="AvatarsWorld"/>, chosen by hand.</summary>
internal static class AvatarPalette
{
    private static readonly Colour[] Skins =
        [new(255, 228, 205), new(250, 212, 178), new(236, 188, 145), new(214, 158, 112), new(180, 122, 80), new(138, 88, 58), new(98, 62, 44)];

    private static readonly Colour[] Hairs =
        [new(44, 38, 46), new(110, 70, 46), new(232, 190, 108), new(190, 84, 44), new(176, 178, 188), new(70, 118, 214)];

    private static readonly Colour[] Irises =
        [new(74, 46, 30), new(112, 74, 42), new(122, 112, 58), new(84, 136, 92), new(74, 138, 190), new(122, 144, 162)];

    private static readonly Colour[] Cloths =
    [
        new(214, 80, 74), new(232, 138, 66), new(238, 196, 90), new(128, 172, 92), new(58, 148, 128),
        new(54, 122, 168), new(72, 86, 160), new(124, 88, 164), new(190, 92, 140), new(86, 92, 104),
    ];

    private static readonly Colour[] Grounds =
    [
        new(250, 218, 206), new(252, 230, 196), new(248, 240, 200), new(222, 238, 204), new(202, 234, 220),
        new(200, 230, 240), new(206, 218, 244), new(222, 210, 242), new(242, 210, 232), new(228, 228, 232),
    ];

    /// <summary>Skin in even light.</summary>
    public static Colour Skin(AvatarTruth truth) => Colour.Along(Skins, truth.Skin);

    /// <summary>Hair in even light.</summary>
    public static Colour Hair(AvatarTruth truth) => Hairs[(int)truth.HairColour].Times(1 + 0.16 * truth.HairShade);

    /// <summary>The iris.</summary>
    public static Colour Iris(AvatarTruth truth) => Colour.Along(Irises, (truth.EyeColour + 1) / 2);

    /// <summary>The clothes.</summary>
    public static Colour Cloth(AvatarTruth truth) => Colour.Around(Cloths, truth.ClothesHue);

    /// <summary>The background.</summary>
    public static Colour Ground(AvatarTruth truth) => Colour.Around(Grounds, truth.BackgroundHue);

    /// <summary>Skin in shade: darker and warmer.</summary>
    public static Colour Shade(Colour skin) => new(skin.R * 0.70, skin.G * 0.58, skin.B * 0.56);

    /// <summary>Lips on this skin.</summary>
    public static Colour Lips(Colour skin) => Colour.Mix(skin.Times(0.8), new(196, 72, 76), 0.5);
}
