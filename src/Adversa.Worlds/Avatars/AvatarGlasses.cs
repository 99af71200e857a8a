using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints glasses.</summary>
internal static class AvatarGlasses
{
    private const int Corners = 24;

    /// <summary>Frame, lenses and the near arm.</summary>
    public static void Paint(AvatarScene scene)
    {
        if (!scene.Truth.HasGlasses) return;
        var (head, canvas) = (scene.Head, scene.Canvas);
        var x = AvatarEyes.Distance(scene);
        var frame = Colour.Mix(new(42, 38, 48), AvatarPalette.Cloth(scene.Truth), 0.22);
        var (halfX, halfY) = (Math.Min(4.3, x - 0.75), 3.45 - 0.45 * scene.Truth.FrameShape);
        var level = AvatarEyes.Level + 0.35;
        scene.Begin(AvatarPart.Glasses);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!AvatarEyes.IsSeen(scene, side)) continue;
            Rim(scene, side * x, level, halfX, halfY, 0);
            scene.Flat(new(236, 244, 255), 0.16);
            canvas.Keep(0);
            canvas.Within = 0;
            var (glareX, glareY) = head.Front(side * x + scene.Truth.Light * 1.2, level - 1.2, 1.5);
            canvas.Polygon([(glareX - 2.2, glareY + 2.4), (glareX - 0.9, glareY + 2.4), (glareX + 1.9, glareY - 2.4), (glareX + 0.6, glareY - 2.4)]);
            scene.Flat(new(255, 255, 255), 0.26);
            canvas.Within = -1;
            Rim(scene, side * x, level, halfX + 0.42, halfY + 0.42, 0);
            Rim(scene, side * x, level, halfX - 0.42, halfY - 0.42, 1);
            scene.Flat(frame);
            if (side * head.Sin < 0.25)                                            // the arm on this side is seen
            {
                var ear = head.Turn(side * (head.Section(0).Width + 0.5), level - 0.9, -0.2);
                canvas.Stroke([head.Front(side * (x + halfX), level - 0.8, 1.2), (ear.X, ear.Y)], 0.8, 0.8, 0.8);
                scene.Flat(frame);
            }
        }

        canvas.Stroke([head.Front(-x + halfX, level - 0.5, 1.6), head.Front(0, level - 1.2, 2.2), head.Front(x - halfX, level - 0.5, 1.6)], 0.8, 0.8, 0.8);
        scene.Flat(frame);
    }

    /// <summary>A lens' outline between a circle and a rectangle with round corners; <paramref name="isHole"/> runs the other way round.</summary>
    private static void Rim(AvatarScene scene, double x, double y, double halfX, double halfY, int isHole)
    {
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var (sin, cos) = Deterministic.SinCosTurns((isHole == 1 ? Corners - i : i) / (double)Corners);
            var (s2, c2) = (sin * sin, cos * cos);
            var square = 1 / Math.Sqrt(Math.Sqrt(s2 * s2 + c2 * c2));                  // of x^4 + y^4 = 1
            var radius = 1 + (square - 1) * 1.35 * scene.Truth.FrameShape;
            points[i] = scene.Head.Front(x + halfX * cos * radius, y + halfY * sin * radius, 1.5);
        }

        scene.Canvas.Polygon(points);
    }
}
