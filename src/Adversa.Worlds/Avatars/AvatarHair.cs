using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints the hair of the head: what lies behind the head, and what lies over it.</summary>
internal static class AvatarHair
{
    /// <summary>What is behind head and shoulders.</summary>
    public static void Back(AvatarScene scene)
    {
        var volume = scene.Truth.HairVolume;
        scene.Begin(AvatarPart.Hair);
        switch (scene.Truth.HairStyle)
        {
            case AvatarHairStyle.Bob: Curtain(scene, 2.2 + 2.2 * volume, 11 + 3 * volume, 0.5); break;
            case AvatarHairStyle.Long: Curtain(scene, 2.2 + 2.6 * volume, 30, 2.5); break;
            case AvatarHairStyle.Curly: AvatarCurls.Back(scene); break;
            case AvatarHairStyle.Bun: Bun(scene); break;
            case AvatarHairStyle.Mohawk: AvatarCrest.Back(scene); break;
        }
    }

    /// <summary>What is over the head.</summary>
    public static void Front(AvatarScene scene)
    {
        var (truth, volume) = (scene.Truth, scene.Truth.HairVolume);
        scene.Begin(AvatarPart.Hair);
        switch (truth.HairStyle)
        {
            case AvatarHairStyle.Short: Cap(scene, 0.5 + 0.6 * volume, 1.2 + 1.9 * volume, -10.4, -9.2, 0.6); break;
            case AvatarHairStyle.Parted:
                Cap(scene, 0.9 + 0.9 * volume, 2.0 + 2.2 * volume, -11.6, -9.6, 1.2);
                Sweep(scene, 2.0 + 2.2 * volume);
                break;
            case AvatarHairStyle.Bob:
                Cap(scene, 1.9 + 1.6 * volume, 2.0 + 1.8 * volume, -6.6, -6.2, 0);
                Panels(scene, 10 + 3 * volume, 2.1 + 2.0 * volume, 0.6);
                break;
            case AvatarHairStyle.Long:
                Cap(scene, 1.8 + 1.7 * volume, 1.8 + 1.8 * volume, -11.4, -8.4, 0);
                Panels(scene, 25 + 2 * volume, 2.0 + 2.3 * volume, 3.2);
                break;
            case AvatarHairStyle.Curly: AvatarCurls.Front(scene); break;
            case AvatarHairStyle.Bun: Cap(scene, 0.4 + 0.4 * volume, 0.9 + 0.9 * volume, -11.4, -10, -1.5); break;
            case AvatarHairStyle.Mohawk: AvatarCrest.Front(scene); break;
        }
    }

    /// <summary>Light and dark of hair on a shape.</summary>
    public static ShapePaint Tone(AvatarScene scene, double y = -6, double radius = 20)
    {
        var hair = scene.Hair;
        return scene.Lit(hair.Times(1.1), new(hair.R * 0.52, hair.G * 0.48, hair.B * 0.56), scene.Head.Sin * -1, y, radius, radius + 4);
    }

