using Adversa.Data;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Maps;

/// <summary>Towns with streets, built land, parks and water: the field <c>input</c> is the map, the field <c>image</c> the same place from above.</summary>
/// <remarks>The colours of the classes are known in both views, so that what a picture shows can be read from it (<see cref="Read(ReadOnlySpan{float}, int, MapView)"/>).</remarks>
public sealed class MapSatelliteWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 64;

    /// <summary>Number of <see cref="MapClass"/>.</summary>
    public const int Classes = 4;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels: a multiple of 8 from 32 to 128; the same place in every size.</param>
    /// <param name="split">Training or test samples.</param>
    public MapSatelliteWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("map-satellite", 1, PairSchema(size), seed, split) => _size = size;

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public MapTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return MapHand.Draw(RngOf(index));
    }

    /// <summary>Paints a place in either view.</summary>
    /// <param name="truth">What to paint.</param>
    /// <param name="view">How to show it.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <param name="picture">Receives 3 x size x size numbers, <c>[3, size, size]</c> in [-1, 1].</param>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public static void Render(MapTruth truth, MapView view, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var canvas = ShapeCanvas.Of(size);
        new MapPainter(canvas, truth, view).Paint();
        canvas.Write(picture);
    }

    /// <summary>The label map: for each pixel the <see cref="MapClass"/> with the largest share. Both views have the same.</summary>
    /// <param name="truth">The place.</param>
    /// <param name="size">Side in pixels: a multiple of 8 from 32 to 128.</param>
    /// <returns>[size, size].</returns>
    public static byte[] Labels(MapTruth truth, int size)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return ShapeCanvas.Largest(ShapeCanvas.Of(size).SharesOf(Classes, canvas => new MapPainter(canvas, truth, MapView.Map).Paint()), Classes);
    }

    /// <summary>Reads the label map from any picture: the class of the nearest colour of the view.</summary>
    /// <param name="picture"><c>[3, size, size]</c> in [-1, 1].</param>
    /// <param name="size">Its side in pixels.</param>
    /// <param name="view">What the picture is to be.</param>
    /// <returns>[size, size]. <see cref="LabelMaps.Iou"/> compares it to <see cref="Labels"/>.</returns>
    public static byte[] Read(ReadOnlySpan<float> picture, int size, MapView view)
    {
        var area = size * size;
        if (picture.Length != 3 * area) throw new ArgumentException($"Expected {3 * area} numbers; got {picture.Length}.", nameof(picture));
        var palette = Enum.GetValues<MapClass>().SelectMany(one => MapPalette.Of(view, one).Select(colour => (one, colour))).ToArray();
        var labels = new byte[area];
        for (var i = 0; i < area; i++)
        {
            var seen = new Colour(PixelBytes.ToByte(picture[i]), PixelBytes.ToByte(picture[area + i]), PixelBytes.ToByte(picture[2 * area + i]));
            labels[i] = (byte)palette.MinBy(entry => entry.colour.Distance(seen)).one;
        }

        return labels;
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        Render(MapHand.Draw(rng), MapView.Satellite, _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Beside(long index, SampleRow row)
    {
        if (row.Has(Field.Input)) Render(Truth(index), MapView.Map, _size, row.Floats(Field.Input));
    }
}
