namespace Adversa.Worlds.Digits;

/// <summary>Everything that decided one picture of <see cref="DigitsWorld"/>.</summary>
/// <param name="Class">The digit, 0 to 9.</param>
/// <param name="Template">Which of the digit's hand-designed forms; from 0.</param>
/// <param name="Slant">Shear to the right, as x per y; about normal with deviation 0.18.</param>
/// <param name="Turn">Rotation in turns, clockwise.</param>
/// <param name="Height">Height of the digit in pixels of a 28x28 picture.</param>
/// <param name="StrokeWidth">Width of the pen in the same pixels.</param>
/// <param name="Ink">Brightness of the stroke's middle, 0 to 1.</param>
/// <param name="Softness">Width of the stroke's soft edge in the same pixels.</param>
/// <param name="ShiftX">How far the digit's box stands right of the middle, in the same pixels.</param>
/// <param name="ShiftY">How far it stands below the middle.</param>
/// <param name="Skeleton">The middle line of each stroke as drawn, in the same pixels, (0, 0) at the upper left corner.</param>
public sealed record DigitTruth(
    int Class, int Template, double Slant, double Turn, double Height, double StrokeWidth, double Ink, double Softness,
    double ShiftX, double ShiftY, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Skeleton);
