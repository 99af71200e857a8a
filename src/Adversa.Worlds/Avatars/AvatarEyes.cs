using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints eyes and brows.</summary>
internal static class AvatarEyes
{
    /// <summary>Height of the eyes.</summary>
    public const double Level = -0.4;

    /// <summary>How far each eye lies from the face's middle.</summary>
    public static double Distance(AvatarScene scene) => 5.3 + 0.65 * scene.Truth.EyeDistance + 0.15 * scene.Truth.FaceWidth;

    /// <summary>Both eyes.</summary>
    public static void Paint(AvatarScene scene)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            if (IsSeen(scene, side)) Eye(scene, side);
    }

    /// <summary>Both brows.</summary>
    public static void Brows(AvatarScene scene)
    {
        var (head, truth) = (scene.Head, scene.Truth);
        scene.Begin(AvatarPart.Brows);
        var (rise, inner, outer) = truth.Expression switch
        {
            AvatarExpression.Smile => (0.3, 0.0, 0.0),
            AvatarExpression.Laugh => (0.6, 0.0, -0.1),
            AvatarExpression.Sad => (0.3, 1.3, -0.9),
            AvatarExpression.Surprised => (2.0, 0.2, 0.2),
            _ => (0.0, 0.0, 0.0),
        };
        var thick = 1.25 * (1 + 0.42 * truth.BrowThickness) * (1 - 0.2 * head.Youth);
        var (x, half) = (Distance(scene), Half(scene).Width);
        var y = Level - 3.5 - Half(scene).Height * 0.55 - rise;
        var colour = Colour.Mix(scene.Hair.Times(0.70), scene.Shade, 0.12);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!IsSeen(scene, side)) continue;
            scene.Canvas.Stroke([head.Front(side * (x - half * 0.95), y + 0.55 - inner), head.Front(side * (x - 0.1 * half), y - 0.25), head.Front(side * (x + 0.7 * half), y - 0.35 - outer * 0.4),
                head.Front(side * (x + half * 1.3), y + 0.75 - outer)], thick * 0.85, thick, thick * 0.3);
            scene.Flat(colour, 0.95);
        }
    }

    /// <summary>Whether any of an eye is seen: always up to 45 degrees.</summary>
    public static bool IsSeen(AvatarScene scene, int side) => scene.Head.Profile == 0 || !scene.Head.Hides(side * Distance(scene), Level);

    private static (double Width, double Height) Half(AvatarScene scene) =>
        (2.75 * (1 + 0.12 * scene.Truth.EyeSize + 0.06 * scene.Head.Youth), 1.85 * (1 + 0.14 * scene.Truth.EyeSize + 0.18 * scene.Head.Youth - 0.14 * scene.Head.Old));

    private static void Eye(AvatarScene scene, int side)
    {
        var (head, canvas, truth) = (scene.Head, scene.Canvas, scene.Truth);
        var (width, height) = Half(scene);
        var x = Distance(scene);
        var (up, down, droop) = truth.Expression switch
        {
            AvatarExpression.Smile => (0.92, 0.55, 0.0),
            AvatarExpression.Laugh => (0.78, 0.22, 0.1),
            AvatarExpression.Sad => (0.86, 0.75, 0.55),
            AvatarExpression.Surprised => (1.28, 1.0, 0.0),
            _ => (1.0, 0.75, 0.0),
        };
        droop += 0.3 * head.Old;
        var (top, bottom) = (-height * up, height * down);
        (double X, double Y) On(double u, double v, double lift = 0.3) => head.Front(side * (x + u * width), Level + v, lift);

        var (inner, outer) = (On(-1, 0.3), On(1, -0.2 + droop));
        var (topInner, topMiddle, topOuter) = (On(-0.55, top * 0.82), On(0, top), On(0.58, top * 0.78 + droop * 0.4));
        scene.Begin(AvatarPart.Eyes);
        canvas.Closed([inner, inner, topInner, topMiddle, topOuter, outer, outer, On(0.55, bottom * 0.85 + droop * 0.3), On(0, bottom), On(-0.55, bottom * 0.8 + 0.1)]);
        canvas.Fill(ShapePaint.Blend(new(206, 204, 212), new(250, 250, 252), Gradient.Linear(0, Level + top, 0, Level + top * 0.2)));
        canvas.Keep(0);
        canvas.Within = 0;
        Iris(scene, side, x);

        canvas.Within = -1;
        var lash = Colour.Mix(new(44, 30, 34), scene.Shade, 0.12);
        canvas.Stroke([inner, topInner, topMiddle, topOuter, outer, On(1.16, -0.45 + droop)], 0.45, 1.1, 0.5);
        scene.Flat(lash, 0.95);
        scene.Begin(AvatarPart.Skin);
        canvas.Stroke([On(-0.7, bottom * 0.8 + 0.35), On(0, bottom + 0.35), On(0.75, bottom * 0.75 + 0.3 + droop * 0.5)], 0.15, 0.5, 0.2);
        scene.Flat(scene.Shade, 0.5);
        canvas.Stroke([On(-0.75, top * 0.8 - 0.55), On(0, top - 0.95), On(0.9, top * 0.6 - 0.5 + droop * 0.5)], 0.2, 0.5 + 0.3 * head.Old, 0.2);
        scene.Flat(scene.Shade, 0.55);
    }

    private static void Iris(AvatarScene scene, int side, double x)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        var radius = 1.62 * (1 + 0.08 * scene.Truth.EyeSize + 0.12 * head.Youth);
        var gaze = -0.9 * head.Sin;                                                // towards the viewer
        var (a, b) = (head.Front(side * x + gaze - 0.5, Level), head.Front(side * x + gaze + 0.5, Level));
        var (centreX, centreY) = ((a.X + b.X) / 2, Level - 0.05);
        var flat = Math.Clamp(b.X - a.X + 0.12, 0.5, 1);
        var iris = AvatarPalette.Iris(scene.Truth);
        canvas.Ellipse(centreX, centreY, radius * flat, radius);
        canvas.Fill(ShapePaint.Blend(iris.Times(1.12), iris.Times(0.5), Gradient.Radial(centreX, centreY + 0.5, radius * flat * 1.1, radius * 1.1)));
        canvas.Ellipse(centreX, centreY, radius * 0.5 * flat, radius * 0.5);
        scene.Flat(new(20, 16, 20));
        canvas.Ellipse(centreX + scene.Truth.Light * 0.5 * flat - 0.1, centreY - 0.6, 0.52 * flat, 0.52);
        scene.Flat(new(255, 255, 255), 0.95);
    }
}
