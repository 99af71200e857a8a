using Adversa.Data;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Scenes;

/// <summary>Landscapes with sky, hills, houses, windows, trees and one object in front, under four lights; any of it can be changed exactly.</summary>
/// <remarks>A picture is a pure function of its <see cref="SceneTruth"/>. The field <c>mask</c> is where the object stands.</remarks>
public sealed class ScenesWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 64;

    /// <summary>Number of <see cref="ScenePart"/>.</summary>
    public const int Parts = 8;

    internal const int CurrentVersion = 1;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128; the same scene in every size.</param>
    /// <param name="split">Training or test samples.</param>
    public ScenesWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("scenes", CurrentVersion, new(new Field(Field.Image, FieldKind.Image, 3, size, size), new Field(Field.Mask, FieldKind.Mask, 1, size, size)),
            seed, split)
    {
        ShapeCanvas.CheckSide(size);
        _size = size;
    }

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public SceneTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return SceneHand.Draw(RngOf(index));
    }

    /// <summary>Paints a scene: an exact counterpart, when one value of a sample's truth was changed.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="picture">Receives 3 x size x size numbers, <c>[3, size, size]</c> in [-1, 1].</param>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public static void Render(SceneTruth truth, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var canvas = ShapeCanvas.Of(size);
        ScenePainter.Paint(new(canvas, truth));
        canvas.Write(picture);
    }

    /// <summary>Paints the same scene in any domain; its own light is left out of account.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="domain">How to show it.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="picture">Receives 3 x size x size numbers, <c>[3, size, size]</c> in [-1, 1].</param>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public static void Render(SceneTruth truth, SceneDomain domain, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        Render(truth with { Light = domain == SceneDomain.Grey ? SceneLight.Sunny : (SceneLight)domain }, size, picture);
        if (domain == SceneDomain.Grey) WithoutColour(picture);
    }

    /// <summary>How much of each pixel every part makes up: eight planes, in the order of <see cref="ScenePart"/>, that sum to 1. The light changes none of it.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[8, size, size] in [0, 1].</returns>
    public static float[] Shares(SceneTruth truth, int size)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return ShapeCanvas.Of(size).SharesOf(Parts, canvas => ScenePainter.Paint(new(canvas, truth with { Light = SceneLight.Sunny })));
    }

    /// <summary>The label map: for each pixel the <see cref="ScenePart"/> with the largest share.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[size, size].</returns>
    public static byte[] Labels(SceneTruth truth, int size) => ShapeCanvas.Largest(Shares(truth, size), Parts);

    /// <summary>Reads the label map from a picture of a known scene: each pixel is what the nearest colour close by (four of 64 pixels) shows in the true picture.</summary>
    /// <remarks>Exact for the true picture itself; a picture of another scene or in another light gives other labels.</remarks>
    /// <param name="picture"><c>[3, size, size]</c> in [-1, 1].</param>
    /// <param name="truth">The scene that it is to show.</param>
    /// <param name="domain">How it is to show it.</param>
    /// <param name="size">Its side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[size, size]. <see cref="LabelMaps.Iou"/> compares it to <see cref="Labels"/>.</returns>
    public static byte[] Read(ReadOnlySpan<float> picture, SceneTruth truth, SceneDomain domain, int size)
    {
        var (expected, labels, read) = (new float[3 * size * size], Labels(truth, size), new byte[size * size]);
        if (picture.Length != expected.Length) throw new ArgumentException($"Expected {expected.Length} numbers; got {picture.Length}.", nameof(picture));
        Render(truth, domain, size, expected);
        for (var i = 0; i < read.Length; i++) read[i] = labels[Closest(picture, expected, i, size)];
        return read;
    }

    /// <summary>Where the object stands: 1 where it makes up half of a pixel or more.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[size, size].</returns>
    public static byte[] Mask(SceneTruth truth, int size)
    {
        ArgumentNullException.ThrowIfNull(truth);
        if (truth.Object is not { } thing) return new byte[size * size];
        var shares = ShapeCanvas.Of(size).SharesOf(Parts, canvas => SceneThings.Object(new(canvas, truth), thing));        // nothing stands before it
        return Array.ConvertAll(shares[((int)ScenePart.Object * size * size)..], share => share >= 0.5f ? (byte)1 : (byte)0);
    }

    /// <summary>The object of one scene in another scene: what pasting it there should give. It takes the place that it had.</summary>
    /// <param name="truth">The scene that receives it; its own object goes.</param>
    /// <param name="from">The scene whose object is taken.</param>
    /// <param name="isRelit">Whether the object is lit as its new scene is; else it keeps the light that it had, as a paste with a perfect mask.</param>
    public static SceneTruth Paste(SceneTruth truth, SceneTruth from, bool isRelit = true)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(from);
        return truth with { Object = from.Object, ObjectLight = isRelit ? null : from.ObjectLight ?? from.Light };
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        Render(SceneHand.Draw(rng), _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (row.Has(Field.Mask)) Mask(Truth(index), _size).CopyTo(row.Bytes(Field.Mask));
    }

    /// <summary>The pixel of the true picture, within the reach of another one, that has the colour most like that one's.</summary>
    private static int Closest(ReadOnlySpan<float> picture, ReadOnlySpan<float> expected, int i, int size)
    {
        var (x, y, area, reach) = (i % size, i / size, size * size, size / 16);
        var (closest, least) = (i, double.MaxValue);
        for (var v = Math.Max(0, y - reach); v <= Math.Min(size - 1, y + reach); v++)
            for (var u = Math.Max(0, x - reach); u <= Math.Min(size - 1, x + reach); u++)
            {
                var (at, distance) = (v * size + u, 0.0);
                for (var c = 0; c < 3; c++) distance += (picture[c * area + i] - expected[c * area + at]) * (picture[c * area + i] - expected[c * area + at]);
                if (distance < least || (distance == least && at == i)) (closest, least) = (at, distance);
            }

        return closest;
    }

    private static void WithoutColour(Span<float> picture)
    {
        var area = picture.Length / 3;
        for (var i = 0; i < area; i++)
        {
            var grey = (299 * PixelBytes.ToByte(picture[i]) + 587 * PixelBytes.ToByte(picture[area + i]) + 114 * PixelBytes.ToByte(picture[2 * area + i])
                + 500) / 1000;
            picture[i] = picture[area + i] = picture[2 * area + i] = (float)(grey / 127.5 - 1);
        }
    }
}
