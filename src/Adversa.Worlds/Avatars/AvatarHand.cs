namespace Adversa.Worlds.Avatars;

/// <summary>Draws who is portrayed: every value on its own, so that none can be guessed from another.</summary>
internal static class AvatarHand
{
    /// <summary>The attributes in the order in which <see cref="Write"/> gives them.</summary>
    public static readonly IReadOnlyList<SampleAttribute> Attributes =
    [
        Of<AvatarHairColour>("hair_colour"), Of<AvatarHairStyle>("hair_style"), Of<AvatarExpression>("expression"), Of<AvatarBeard>("beard"), Of<AvatarClothes>("clothes"), new("glasses", 2),
        Number("age", 10, 80), Number("yaw", -45, 45), Number("tilt", -7, 7), Signed("light"), Share("light_strength"), Share("skin"), Signed("hair_shade"),
        Share("hair_volume"), Signed("parting"), Signed("face_width"), Signed("jaw"), Signed("eye_distance"), Signed("eye_size"), Signed("eye_colour"),
        Signed("nose_length"), Signed("mouth_width"), Signed("brow_thickness"), Share("frame_shape"), Share("clothes_hue"), Share("background_hue"),
        Number("shift_x", -2, 2), Number("shift_y", -1.5, 1.5), Number("zoom", 0.94, 1.06),
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
        foreach (var (i, value) in Numbers(t).Index()) destination[i] = (float)value;
    }

    /// <summary>A person as numbers, in the order of <see cref="Attributes"/>.</summary>
    public static double[] Numbers(AvatarTruth t) =>
    [
        (int)t.HairColour, (int)t.HairStyle, (int)t.Expression, (int)t.Beard, (int)t.Clothes, t.HasGlasses ? 1 : 0,
        t.Age, t.Yaw, t.Tilt, t.Light, t.LightStrength, t.Skin, t.HairShade, t.HairVolume, t.Parting,
        t.FaceWidth, t.Jaw, t.EyeDistance, t.EyeSize, t.EyeColour, t.NoseLength, t.MouthWidth,
        t.BrowThickness, t.FrameShape, t.ClothesHue, t.BackgroundHue, t.ShiftX, t.ShiftY, t.Zoom,
    ];

    /// <summary>The person of some numbers.</summary>
    public static AvatarTruth Of(ReadOnlySpan<double> n) => new(
        (AvatarHairColour)n[0], (AvatarHairStyle)n[1], (AvatarExpression)n[2], (AvatarBeard)n[3], (AvatarClothes)n[4], n[5] > 0.5,
        n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14], n[15], n[16], n[17], n[18], n[19],
        n[20], n[21], n[22], n[23], n[24], n[25], n[26], n[27], n[28]);

    private static SampleAttribute Number(string name, double least, double most) => new(name) { Least = least, Most = most };

    private static SampleAttribute Signed(string name) => Number(name, -1, 1);

    private static SampleAttribute Share(string name) => Number(name, 0, 1);

    private static SampleAttribute Of<T>(string name) where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())];
        return new(name, names.Length) { Names = names };
    }

    private static double Sign(Rng rng) => rng.Uniform(-1, 1);
}
