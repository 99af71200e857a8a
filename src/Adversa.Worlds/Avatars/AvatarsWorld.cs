using Adversa.Data;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Avatars;

/// <summary>Portraits in a flat style with soft light: everything about each person is known, and any of it can be changed exactly.</summary>
/// <remarks>29 attributes are drawn independently of each other; there is no class. A picture is a pure function of its <see cref="AvatarTruth"/>.</remarks>
public sealed class AvatarsWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 64;

    /// <summary>Number of <see cref="AvatarPart"/>.</summary>
    public const int Parts = 10;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="split">Training or test samples.</param>
    public AvatarsWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("avatars", 1, new SampleSchema(FieldKind.Image, 3, size, size) { Attributes = AvatarHand.Attributes }, seed, split)
    {
        ShapeCanvas.CheckSide(size);
        _size = size;
    }

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public AvatarTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return AvatarHand.Draw(RngOf(index));
    }

    /// <summary>Paints a person: an exact counterfactual, when one value of a sample's truth was changed.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="picture">Receives 3 x size x size numbers, <c>[3, size, size]</c> in [-1, 1].</param>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public static void Render(AvatarTruth truth, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var canvas = ShapeCanvas.Of(size);
        AvatarPainter.Paint(new(canvas, truth));
        canvas.Write(picture);
    }

    /// <summary>How much of each pixel every part makes up: ten planes, in the order of <see cref="AvatarPart"/>, that sum to 1.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[10, size, size] in [0, 1]. A part has a share exactly where its own paint is seen.</returns>
    public static float[] Shares(AvatarTruth truth, int size)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return ShapeCanvas.Of(size).SharesOf(Parts, canvas => AvatarPainter.Paint(new(canvas, truth)));
    }

    /// <summary>The label map: for each pixel the <see cref="AvatarPart"/> with the largest share.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[size, size].</returns>
    public static byte[] Labels(AvatarTruth truth, int size) => ShapeCanvas.Largest(Shares(truth, size), Parts);

    /// <summary>Where eyes, nose, mouth and chin lie.</summary>
    /// <param name="truth">Who.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    public static AvatarLandmarks Landmarks(AvatarTruth truth, int size)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var canvas = ShapeCanvas.Of(size);
        var scene = new AvatarScene(canvas, truth);
        AvatarPainter.LeanHead(scene);
        var at = Array.ConvertAll(AvatarPainter.Landmarks(scene), p => canvas.PixelOf(p.X, p.Y));
        return new(at[0], at[1], at[2], at[3], at[4], at[5]);
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        Render(AvatarHand.Draw(rng), _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination) => AvatarHand.Write(AvatarHand.Draw(rng), destination);
}
