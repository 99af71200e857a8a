using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints head, ears, nose and the marks of age.</summary>
internal static class AvatarFace
{
    /// <summary>Height of the nose's tip on a face.</summary>
    public static double NoseTip(AvatarScene scene) => 4.9 + 0.85 * scene.Truth.NoseLength - 1.3 * scene.Head.Youth + 0.6 * scene.Head.Old;

    /// <summary>How far the nose's tip stands out.</summary>
    public static double NoseLift(AvatarScene scene) => 3.1 + 0.5 * scene.Truth.NoseLength - 1.1 * scene.Head.Youth + 0.3 * scene.Head.Old;

    /// <summary>The ear that looks away is painted before the head, the other one after it.</summary>
    public static void Ear(AvatarScene scene, int side)
    {
        var head = scene.Head;
        var (canvas, near) = (scene.Canvas, -side * head.Sin);                     // how far this ear is turned to the viewer
        var width = 2.0 + 1.5 * Math.Max(0, near);
        var (x, y, _) = head.Turn(side * (head.Section(1).Width + 0.9), 1.2, -0.6);
        scene.Begin(AvatarPart.Skin);
        canvas.Closed([(x, y - 3.7), (x + side * width * 0.85, y - 3.1), (x + side * width, y - 0.8), (x + side * width * 0.6, y + 1.8), (x + side * 0.3, y + 3.6), (x - side * width * 0.6, y + 2.6), (x - side * width * 0.7, y - 2.4)]);
        canvas.Fill(scene.Lit(scene.Skin, scene.Shade, 0, 0, 15, 17));
        canvas.Stroke([(x - side * 0.2, y - 2.2), (x + side * width * 0.5, y - 1.8), (x + side * width * 0.45, y + 0.2), (x, y + 1.5)], 0.4, 0.8, 0.3);
        scene.Flat(scene.Shade, 0.55);
    }

