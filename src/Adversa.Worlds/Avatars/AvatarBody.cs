using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints background, neck and clothes.</summary>
internal static class AvatarBody
{
    /// <summary>The background: a light colour that falls off towards the corners, with a large soft disc.</summary>
    public static void Ground(AvatarScene scene)
    {
        var ground = AvatarPalette.Ground(scene.Truth);
        scene.Begin(AvatarPart.Background);
        scene.Canvas.Place(0, 1, 32, 32);
        scene.Canvas.Polygon([(-32, -32), (32, -32), (32, 32), (-32, 32)]);
        scene.Canvas.Fill(ShapePaint.Blend(ground.Times(1.03), ground.Times(0.80), Gradient.Radial(scene.Truth.Light * 10, -10, 52, 52)));
        scene.Canvas.Ellipse(0, 0, 26.5, 26.5);
        scene.Canvas.Fill(ShapePaint.Flat(Colour.Mix(ground, new(255, 255, 255), 0.75), 0.42));
    }

    /// <summary>Neck and clothes.</summary>
    public static void Paint(AvatarScene scene)
    {
        var youth = scene.Head.Youth;
        var (neck, shoulder) = (5.9 - 1.1 * youth, 1 - 0.14 * youth);
        Neck(scene, neck);

        var canvas = scene.Canvas;
        var cloth = AvatarPalette.Cloth(scene.Truth);
        var dark = new Colour(cloth.R * 0.58, cloth.G * 0.55, cloth.B * 0.64);
        var lit = scene.Lit(cloth, dark, 0, 24, 26, 18);
        scene.Begin(AvatarPart.Clothes);
        var open = scene.Truth.Clothes == AvatarClothes.Round ? 23.6 : scene.Truth.Clothes == AvatarClothes.Shirt ? 28.5 : 20;
        canvas.Closed([(-34, 46), (-27 * shoulder, 34), (-23.5 * shoulder, 26.8), (-14 * shoulder, 22.6), (-neck - 1.2, 20), (-neck - 1.2, 20), (-neck * 0.62, (open + 22) / 2 + 0.6), (0, open),
            (neck * 0.62, (open + 22) / 2 + 0.6), (neck + 1.2, 20), (neck + 1.2, 20), (14 * shoulder, 22.6), (23.5 * shoulder, 26.8), (27 * shoulder, 34), (34, 46)]);
        canvas.Fill(lit);
        canvas.Keep(0);
        canvas.Within = 0;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])                          // the arm's fold
        {
            canvas.Stroke([(side * 15.5 * shoulder, 30), (side * 16.5 * shoulder, 33.5), (side * 16.2 * shoulder, 40)], 0.3, 0.9, 1.1);
            scene.Flat(dark, 0.5);
        }

        Collar(scene, neck, cloth, dark);
    }

    private static void Neck(AvatarScene scene, double neck)
    {
        var canvas = scene.Canvas;
        scene.Begin(AvatarPart.Skin);
        canvas.Closed([(-neck, 4), (-neck, 4), (-neck, 14), (-neck - 0.4, 19), (-neck - 5, 23.4), (-2, 31), (2, 31), (neck + 5, 23.4), (neck + 0.4, 19), (neck, 14), (neck, 4), (neck, 4)]);
        canvas.Fill(scene.Lit(Colour.Mix(scene.Skin, scene.Shade, 0.2), scene.Shade, 0, 16, 10, 14));
        canvas.Keep(0);
        canvas.Within = 0;
        var chin = scene.Head.Chin;
        canvas.Ellipse(scene.Head.Sin * 3.5 - scene.Truth.Light * 1.5, chin - 3, 10.5, 7.2);     // the head's shadow
        canvas.Fill(ShapePaint.Fade(scene.Shade, 0.85, 0.55, Gradient.Linear(0, chin, 0, chin + 4.5)));
    }

    private static void Collar(AvatarScene scene, double neck, Colour cloth, Colour dark)
    {
        var canvas = scene.Canvas;
        canvas.Within = -1;
        switch (scene.Truth.Clothes)
        {
            case AvatarClothes.Round:
                canvas.Stroke([(-neck - 1.1, 20.1), (-neck * 0.66, 22.9), (0, 24.1), (neck * 0.66, 22.9), (neck + 1.1, 20.1)], 1.2, 1.5, 1.2);
                canvas.Fill(scene.Lit(cloth.Times(1.1), dark.Times(1.15), 0, 22, 10, 6));
                break;
            case AvatarClothes.Shirt:
                canvas.Stroke([(0, 28.2), (0, 34), (0, 40)], 0.6, 0.6, 0.6);
                scene.Flat(dark, 0.7);
                foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                {
                    canvas.Polygon([(side * (neck + 0.2), 18), (side * (neck + 3.4), 21.4), (side * (neck - 0.2), 29.2), (side * 0.2, 28.4), (side * 3.0, 24.2)]);
                    canvas.Fill(scene.Lit(Colour.Mix(cloth, new(255, 255, 255), 0.32), cloth.Times(0.8), 0, 23, 9, 8));
                    canvas.Stroke([(side * 0.2, 28.4), (side * (neck - 0.2), 29.2), (side * (neck + 3.4), 21.4)], 0.3, 0.5, 0.3);
                    scene.Flat(dark, 0.45);
                }

                break;
            default:
                canvas.Closed([(-neck - 0.9, 15.4), (-neck - 0.9, 15.4), (0, 17.2), (neck + 0.9, 15.4), (neck + 0.9, 15.4), (neck + 1.7, 21), (neck + 1.7, 21), (0, 23.6), (-neck - 1.7, 21), (-neck - 1.7, 21)]);
                canvas.Fill(scene.Lit(cloth.Times(1.06), dark, 0, 19, 8, 8));
                canvas.Stroke([(-neck - 1.6, 20.8), (0, 23.4), (neck + 1.6, 20.8)], 0.5, 0.9, 0.5);
                scene.Flat(dark, 0.6);
                break;
        }
    }
}