    /// <summary>The cap over the skull down to the hairline.</summary>
    /// <param name="scene">Who.</param>
    /// <param name="side">How far it stands off at the sides.</param>
    /// <param name="top">How far it stands off above.</param>
    /// <param name="middle">Height of the hairline in the middle of the forehead.</param>
    /// <param name="temple">Height of the hairline at its corners.</param>
    /// <param name="sideburn">Height at which the hair before the ear ends.</param>
    private static void Cap(AvatarScene scene, double side, double top, double middle, double temple, double sideburn)
    {
        var (head, canvas, old) = (scene.Head, scene.Canvas, scene.Head.Old);
        var bare = scene.Truth.HairStyle is AvatarHairStyle.Short or AvatarHairStyle.Parted or AvatarHairStyle.Bun ? old : 0;   // the hairline recedes
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[13 + 17];
        for (var i = 0; i < 13; i++) points[i] = head.Cap(0.5 * i / 12, side, top);
        ReadOnlySpan<(double Turns, double Y, double Lift)> line =
        [
            (0.600, 6.5, side), (0.560, 2.5, 0.4), (0.500, -3.2, 0.5), (0.440, sideburn, 0.1), (0.415, sideburn - 0.3, 0.1), (0.385, -5.2, 0.1),
            (0.345, temple - 1.8 * bare, 0.1), (0.300, (middle + temple) / 2 - 1.7 * bare, 0.1),
        ];
        for (var i = 0; i < line.Length; i++)
        {
            points[13 + i] = head.Around(line[i].Turns, line[i].Y, line[i].Lift);
            points[^(i + 1)] = head.Around(0.5 - line[i].Turns, line[i].Y, line[i].Lift);
        }

        points[13 + line.Length] = head.Around(0.25, middle - 1.2 * bare, 0.1);
        if (head.Profile > 0) InProfile(head, points, head.Outline(middle - 1.2 * bare, head.Ahead, 0.1));
        if (bare < 0.4)                                                            // a shadow on the skin under the edge
        {
            canvas.Part = (int)AvatarPart.Skin;
            canvas.Within = AvatarScene.OnSkin;
            for (var i = 0; i < points.Length; i++) points[i].Y += i < 13 ? 0 : 0.9;
            canvas.Closed(points);
            scene.Flat(scene.Shade, 0.45);
            for (var i = 0; i < points.Length; i++) points[i].Y -= i < 13 ? 0 : 0.9;
            scene.Begin(AvatarPart.Hair);
        }

        canvas.Closed(points);
        canvas.Fill(Tone(scene));
        canvas.Keep(AvatarScene.OnHair);
        Strands(scene, middle, side, top);
    }

    /// <summary>No hair of the cap before the forehead of a head in profile, and none of the far side's.</summary>
    private static void InProfile(AvatarHead head, Span<(double X, double Y)> points, (double X, double Y) edge)
    {
        for (var i = 0; i < 13; i++)
            if (points[i].Y > edge.Y) points[i] = head.Clear(points[i], edge);
        for (var i = 0; i < 8; i++)
        {
            ref var far = ref points[head.Ahead > 0 ? ^(i + 1) : 13 + i];
            far = (far.X + (edge.X - far.X) * head.Profile, far.Y + (edge.Y - far.Y) * head.Profile);
            ref var near = ref points[head.Ahead > 0 ? 13 + i : ^(i + 1)];
            if (i < 2) near = (near.X - head.Ahead * (3 - i) * head.Profile, near.Y);
        }
    }

    /// <summary>A band of light and some darker strands on the hair last kept.</summary>
    private static void Strands(AvatarScene scene, double hairline, double side, double top)
    {
        var (head, canvas, hair) = (scene.Head, scene.Canvas, scene.Hair);
        canvas.Within = AvatarScene.OnHair;
        var parting = 0.25 - 0.11 * scene.Truth.Parting;
        var (rootX, rootY) = head.Cap(parting, side - 1, top - 1.2);
        ReadOnlySpan<double> ends = [0.46, 0.40, 0.345, 0.295, 0.25, 0.205, 0.155, 0.10, 0.04];
        foreach (var end in ends)
        {
            var tip = head.Around(end, end is > 0.14 and < 0.36 ? hairline + 0.3 : hairline + 7, 0.4);
            var bend = head.Around(end * 0.7 + parting * 0.3, hairline * 0.5 - 7.6, 1);
            canvas.Stroke([(rootX, rootY), bend, tip], 0.1, 0.55, 0.2);
            scene.Flat(hair.Times(0.6), 0.34);
        }

        var lightX = scene.Truth.Light * 4;
        var (left, right, crown) = (head.Around(0.39, -9.5, 1), head.Around(0.11, -9.5, 1), (head.Sin * 3, -14.2 - top * 0.5));
        canvas.Stroke([left, (left.X * 0.55 + crown.Item1 * 0.45, -12.8 - top * 0.4), crown, (right.X * 0.55 + crown.Item1 * 0.45, -12.8 - top * 0.4), right], 0.6, 1.9, 0.6);
        canvas.Fill(ShapePaint.Fade(Colour.Mix(hair.Times(1.35), new(255, 255, 255), 0.22), 0.5, 0.04, Gradient.Radial(lightX + head.Sin * 2, -13.5, 11, 8)));
        canvas.Within = -1;
    }