    /// <summary>The head's skin.</summary>
    public static void Skin(AvatarScene scene)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        scene.Begin(AvatarPart.Skin);
        Contour(scene);
        canvas.Fill(scene.Lit(scene.Skin, scene.Shade, head.Sin * 4, 1, 15, 18));
        canvas.Keep(AvatarScene.OnSkin);
        canvas.Within = AvatarScene.OnSkin;
        var blush = Colour.Mix(new(232, 92, 84), scene.Shade, 0.35 * scene.Truth.Skin);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var (x, y) = head.Front(side * 7.4, NoseTip(scene) + 0.9);
            canvas.Ellipse(x, y, 3.8, 2.9);
            canvas.Fill(ShapePaint.Fade(blush, 0.30 + 0.14 * head.Youth, 0, Gradient.Radial(x, y, 3.8, 2.9)));
        }

        Age(scene);
    }

    /// <summary>The nose.</summary>
    public static void Nose(AvatarScene scene)
    {
        var (head, canvas, truth) = (scene.Head, scene.Canvas, scene.Truth);
        scene.Begin(AvatarPart.Nose);
        var (tip, lift) = (NoseTip(scene), NoseLift(scene));
        var wing = 1.95 - 0.3 * head.Youth + 0.2 * head.Old;
        var (bridge, middle, end, under) = (head.Front(0, -1.6, 0.2), head.Front(0, (tip - 1.2) / 2, 0.55 * lift), head.Front(0, tip - 0.6, lift), head.Front(0, tip + 0.85, 0.55 * lift));
        var dark = scene.DarkSide;
        if (head.Profile > 0)                                                      // the nose stands out of the outline
        {
            scene.Begin(AvatarPart.Skin);
            canvas.Closed([head.Front(0, -3.4), bridge, middle, end, end, under, head.Front(0, tip + 1.9),
                head.Front(-head.Ahead * 3, tip), head.Front(-head.Ahead * 2.4, -1)]);
            canvas.Fill(scene.Lit(scene.Skin, scene.Shade, head.Sin * 4, 1, 15, 18));
            scene.Begin(AvatarPart.Nose);
        }

        var (alongBridge, far) = (head.Front(dark * 1.0, -1.2), head.Front(dark * wing, tip + 0.2, 0.4));
        canvas.Closed([bridge, bridge, middle, end, under, far, head.Front(dark * 1.3, tip / 2, 0.2), alongBridge]);
        canvas.Fill(ShapePaint.Fade(scene.Shade, 0.05, 0.22 + 0.3 * truth.LightStrength, Gradient.Linear(0, -3, 0, tip)));
        if (Math.Abs(head.Sin) > 0.12)                                             // the bridge's edge before the far cheek
        {
            canvas.Stroke([head.Front(0, -2.4, 0.2), middle, end], 0.2, 0.55, 0.5);
            scene.Flat(scene.Shade, 0.75 * Math.Min(1, (Math.Abs(head.Sin) - 0.12) * 2.5));
        }

        canvas.Ellipse(end.X - dark * 0.35, end.Y - 0.4, 1.0, 1.1);
        canvas.Fill(ShapePaint.Fade(Colour.Mix(scene.Skin.Times(1.12), new(255, 255, 255), 0.35), 0.75, 0, Gradient.Radial(end.X - dark * 0.35, end.Y - 0.4, 1.0, 1.1)));
        canvas.Stroke([head.Front(-wing, tip - 0.5, 0.4), head.Front(-wing * 0.8, tip + 0.55, 0.5), under, head.Front(wing * 0.8, tip + 0.55, 0.5), head.Front(wing, tip - 0.5, 0.4)], 0.35, 0.85, 0.35);
        scene.Flat(scene.Shade.Times(0.86), 0.85);
    }

    private static void Contour(AvatarScene scene)
    {
        var head = scene.Head;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[23];
        for (var i = 0; i < 11; i++) points[i] = head.Cap(0.5 * i / 10, 0, 0);     // right, top, left
        ReadOnlySpan<double> levels = [2.5, 6.5, 10, 13, 15.6];
        for (var i = 0; i < 5; i++)
        {
            var y = -2 + (levels[i] + 2) * (head.Chin + 2) / 19.2;
            points[11 + i] = head.Outline(y, -1);
            points[22 - i] = head.Outline(y, 1);
        }

        points[16] = head.Front(-1.2, head.Chin - 0.15);
        points[17] = head.Front(1.2, head.Chin - 0.15);
        scene.Canvas.Closed(points);
    }

    /// <summary>Lines of the forehead, folds beside the mouth, bags under the eyes.</summary>
    private static void Age(AvatarScene scene)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        var tip = NoseTip(scene);
        var smiles = scene.Truth.Expression is AvatarExpression.Smile or AvatarExpression.Laugh ? 0.28 : 0;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Line(scene, smiles + 0.6 * head.Old, 0.9, head.Front(side * 2.9, tip - 0.4), head.Front(side * 4.6, tip + 2.2), head.Front(side * 5.3, tip + 4.6));
            Line(scene, 0.5 * head.Old, 0.6, head.Front(side * 3.2, 2.7), head.Front(side * 5.4, 3.5), head.Front(side * 7.6, 2.6));
            Line(scene, 0.45 * head.Old, 0.5, head.Front(side * 8.9, 0.4), head.Front(side * 9.8, 0.8), head.Front(side * 10.5, 1.7));
            Line(scene, 0.45 * head.Old, 0.5, head.Front(side * 8.9, -0.6), head.Front(side * 9.8, -0.9), head.Front(side * 10.4, -1.5));
        }

        for (var i = 0; i < 3; i++)
            Line(scene, 0.42 * head.Old, 0.55, head.Front(-5.2 + i * 0.6, -8.2 - 1.5 * i), head.Front(0, -8.8 - 1.5 * i), head.Front(5.2 - i * 0.6, -8.2 - 1.5 * i));
        if (scene.Truth.Expression == AvatarExpression.Surprised)
            Line(scene, 0.35, 0.6, head.Front(-4.4, -8.4), head.Front(0, -9.1), head.Front(4.4, -8.4));
    }

    private static void Line(AvatarScene scene, double alpha, double width, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        if (alpha <= 0.01) return;
        scene.Canvas.Stroke([a, b, c], 0.2, width, 0.2);
        scene.Flat(scene.Shade, Math.Min(1, alpha));
    }
}
