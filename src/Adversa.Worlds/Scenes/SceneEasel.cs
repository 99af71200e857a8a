using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Scenes;

/// <summary>What the painters of one scene share: canvas, scene and light.</summary>
internal sealed class SceneEasel(ShapeCanvas canvas, SceneTruth truth)
{
    /// <summary>Where it is painted.</summary>
    public ShapeCanvas Canvas => canvas;

    /// <summary>What is painted.</summary>
    public SceneTruth Truth => truth;

    /// <summary>What the light does.</summary>
    public SceneAir Air { get; private set; } = SceneAir.Of(truth.Light);

    /// <summary>The side that lies in shade at a place: 1 right, -1 left.</summary>
    public int DarkSide(double x) => truth.SunX > x ? -1 : 1;

    /// <summary>Sets what the next shapes belong to.</summary>
    public void Begin(ScenePart part) => (canvas.Part, canvas.Within) = ((int)part, -1);

    /// <summary>Lights what follows as if it stood elsewhere.</summary>
    public void Relight(SceneLight light) => Air = SceneAir.Of(light);

    /// <summary>Where the next points fall: a place that is their origin, and a scale.</summary>
    public void Place(double x, double y, double scale = 1) => canvas.Place(0, scale, x, y);

    /// <summary>Fills the current shape with a colour as the light shows it.</summary>
    public void Flat(Colour colour) => canvas.Fill(ShapePaint.Flat(Air.On(colour)));

    /// <summary>Fills the current shape with two colours as the light shows them.</summary>
    public void Blend(Colour from, Colour to, Gradient along) => canvas.Fill(ShapePaint.Blend(Air.On(from), Air.On(to), along));
}
