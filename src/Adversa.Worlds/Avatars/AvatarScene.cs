using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>What the painters of one portrait share: canvas, person, head, colours and light.</summary>
internal sealed class AvatarScene(ShapeCanvas canvas, AvatarTruth truth)
{
    /// <summary>The mask that holds the head's skin, and the one that holds the hair last painted.</summary>
    public const int OnSkin = 1, OnHair = 2;

    /// <summary>Where it is painted.</summary>
    public ShapeCanvas Canvas => canvas;

    /// <summary>Who is painted.</summary>
    public AvatarTruth Truth => truth;

    /// <summary>The head's form.</summary>
    public AvatarHead Head { get; } = new(truth);

    /// <summary>Skin in even light.</summary>
    public Colour Skin { get; } = AvatarPalette.Skin(truth);

    /// <summary>Skin in shade.</summary>
    public Colour Shade { get; } = AvatarPalette.Shade(AvatarPalette.Skin(truth));

    /// <summary>Hair in even light.</summary>
    public Colour Hair { get; } = AvatarPalette.Hair(truth);

    /// <summary>The side that lies in shade: 1 right, -1 left.</summary>
    public int DarkSide => truth.Light > 0 ? -1 : 1;

    /// <summary>Sets what the next shapes belong to.</summary>
    public void Begin(AvatarPart part) => (canvas.Part, canvas.Within) = ((int)part, -1);

    /// <summary>A solid in this light: lightest where the light falls, darker towards the edge.</summary>
    public ShapePaint Lit(Colour lit, Colour dark, double x, double y, double radiusX, double radiusY)
    {
        var strength = truth.LightStrength;
        var side = truth.Light * (0.35 + 0.5 * strength);
        return ShapePaint.Blend(lit.Times(1 + 0.08 * strength), Colour.Mix(lit, dark, 0.25 + 0.6 * strength),
            Gradient.Radial(x + side * radiusX, y - 0.25 * radiusY, radiusX * 1.65, radiusY * 1.65));
    }

    /// <summary>Fills the current shape with one colour.</summary>
    public void Flat(Colour colour, double alpha = 1) => canvas.Fill(ShapePaint.Flat(colour, alpha));
}
