using Adversa.Data;
using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Polygons;

/// <summary>White triangles on black by a rule that can be checked: a pixel's level is the area of the triangle inside it.</summary>
/// <remarks>Six numbers decide a picture, so whether a picture is a triangle, and which one, has an exact answer (<see cref="PolygonJudge"/>). Lucic et
/// al., 2018, "Are GANs Created Equal? A Large-Scale Study", section 5 (arXiv:1711.10337) measure precision and recall on such data.</remarks>
public sealed class PolygonsWorld : World
{
    /// <summary>Side of a picture unless asked otherwise.</summary>
    public const int DefaultSize = 28;

    internal const double Margin = 0.03;

    [ThreadStatic] private static AreaCoverage? _area;
    [ThreadStatic] private static int _areaSize;

    private readonly int _size;

    /// <summary>Creates the world.</summary>
    /// <param name="seed">Another seed, another set; any value.</param>
    /// <param name="size">Side of a picture in pixels, 16 to 64.</param>
    /// <param name="split">Training or test samples.</param>
    public PolygonsWorld(long seed = 0, int size = DefaultSize, Split split = Split.Train)
        : base("polygons", 1, new SampleSchema(FieldKind.Image, 1, size, size) { Attributes = [new("ax"), new("ay"), new("bx"), new("by"), new("cx"), new("cy")] }, seed, split)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 64);
        _size = size;
    }

    /// <summary>What decided a sample.</summary>
    /// <param name="index">The sample, from 0.</param>
    public PolygonTruth Truth(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Triangle(RngOf(index));
    }

    /// <summary>Paints a triangle: each pixel is <c>floor(255 area + 1/2) / 127.5 - 1</c>.</summary>
    /// <param name="truth">The triangle.</param>
    /// <param name="size">Side in pixels, 16 to 64.</param>
    /// <param name="picture">Receives size x size numbers in [-1, 1].</param>
    public static void Render(PolygonTruth truth, int size, Span<float> picture)
    {
        ArgumentNullException.ThrowIfNull(truth);
        if (picture.Length != size * size) throw new ArgumentException($"Expected room for {size * size} numbers; got {picture.Length}.", nameof(picture));
        Cover(truth, size, picture);
        for (var i = 0; i < picture.Length; i++) picture[i] = (float)((int)(picture[i] * 255 + 0.5f) / 127.5 - 1);
    }

    /// <summary>The exact area of a triangle in each pixel, 0 to 1.</summary>
    internal static void Cover(PolygonTruth t, int size, Span<float> cover)
    {
        if (_area is null || _areaSize != size) (_area, _areaSize) = (new(size), size);
        cover.Clear();
        _area.Edge(t.A.X * size, t.A.Y * size, t.B.X * size, t.B.Y * size);
        _area.Edge(t.B.X * size, t.B.Y * size, t.C.X * size, t.C.Y * size);
        _area.Edge(t.C.X * size, t.C.Y * size, t.A.X * size, t.A.Y * size);
        var (first, last) = _area.Rows;
        for (var row = first; row <= last; row++) _area.Sweep(row, cover.Slice(row * size, size));
        _area.Done();
    }

    /// <inheritdoc/>
    protected override int Draw(Rng rng, Span<float> destination)
    {
        Render(Triangle(rng), _size, destination);
        return -1;
    }

    /// <inheritdoc/>
    protected override void Attributes(Rng rng, Span<float> destination)
    {
        var t = Triangle(rng);
        ReadOnlySpan<double> values = [t.A.X, t.A.Y, t.B.X, t.B.Y, t.C.X, t.C.Y];
        for (var i = 0; i < values.Length; i++) destination[i] = (float)values[i];
    }

    /// <summary>Three uniform points, drawn again until they make a triangle of the family.</summary>
    private static PolygonTruth Triangle(Rng rng)
    {
        while (true)
        {
            var triangle = PolygonTruth.Ordered(Point(rng), Point(rng), Point(rng));
            if (triangle.IsInFamily()) return triangle;
        }
    }

    private static (double X, double Y) Point(Rng rng) => (rng.Uniform(Margin, 1 - Margin), rng.Uniform(Margin, 1 - Margin));
}
