namespace Adversa.Worlds.Avatars;

/// <summary>Draws who is portrayed: every value on its own, so that none can be guessed from another.</summary>
internal static class AvatarHand
{
    /// <summary>The attributes in the order in which <see cref="Write"/> gives them.</summary>
    public static readonly IReadOnlyList<SampleAttribute> Attributes =
    [
        Of<AvatarHairColour>("hair_colour"), Of<AvatarHairStyle>("hair_style"), Of<AvatarExpression>("expression"), Of<AvatarBeard>("beard"), Of<AvatarClothes>("clothes"), new("glasses", 2),
        new("age"), new("yaw"), new("tilt"), new("light"), new("light_strength"), new("skin"), new("hair_shade"), new("hair_volume"), new("parting"),
        new("face_width"), new("jaw"), new("eye_distance"), new("eye_size"), new("eye_colour"), new("nose_length"), new("mouth_width"),
        new("brow_thickness"), new("frame_shape"), new("clothes_hue"), new("background_hue"), new("shift_x"), new("shift_y"), new("zoom"),
    ];

    /// <summary>Draws a person.</summary>
    /// <param name="rng">The sample's generator at its beginning.</param>
    public static AvatarTruth Draw(Rng rng) => new(
        HairColour: (AvatarHairColour)rng.NextInt(6), HairStyle: (AvatarHairStyle)rng.NextInt(8), Expression: (AvatarExpression)rng.NextInt(5),
        Beard: (AvatarBeard)Math.Max(0, rng.NextInt(6) - 3),                          // shaven four times in six
        Clothes: (AvatarClothes)rng.NextInt(3), HasGlasses: rng.NextInt(4) == 0,
        Age: rng.Uniform(10, 80), Yaw: rng.Uniform(-45, 45), Tilt: rng.Uniform(-7, 7), Light: rng.Uniform(-1, 1), LightStrength: rng.NextDouble(),
        Skin: rng.NextDouble(), HairShade: Sign(rng), HairVolume: rng.NextDouble(), Parting: Sign(rng), FaceWidth: Sign(rng), Jaw: Sign(rng),
        EyeDistance: Sign(rng), EyeSize: Sign(rng), EyeColour: Sign(rng), NoseLength: Sign(rng), MouthWidth: Sign(rng), BrowThickness: Sign(rng),
        FrameShape: rng.NextDouble(), ClothesHue: rng.NextDouble(), BackgroundHue: rng.NextDouble(),
        ShiftX: rng.Uniform(-2, 2), ShiftY: rng.Uniform(-1.5, 1.5), Zoom: rng.Uniform(0.94, 1.06));

    /// <summary>Writes a person as numbers.</summary>
    public static void Write(AvatarTruth t, Span<float> destination)
    {
        ReadOnlySpan<double> values =
        [
            (int)t.HairColour, (int)t.HairStyle, (int)t.Expression, (int)t.Beard, (int)t.Clothes, t.HasGlasses ? 1 : 0,
            t.Age, t.Yaw, t.Tilt, t.Light, t.LightStrength, t.Skin, t.HairShade, t.HairVolume, t.Parting,
            t.FaceWidth, t.Jaw, t.EyeDistance, t.EyeSize, t.EyeColour, t.NoseLength, t.MouthWidth,
            t.BrowThickness, t.FrameShape, t.ClothesHue, t.BackgroundHue, t.ShiftX, t.ShiftY, t.Zoom,
        ];
        for (var i = 0; i < values.Length; i++) destination[i] = (float)values[i];
    }

    private static SampleAttribute Of<T>(string name) where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())];
        return new(name, names.Length) { Names = names };
    }

    private static double Sign(Rng rng) => rng.Uniform(-1, 1);
}
