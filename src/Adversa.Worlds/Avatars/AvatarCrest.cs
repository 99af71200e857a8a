using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints a mohawk: spikes along the middle of the skull, stubble at the sides.</summary>
internal static class AvatarCrest
{
    private const int Spikes = 8;

    /// <summary>The spikes at the back of the skull.</summary>
    public static void Back(AvatarScene scene)
    {
        for (var i = Spikes - 1; i >= 4; i--) Spike(scene, i);
    }

    /// <summary>Stubble, then the spikes from the crown to the forehead.</summary>
    public static void Front(AvatarScene scene)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        canvas.Within = AvatarScene.OnSkin;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[22];
        for (var i = 0; i < 11; i++) points[i] = head.Cap(0.5 * i / 10, 0.5, 0.5);
        ReadOnlySpan<(double Turns, double Y)> line = [(0.60, 6), (0.50, -3), (0.435, 0), (0.385, -6), (0.33, -10.4)];
        for (var i = 0; i < 5; i++)
        {
            points[11 + i] = head.Around(line[i].Turns, line[i].Y, 0);
            points[21 - i] = head.Around(0.5 - line[i].Turns, line[i].Y, 0);
        }

        points[16] = head.Around(0.25, -11, 0);
        if (head.Profile > 0)
            for (var i = 0; i < points.Length; i++)
                if (points[i].Y > -11 && (i < 11 || i > 16 == head.Ahead > 0)) points[i] = head.Clear(points[i], head.Outline(-11, head.Ahead));
        canvas.Closed(points);
        canvas.Fill(ShapePaint.Fade(scene.Hair.Times(0.8), 0.42, 0.30, Gradient.Linear(0, -15, 0, 0)));
        canvas.Within = -1;
        for (var i = 4; i >= 0; i--) Spike(scene, i);
    }

    /// <summary>One spike; 0 stands at the forehead, the last at the nape.</summary>
    private static void Spike(AvatarScene scene, int number)
    {
        var (head, canvas, volume) = (scene.Head, scene.Canvas, scene.Truth.HairVolume);
        var (sin, cos) = Deterministic.SinCosTurns(0.135 + 0.43 * number / (Spikes - 1));    // along the skull from front to back
        var (y, z) = (-2 - 14.6 * sin, -0.8 + 13.6 * cos);
        var length = (5.2 + 3.4 * volume) * (number == 0 ? 0.72 : number == Spikes - 1 ? 0.7 : 1);
        var (leanY, leanZ) = (-sin * length - 1.2, cos * length * 0.75 - 1);
        const double Half = 2.5;
        (double X, double Y) At(double x, double up, double along)
        {
            var (px, py, _) = head.Turn(x, y + leanY * up - cos * along, z + leanZ * up - sin * along);
            return (px, py);
        }

        canvas.Closed([At(-Half, -0.12, 2.2), At(-Half, -0.12, -2.2), At(-Half * 0.9, 0.45, -2.2), At(0, 1, -1), At(0, 1, -1), At(Half * 0.9, 0.45, 0.5), At(Half, -0.12, 2.2), At(0, -0.16, 2.6)]);
        canvas.Closed([At(-Half, -0.12, 0), At(-Half * 0.95, 0.4, 0), At(0, 1, -1), At(0, 1, -1), At(Half * 0.95, 0.4, 0), At(Half, -0.12, 0)]);
        canvas.Fill(AvatarHair.Tone(scene, y - 4, 11));
        canvas.Stroke([At(-0.8, 0.05, 0), At(-0.5, 0.5, 0), At(-0.1, 0.9, -0.8)], 0.25, 0.6, 0.2);
        scene.Flat(scene.Hair.Times(0.55), 0.5);
        canvas.Stroke([At(1.0, 0.1, 0), At(0.8, 0.5, 0), At(0.2, 0.85, -0.8)], 0.25, 0.6, 0.2);
        scene.Flat(Colour.Mix(scene.Hair.Times(1.3), new(255, 255, 255), 0.15), 0.5);
    }
}