    /// <summary>Hair that falls behind the head.</summary>
    private static void Curtain(AvatarScene scene, double lift, double low, double flare)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        var sway = -2.5 * head.Sin;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[13 + 7];
        for (var i = 0; i < 13; i++) points[i] = head.Cap(0.5 * i / 12, lift - 0.2, lift - 0.4);
        var (right, left) = (points[0].X, points[12].X);
        points[13] = (left - 0.4 - flare * 0.3 + sway * 0.3, (low - 2) * 0.45);
        points[14] = (left - flare + sway, low - 3.5);
        points[15] = (left + 2.6 - flare + sway, low);
        points[16] = (sway, low - 0.6);
        points[17] = (right - 2.6 + flare + sway, low);
        points[18] = (right + flare + sway, low - 3.5);
        points[19] = (right + 0.4 + flare * 0.3 + sway * 0.3, (low - 2) * 0.45);
        if (head.Profile > 0)
            for (var i = 0; i < points.Length; i++)
                if (points[i].Y > -9) points[i] = head.Clear(points[i], (head.Ahead * 2.0, points[i].Y));
        canvas.Closed(points);
        canvas.Fill(scene.Lit(scene.Hair.Times(0.80), scene.Hair.Times(0.42), 0, 0, 22, 28));
        canvas.Keep(AvatarScene.OnHair);
        canvas.Within = AvatarScene.OnHair;
        for (var i = 0; i < 6; i++)
        {
            var x = left + (right - left) * (i + 0.5) / 6;
            canvas.Stroke([(x * 0.8, 0), (x * 0.95 + sway * 0.5, low * 0.5), (x + sway, low)], 0.3, 0.7, 0.3);
            scene.Flat(scene.Hair.Times(0.42), 0.4);
        }

