using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Paints the mouth, which says most of the expression.</summary>
internal static class AvatarMouth
{
    /// <summary>Height of the mouth's line.</summary>
    public static double Level(AvatarScene scene)
    {
        var tip = AvatarFace.NoseTip(scene);
        return tip + (scene.Head.Chin - tip) * 0.455;
    }

    /// <summary>Where the corners lie: right of the middle, and below the mouth's level.</summary>
    public static (double X, double Y) Corner(AvatarScene scene)
    {
        var width = 3.75 * (1 + 0.16 * scene.Truth.MouthWidth - 0.1 * scene.Head.Youth);
        return scene.Truth.Expression switch
        {
            AvatarExpression.Smile => (width * 1.18, -0.95),
            AvatarExpression.Laugh => (width * 1.22, -0.95),
            AvatarExpression.Sad => (width * 0.92, 1.0),
            AvatarExpression.Surprised => (width * 0.5, 0.8),
            _ => (width, 0.05),
        };
    }

    /// <summary>The mouth.</summary>
    public static void Paint(AvatarScene scene)
    {
        scene.Begin(AvatarPart.Mouth);
        if (scene.Truth.Expression == AvatarExpression.Laugh) Laughing(scene);
        else if (scene.Truth.Expression == AvatarExpression.Surprised) Round(scene);
        else Closed(scene);
    }

    private static void Closed(AvatarScene scene)
    {
        var (head, canvas, y) = (scene.Head, scene.Canvas, Level(scene));
        var (x, corner) = Corner(scene);
        var full = 1 - 0.4 * head.Old;
        var middle = -0.55 * corner;
        var lips = AvatarPalette.Lips(scene.Skin);
        (double X, double Y) On(double u, double v) => head.Front(u * x, y + v, 0.6);

        var (left, right) = (On(-1, corner), On(1, corner));
        canvas.Closed([left, left, On(-0.55, -0.55 * full + corner * 0.25 + middle * 0.6), On(-0.2, -1.0 * full + middle), On(0, -0.72 * full + middle), On(0.2, -1.0 * full + middle), On(0.55, -0.55 * full + corner * 0.25 + middle * 0.6), right, right,
            On(0.45, 0.15 + corner * 0.25 + middle * 0.7), On(0, 0.25 + middle), On(-0.45, 0.15 + corner * 0.25 + middle * 0.7)]);
        scene.Flat(lips.Times(0.9), 0.95);
        canvas.Closed([left, left, On(-0.45, 0.15 + corner * 0.25 + middle * 0.7), On(0, 0.25 + middle), On(0.45, 0.15 + corner * 0.25 + middle * 0.7), right, right,
            On(0.5, 1.1 * full + middle * 0.8 + corner * 0.15), On(0, 1.6 * full + middle), On(-0.5, 1.1 * full + middle * 0.8 + corner * 0.15)]);
        canvas.Fill(ShapePaint.Blend(lips, lips.Times(1.16), Gradient.Linear(0, y + 0.2, 0, y + 1.4), 0.95));
        canvas.Stroke([left, On(-0.45, 0.15 + corner * 0.25 + middle * 0.7), On(0, 0.25 + middle), On(0.45, 0.15 + corner * 0.25 + middle * 0.7), right], 0.55, 0.6, 0.55);
        scene.Flat(lips.Times(0.45), 0.9);
        Under(scene, y + 2.6 * full + middle);
    }

    private static void Laughing(AvatarScene scene)
    {
        var (head, canvas, y) = (scene.Head, scene.Canvas, Level(scene));
        var (x, corner) = Corner(scene);
        (double X, double Y) On(double u, double v) => head.Front(u * x, y + v, 0.6);

        var lips = AvatarPalette.Lips(scene.Skin);
        canvas.Closed([On(-1.08, corner - 0.3), On(-1.08, corner - 0.3), On(-0.5, -0.75), On(-0.2, -0.95), On(0, -0.75), On(0.2, -0.95), On(0.5, -0.75), On(1.08, corner - 0.3), On(1.08, corner - 0.3), On(0.75, 2.3), On(0, 4.1), On(-0.75, 2.3)]);
        scene.Flat(lips);
        canvas.Closed([On(-0.96, corner + 0.15), On(-0.96, corner + 0.15), On(-0.5, -0.15), On(0, 0), On(0.5, -0.15), On(0.96, corner + 0.15), On(0.96, corner + 0.15), On(0.66, 1.9), On(0, 3.2), On(-0.66, 1.9)]);
        scene.Flat(new(98, 26, 36));
        canvas.Keep(0);
        canvas.Within = 0;
        var (tongueX, tongueY) = On(0, 3.6);
        canvas.Ellipse(tongueX, tongueY, x * 0.55, 1.7);
        scene.Flat(new(222, 96, 100));
        canvas.Closed([On(-1, corner - 0.4), On(-0.5, -0.8), On(0, -0.6), On(0.5, -0.8), On(1, corner - 0.4), On(0.75, 0.75), On(0, 1.25), On(-0.75, 0.75)]);
        scene.Flat(new(252, 250, 246));
        Under(scene, y + 4.9);
    }

    private static void Round(AvatarScene scene)
    {
        var (head, canvas, y) = (scene.Head, scene.Canvas, Level(scene));
        var x = Corner(scene).X;
        var (centreX, centreY) = head.Front(0, y + 0.9, 0.6);
        var narrow = Math.Max(0.6 - 0.3 * head.Profile, head.Cos);
        var lips = AvatarPalette.Lips(scene.Skin);
        canvas.Ellipse(centreX, centreY, (x + 0.35) * narrow, 2.7);
        scene.Flat(lips);
        canvas.Ellipse(centreX, centreY + 0.1, (x - 0.45) * narrow, 1.9);
        scene.Flat(new(98, 26, 36));
        canvas.Keep(0);
        canvas.Within = 0;
        canvas.Ellipse(centreX, centreY + 2, x * 0.8 * narrow, 1.2);
        scene.Flat(new(206, 84, 90));
        Under(scene, y + 4.3);
    }

    /// <summary>The shadow under the lower lip.</summary>
    private static void Under(AvatarScene scene, double y)
    {
        scene.Begin(AvatarPart.Skin);
        scene.Canvas.Stroke([scene.Head.Front(-1.5, y, 0.4), scene.Head.Front(0, y + 0.25, 0.4), scene.Head.Front(1.5, y, 0.4)], 0.2, 0.7, 0.2);
        scene.Flat(scene.Shade, 0.4);
    }
}
