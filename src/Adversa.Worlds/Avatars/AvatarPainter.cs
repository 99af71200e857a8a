namespace Adversa.Worlds.Avatars;

/// <summary>Paints a portrait from back to front.</summary>
internal static class AvatarPainter
{
    private const double Low = 31.3, Nape = 14, Scale = 1.12;      // the origin on the canvas, where the head leans from, the head's units

    /// <summary>Paints everything.</summary>
    public static void Paint(AvatarScene scene)
    {
        AvatarBody.Ground(scene);
        LeanHead(scene);
        AvatarHair.Back(scene);
        Upright(scene);
        AvatarBody.Paint(scene);
        LeanHead(scene);

        var near = scene.Head.Sin > 0 ? -1 : 1;            // the side turned to the viewer
        AvatarFace.Ear(scene, -near);
        AvatarFace.Skin(scene);
        AvatarFace.Ear(scene, near);
        AvatarBeards.Full(scene);
        AvatarMouth.Paint(scene);
        AvatarBeards.Moustache(scene);
        AvatarEyes.Paint(scene);
        AvatarFace.Nose(scene);
        AvatarEyes.Brows(scene);
        AvatarHair.Front(scene);
        AvatarGlasses.Paint(scene);
    }

    /// <summary>The points of the face that <see cref="AvatarsWorld.Landmarks"/> promises, in the head's units.</summary>
    public static (double X, double Y)[] Landmarks(AvatarScene scene)
    {
        var (head, x, mouth, corner) = (scene.Head, AvatarEyes.Distance(scene), AvatarMouth.Level(scene), AvatarMouth.Corner(scene));
        return [head.Front(-x, AvatarEyes.Level, 0.3), head.Front(x, AvatarEyes.Level, 0.3), head.Front(0, AvatarFace.NoseTip(scene) - 0.6, AvatarFace.NoseLift(scene)),
            head.Front(-corner.X, mouth + corner.Y, 0.6), head.Front(corner.X, mouth + corner.Y, 0.6), head.Front(0, head.Chin - 0.15)];
    }

    /// <summary>Puts the head's units on the canvas.</summary>
    public static void LeanHead(AvatarScene scene)
    {
        var t = scene.Truth;
        var (sin, cos) = Deterministic.SinCosTurns(t.Tilt / 360);
        var zoom = Scale * t.Zoom;
        scene.Canvas.Place(zoom * sin, zoom * cos, 32 + t.ShiftX + zoom * sin * Nape, Low + t.ShiftY + zoom * (Nape - cos * Nape));
    }

    private static void Upright(AvatarScene scene) => scene.Canvas.Place(0, Scale * scene.Truth.Zoom, 32 + scene.Truth.ShiftX, Low + scene.Truth.ShiftY);
}
