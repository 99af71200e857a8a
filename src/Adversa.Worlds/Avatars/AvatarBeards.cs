using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints beard and moustache.</summary>
internal static class AvatarBeards
{
    /// <summary>The full beard, under the mouth.</summary>
    public static void Full(AvatarScene scene)
    {
        if (scene.Truth.Beard != AvatarBeard.Full) return;
        var (head, canvas) = (scene.Head, scene.Canvas);
        var (tip, chin, mouth) = (AvatarFace.NoseTip(scene), head.Chin, AvatarMouth.Level(scene));
        scene.Begin(AvatarPart.Beard);
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[20];
        ReadOnlySpan<(double Turns, double Y)> inner = [(0.455, 0.5), (0.425, 3), (0.40, tip + 2.2), (0.37, mouth - 0.6), (0.33, mouth - 2.0), (0.285, tip + 2.1)];
        for (var i = 0; i < 6; i++)
        {
            points[i] = head.Around(inner[i].Turns, inner[i].Y, 0.2);
            points[11 - i] = head.Around(0.5 - inner[i].Turns, inner[i].Y, 0.2);
        }

        ReadOnlySpan<double> levels = [0.28, 0.58, 0.86];
        for (var i = 0; i < 3; i++)
        {
            var y = 1 + (chin - 1) * levels[i];
            points[12 + i] = head.Outline(y, 1, 0.4 + 0.5 * i);
            points[19 - i] = head.Outline(y, -1, 0.4 + 0.5 * i);
        }

        points[15] = head.Front(2.4, chin - 0.1, 1);
        points[15].Y += 1.7;
        points[16] = head.Front(-2.4, chin - 0.1, 1);
        points[16].Y += 1.7;
        canvas.Closed(points);
        var hair = scene.Hair.Times(0.86);
        canvas.Fill(scene.Lit(hair, hair.Times(0.52), head.Sin * 4, 8, 14, 12));
        canvas.Keep(AvatarScene.OnHair);
        canvas.Within = AvatarScene.OnHair;
        for (var i = -3; i <= 3; i++)
        {
            canvas.Stroke([head.Front(i * 2.6, mouth + 0.5 - 0.5 * Math.Abs(i)), head.Front(i * 2.2, mouth + 4), head.Front(i * 1.4, chin)], 0.2, 0.6, 0.2);
            scene.Flat(hair.Times(i % 2 == 0 ? 0.6 : 1.25), 0.4);
        }
    }

    /// <summary>The moustache, over the upper lip.</summary>
    public static void Moustache(AvatarScene scene)
    {
        if (scene.Truth.Beard == AvatarBeard.None) return;
        var head = scene.Head;
        var (tip, mouth, wide) = (AvatarFace.NoseTip(scene), AvatarMouth.Level(scene), AvatarMouth.Corner(scene).X);
        var lift = scene.Truth.Expression is AvatarExpression.Smile or AvatarExpression.Laugh ? 0.6 : scene.Truth.Expression == AvatarExpression.Surprised ? 0.4 : 0;
        scene.Begin(AvatarPart.Beard);
        var y = Math.Max(tip + 1.5, mouth - 2.7 - lift * 0.5);
        wide = Math.Max(wide, 3.2);
        (double X, double Y) On(double u, double v) => head.Front(u * wide, y + v, 0.9);

        scene.Canvas.Closed([On(0, 0.0), On(0.4, -0.35), On(0.85, 0.5 - lift), On(1.22, 1.9 - lift), On(1.22, 1.9 - lift), On(0.7, 1.55 - lift * 0.5), On(0.25, 1.35), On(0, 0.95),
            On(-0.25, 1.35), On(-0.7, 1.55 - lift * 0.5), On(-1.22, 1.9 - lift), On(-1.22, 1.9 - lift), On(-0.85, 0.5 - lift), On(-0.4, -0.35)]);
        var hair = scene.Hair.Times(0.8);
        scene.Canvas.Fill(scene.Lit(hair.Times(1.05), hair.Times(0.55), head.Sin * 5, y, 6, 4));
    }
}
