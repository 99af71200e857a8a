using Adversa.Data;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Outlines;

/// <summary>Bags and shoes: the field <c>input</c> is their outline, the field <c>image</c> the thing in a colour that the outline does not tell.</summary>
/// <remarks>Any colour of the law is right; <see cref="OutlineJudge"/> reads lines and colour from a picture.</remarks>
public sealed class EdgesPhotoWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 64;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128; the same thing in every size.</param>
    /// <param name="split">Training or test samples.</param>
    public EdgesPhotoWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("edges-photo", 1, PairSchema(size), seed, split) => _size = size;

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public OutlineTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Draw(RngOf(index));
    }

    /// <summary>Paints a thing in either view; with another hue, another right answer to the same outline.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="view">How to show it.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="picture">Receives 3 x size x size numbers, <c>[3, size, size]</c> in [-1, 1].</param>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public static void Render(OutlineTruth truth, OutlineView view, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        Paint(truth, view, size, OutlineColours.Of(truth.Hue, truth.Shade), picture);
    }

    /// <summary>Paints a thing in any colour.</summary>
    internal static void Paint(OutlineTruth truth, OutlineView view, int size, Colour main, Span<float> picture)
    {
        var canvas = ShapeCanvas.Of(size);
        OutlinePainter.Paint(canvas, truth, view, main);
        canvas.Write(picture);
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        Render(Draw(rng), OutlineView.Photo, _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (row.Has(Field.Input)) Render(Truth(index), OutlineView.Edges, _size, row.Floats(Field.Input));
    }

    private static OutlineTruth Draw(Rng rng) => new((OutlineKind)rng.NextInt(4), rng.Uniform(-1, 1), rng.Uniform(-1, 1), rng.Uniform(-1, 1),
        rng.NextDouble(), rng.NextInt(2) == 0, rng.NextDouble(), rng.NextDouble());
}