        canvas.Within = -1;
    }

    /// <summary>Hair that falls beside the face, over ears and shoulders.</summary>
    private static void Panels(AvatarScene scene, double low, double lift, double flare)
    {
        var (head, canvas) = (scene.Head, scene.Canvas);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (side == head.Ahead && head.Profile > 0.3) continue;                // behind the face
            double Turns(double t) => side < 0 ? t : 0.5 - t;
            var depth = Math.Max(0, side * head.Sin);                              // the far panel is seen edge-on
            var long_ = low > 15;
            var (top, temple, cheek) = (head.Cap(Turns(0.445), lift - 0.3, lift - 0.6), head.Around(Turns(0.365), -8.6, 0.3), head.Around(Turns(0.405 + 0.02 * depth), 2, 0.5));
            var jaw = head.Around(Turns(long_ ? 0.435 : 0.40), Math.Min(9, low - 4), 1.2);
            var outer = head.Outline(1, side, lift + 0.1);
            var sway = -2.0 * head.Sin;
            var end = long_ ? (X: outer.X + side * (flare * 0.4) + sway, Y: low) : (X: outer.X - side * 2.2, Y: low);
            var inner = long_ ? (X: outer.X - side * (5.6 - 1.5 * depth) + sway * 0.5, Y: low - 4) : (X: jaw.X - side * 0.6, Y: low - 1.2);
            canvas.Closed([top, temple, cheek, jaw, inner, end, (outer.X + side * flare * 0.5 + sway * 0.6, low * 0.62), outer]);
            canvas.Fill(Tone(scene, 0, 22));
            canvas.Keep(AvatarScene.OnHair);
            canvas.Within = AvatarScene.OnHair;
            for (var i = 1; i <= 3; i++)
            {
                var t = i / 4.0;
                canvas.Stroke([Between(temple, top, t), Between(cheek, outer, t), Between(inner, end, t)], 0.2, 0.6, 0.3);
                scene.Flat(i == 2 ? scene.Hair.Times(1.25) : scene.Hair.Times(0.6), i == 2 ? 0.45 : 0.4);
            }

            canvas.Within = -1;
        }
    }

    /// <summary>The swept fringe of a side parting.</summary>
    private static void Sweep(AvatarScene scene, double top)
    {
        var (head, canvas, truth) = (scene.Head, scene.Canvas, scene.Truth);
        var side = truth.Parting < 0 ? -1 : 1;                                     // the parting's side; the hair falls to the other
        double Turns(double t) => side < 0 ? t : 0.5 - t;
        var reach = 0.5 + 0.5 * Math.Abs(truth.Parting);
        var bare = 1.4 * scene.Head.Old;
        var root = head.Around(Turns(0.25 + 0.075 * reach), -12.6 - bare, 0.8);
        canvas.Closed([root, root, head.Around(Turns(0.25), -9.8 - bare, 0.7), head.Around(Turns(0.19), -7.6 - bare, 0.8), head.Around(Turns(0.125), -6.8, 0.9), head.Around(Turns(0.095), -6.4, 0.9), head.Around(Turns(0.095), -6.4, 0.9),
            head.Around(Turns(0.08), -9, 1.4), head.Around(Turns(0.14), -12.5, 1.6), head.Cap(Turns(0.22), 0.8, top + 0.5), head.Cap(Turns(0.29), 0.8, top * 0.9)]);
        canvas.Fill(Tone(scene, -11, 15));
        canvas.Stroke([root, head.Around(Turns(0.22), -10.6 - bare, 0.8), head.Around(Turns(0.15), -8.6, 0.9)], 0.2, 0.6, 0.2);
        scene.Flat(scene.Hair.Times(0.6), 0.5);
        canvas.Stroke([(root.X, root.Y - 0.7), head.Around(Turns(0.2), -12 - bare, 0.8), head.Around(Turns(0.12), -9.6, 0.9)], 0.2, 0.8, 0.2);
        scene.Flat(scene.Hair.Times(1.35), 0.4);
    }

    /// <summary>The bun on the crown.</summary>
    private static void Bun(AvatarScene scene)
    {
        var canvas = scene.Canvas;
        var radius = 4.0 + 1.9 * scene.Truth.HairVolume;
        var (x, y, _) = scene.Head.Turn(0, -16.6 - radius * 0.55, -5.5);
        canvas.Ellipse(x, y, radius * 1.12, radius);
        canvas.Fill(Tone(scene, y, radius * 1.3));
        canvas.Stroke([(x - radius * 0.8, y + radius * 0.2), (x - radius * 0.1, y - radius * 0.6), (x + radius * 0.7, y - radius * 0.1)], 0.2, 0.7, 0.2);
        scene.Flat(scene.Hair.Times(0.58), 0.55);
        canvas.Stroke([(x - radius * 0.5, y + radius * 0.6), (x + radius * 0.2, y), (x + radius * 0.8, y + radius * 0.4)], 0.2, 0.6, 0.2);
        scene.Flat(scene.Hair.Times(0.58), 0.5);
        canvas.Ellipse(x + scene.Truth.Light * radius * 0.4, y - radius * 0.5, radius * 0.4, radius * 0.22);
        scene.Flat(Colour.Mix(scene.Hair.Times(1.3), new(255, 255, 255), 0.25), 0.4);
    }

    private static (double X, double Y) Between((double X, double Y) a, (double X, double Y) b, double t) => (a.X + (b.X - a.X) * t, a.Y + (b.Y - a.Y) * t);
}
