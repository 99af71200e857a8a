namespace Adversa.Worlds.Avatars;

/// <summary>Everything that decides one picture of <see cref="AvatarsWorld"/>. Change one value with <c>with</c> and render again: an exact counterfactual.</summary>
/// <param name="HairColour">Colour of hair, brows and beard.</param>
/// <param name="HairStyle">How the hair is worn.</param>
/// <param name="Expression">What the face expresses.</param>
/// <param name="Beard">Hair on the face.</param>
/// <param name="Clothes">What is worn at the neck.</param>
/// <param name="HasGlasses">Whether glasses are worn.</param>
/// <param name="Age">Years, 10 to 80.</param>
/// <param name="Yaw">Turn of the head in degrees, -90 to 90 (<see cref="AvatarsWorld"/> draws -45 to 45); positive looks to the picture's right.</param>
/// <param name="Tilt">Lean of the head in degrees, -7 to 7; positive leans to the picture's right.</param>
/// <param name="Light">Where the light comes from: -1 left, 1 right.</param>
/// <param name="LightStrength">How strong light and shade are, 0 to 1.</param>
/// <param name="Skin">Skin tone, 0 (lightest) to 1 (darkest).</param>
/// <param name="HairShade">Brightness of the hair within its colour, -1 to 1.</param>
/// <param name="HairVolume">How full the hair is, 0 to 1.</param>
/// <param name="Parting">Where the hair parts: -1 left, 1 right.</param>
/// <param name="FaceWidth">Identity: narrow to wide, -1 to 1.</param>
/// <param name="Jaw">Identity: pointed to square, -1 to 1.</param>
/// <param name="EyeDistance">Identity: close to far, -1 to 1.</param>
/// <param name="EyeSize">Identity: small to large, -1 to 1.</param>
/// <param name="EyeColour">Identity: brown, hazel, green, blue, grey along -1 to 1.</param>
/// <param name="NoseLength">Identity: short to long, -1 to 1.</param>
/// <param name="MouthWidth">Identity: narrow to wide, -1 to 1.</param>
/// <param name="BrowThickness">Identity: thin to thick, -1 to 1.</param>
/// <param name="FrameShape">Frame of the glasses: 0 round, 1 rectangular.</param>
/// <param name="ClothesHue">Place on a ring of ten colours, 0 to 1.</param>
/// <param name="BackgroundHue">Place on a ring of ten light colours, 0 to 1.</param>
/// <param name="ShiftX">Right of the middle, in 64ths of the side, -2 to 2.</param>
/// <param name="ShiftY">Below the middle, in 64ths of the side, -1.5 to 1.5.</param>
/// <param name="Zoom">Scale, 0.94 to 1.06.</param>
public sealed record AvatarTruth(
    AvatarHairColour HairColour = AvatarHairColour.Brown, AvatarHairStyle HairStyle = AvatarHairStyle.Short,
    AvatarExpression Expression = AvatarExpression.Neutral, AvatarBeard Beard = AvatarBeard.None, AvatarClothes Clothes = AvatarClothes.Round,
    bool HasGlasses = false, double Age = 30, double Yaw = 0, double Tilt = 0, double Light = 0, double LightStrength = 0.5, double Skin = 0.3,
    double HairShade = 0, double HairVolume = 0.5, double Parting = 0.5, double FaceWidth = 0, double Jaw = 0, double EyeDistance = 0, double EyeSize = 0,
    double EyeColour = 0, double NoseLength = 0, double MouthWidth = 0, double BrowThickness = 0, double FrameShape = 0, double ClothesHue = 0,
    double BackgroundHue = 0, double ShiftX = 0, double ShiftY = 0, double Zoom = 1)
{
    /// <summary>The eight numbers that make a person the same in every view: face width, jaw, eye distance, eye size, eye colour, nose length, mouth width, brow thickness.</summary>
    public IReadOnlyList<double> Identity => [FaceWidth, Jaw, EyeDistance, EyeSize, EyeColour, NoseLength, MouthWidth, BrowThickness];
}
