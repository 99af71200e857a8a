namespace Adversa.Worlds.Avatars;

/// <summary>Where the points of a face lie, in pixels; (0, 0) is the upper left corner. Left and right are the picture's.</summary>
/// <param name="LeftEye">Middle of the left eye.</param>
/// <param name="RightEye">Middle of the right eye.</param>
/// <param name="NoseTip">Tip of the nose.</param>
/// <param name="MouthLeft">Left corner of the mouth.</param>
/// <param name="MouthRight">Right corner of the mouth.</param>
/// <param name="Chin">Lowest point of the chin.</param>
public sealed record AvatarLandmarks(
    (double X, double Y) LeftEye, (double X, double Y) RightEye, (double X, double Y) NoseTip,
    (double X, double Y) MouthLeft, (double X, double Y) MouthRight, (double X, double Y) Chin);
