namespace Adversa.Worlds.Glyphs;

/// <summary>Everything that decided one picture of <see cref="GlyphsWorld"/>; lengths in pixels of the 56x56 picture.</summary>
/// <param name="Class">The form, 0 (A) to 27 (?).</param>
/// <param name="Scale">Height of the form, 31 to 40.</param>
/// <param name="Aspect">Width per height of the form's box, 0.8 to 1.02.</param>
/// <param name="Turn">Rotation in turns, clockwise, -0.025 to 0.025 (9 degrees).</param>
/// <param name="StrokeWidth">Width of limbs and ring, 3 to 5.</param>
/// <param name="ShiftX">Right of the middle.</param>
/// <param name="ShiftY">Below the middle.</param>
/// <param name="PupilX">Where the eye looks: -1 left to 1 right, inside the unit circle.</param>
/// <param name="PupilY">Where the eye looks: -1 up to 1 down.</param>
/// <param name="Eye">Middle and radius of the ring's middle line, then the pupil's middle and radius.</param>
/// <param name="Ring">The ring's middle line.</param>
/// <param name="Limbs">The limbs' middle lines.</param>
public sealed record GlyphTruth(
    int Class, double Scale, double Aspect, double Turn, double StrokeWidth, double ShiftX, double ShiftY, double PupilX, double PupilY,
    (double X, double Y, double Radius, double PupilX, double PupilY, double PupilRadius) Eye,
    IReadOnlyList<(double X, double Y)> Ring, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Limbs);
