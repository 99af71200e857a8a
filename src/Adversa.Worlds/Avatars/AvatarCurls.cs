using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints curly hair: a cloud of curls around the skull.</summary>
internal static class AvatarCurls
{
    /// <summary>The cloud behind the head.</summary>
    public static void Back(AvatarScene scene)
    {
        var (head, canvas, volume) = (scene.Head, scene.Canvas, scene.Truth.HairVolume);
        var lift = 2.0 + 3.2 * volume;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[17];
        for (var i = 0; i < 17; i++)
        {
            points[i] = head.Cap(-0.13 + 0.76 * i / 16, lift, lift);
            if (head.Profile > 0 && points[i].Y > -9) points[i] = head.Clear(points[i], (head.Ahead * 6.0, points[i].Y));
        }

        canvas.Closed(points);
        for (var i = 0; i < 17; i++) canvas.Ellipse(points[i].X, points[i].Y, -3.2 - 0.5 * (i * 7 % 3), 3.2 + 0.4 * (i * 5 % 3));   // mirrored: they run as the outline does
        canvas.Fill(scene.Lit(scene.Hair.Times(0.86), scene.Hair.Times(0.42), 0, -4, 22, 24));
        for (var i = 1; i < 16; i++) Curl(scene, points[i].X, points[i].Y, 2.5, i);
    }

    /// <summary>The curls over forehead and temples.</summary>
    public static void Front(AvatarScene scene)
    {
        var (head, canvas, volume) = (scene.Head, scene.Canvas, scene.Truth.HairVolume);
        var bare = scene.Head.Old;
        ReadOnlySpan<(double Turns, double Y, double R)> curls =
        [
            (0.47, -3.6, 2.6), (0.425, -6.2, 2.7), (0.385, -8.6, 2.8), (0.335, -10.4, 2.8), (0.285, -11.4, 2.9), (0.23, -11.5, 2.8), (0.18, -11, 2.9), (0.13, -9.4, 2.8), (0.085, -7, 2.7), (0.04, -4.2, 2.7),
            (0.51, -0.6, 2.3), (-0.01, -0.6, 2.3), (0.40, -12, 3), (0.31, -14, 3.2), (0.20, -14, 3.2), (0.10, -12, 3),
        ];
        var size = 0.9 + 0.25 * volume;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[13];
        for (var i = 0; i < 9; i++) points[i] = head.Cap(0.03 + 0.44 * i / 8, 0.5 + volume, 1 + 2 * volume);
        ReadOnlySpan<double> low = [0.43, 0.33, 0.17, 0.07];
        for (var i = 0; i < 4; i++) points[9 + i] = head.Around(low[i], i is 0 or 3 ? -6 : -11 - bare, 0.5);
        if (head.Profile > 0)
            for (var i = 0; i < points.Length; i++)
                if (points[i].Y > -11) points[i] = head.Clear(points[i], head.Outline(-11 - bare, head.Ahead));
        canvas.Closed(points);
        foreach (var (turns, y, r) in curls)
        {
            if (Hidden(scene, turns)) continue;
            var (x, at) = head.Around(turns, y - bare, 1.1);
            canvas.Ellipse(x, at, -r * size, r * size);                     // mirrored: it runs as the outline does, so that areas add
        }

        canvas.Fill(AvatarHair.Tone(scene));
        for (var i = 0; i < curls.Length; i++)
        {
            if (Hidden(scene, curls[i].Turns)) continue;
            var (x, y) = head.Around(curls[i].Turns, curls[i].Y - bare, 1.1);
            Curl(scene, x, y, curls[i].R * size * 0.72, i);
        }
    }

    /// <summary>Whether a curl is on the far side of a head in profile.</summary>
    private static bool Hidden(AvatarScene scene, double turns) => scene.Head.Profile > 0.3 && (turns - 0.25) * scene.Head.Ahead < -0.02;

    /// <summary>A curl's light and dark line.</summary>
    private static void Curl(AvatarScene scene, double x, double y, double radius, int number)
    {
        var (sin, cos) = Deterministic.SinCosTurns(number * 0.381966);
        (double X, double Y) On(double u, double v) => (x + radius * (cos * u - sin * v), y + radius * (sin * u + cos * v));

        scene.Canvas.Stroke([On(-0.9, 0.2), On(-0.3, -0.8), On(0.6, -0.6), On(0.8, 0.2), On(0.1, 0.5)], 0.2, 0.7, 0.2);
        scene.Flat(number % 2 == 0 ? scene.Hair.Times(0.56) : Colour.Mix(scene.Hair.Times(1.3), new(255, 255, 255), 0.12), 0.5);
    }
}
