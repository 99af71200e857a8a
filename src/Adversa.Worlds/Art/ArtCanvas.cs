using Adversa.Formats.Png;

namespace Adversa.Worlds.Art;

/// <summary>A picture that is being painted: antialiased shapes on an RGB surface, in pixels from the upper left corner.</summary>
internal sealed class ArtCanvas
{
    private const float Grain = 0.016f;          // half the spread of the canvas's texture

    private readonly float[] _values;

    /// <summary>Takes a fresh canvas.</summary>
    public ArtCanvas(int width, int height) => (Width, Height, _values) = (width, height, new float[width * height * 3]);

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The shorter side: what sizes of shapes are measured by.</summary>
    public float Unit => Math.Min(Width, Height);

    /// <summary>The colour of a pixel.</summary>
    public ArtColour this[int x, int y]
    {
        get => _values.AsSpan((y * Width + x) * 3, 3) is var p ? new(p[0], p[1], p[2]) : default;
        set => (_values[(y * Width + x) * 3], _values[(y * Width + x) * 3 + 1], _values[(y * Width + x) * 3 + 2]) = (value.R, value.G, value.B);
    }

    /// <summary>Lays a colour over a pixel.</summary>
    public void Blend(int x, int y, ArtColour colour, float share)
    {
        var p = _values.AsSpan((y * Width + x) * 3, 3);
        p[0] += (colour.R - p[0]) * share;
        p[1] += (colour.G - p[1]) * share;
        p[2] += (colour.B - p[2]) * share;
    }

    /// <summary>A filled disc, or a ring when the inner radius is above 0.</summary>
    public void Disc(float cx, float cy, float radius, ArtColour colour, float opacity = 1, float inner = 0, float soft = 1)
    {
        foreach (var y in Rows(cy, radius + soft))
            foreach (var x in Columns(cx, radius + soft))
            {
                var (dx, dy) = (x + 0.5f - cx, y + 0.5f - cy);
                var d = MathF.Sqrt(dx * dx + dy * dy);
                var cover = Edge((radius - d) / soft) * (inner > 0 ? Edge((d - inner) / soft) : 1);
                if (cover > 0) Blend(x, y, colour, cover * opacity);
            }
    }

    /// <summary>A filled ellipse whose first axis points along (cos, sin).</summary>
    public void Ellipse(float cx, float cy, float rx, float ry, float cos, float sin, ArtColour colour, float opacity = 1)
    {
        var (reach, least) = (Math.Max(rx, ry) + 1, Math.Max(0.5f, Math.Min(rx, ry)));
        foreach (var y in Rows(cy, reach))
            foreach (var x in Columns(cx, reach))
            {
                var (dx, dy) = (x + 0.5f - cx, y + 0.5f - cy);
                var (u, v) = ((cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry);
                var cover = Edge((1 - MathF.Sqrt(u * u + v * v)) * least);
                if (cover > 0) Blend(x, y, colour, cover * opacity);
            }
    }

    /// <summary>One stroke of a brush with round ends, whose bristles leave lighter and darker traces along it.</summary>
    public void Stroke(float x0, float y0, float x1, float y1, float radius, ArtColour colour, float opacity = 1, uint bristles = 0)
    {
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        var (inverse, per) = (length > 1e-9f ? 1 / length : 0, length > 1e-9f ? 1 / MathF.Sqrt(length) : 0);
        foreach (var y in Rows((y0 + y1) / 2, MathF.Abs(dy) / 2 + radius + 1))
            foreach (var x in Columns((x0 + x1) / 2, MathF.Abs(dx) / 2 + radius + 1))
            {
                var (px, py) = (x + 0.5f - x0, y + 0.5f - y0);
                var t = Math.Clamp((px * dx + py * dy) * inverse, 0, 1);
                var (ex, ey) = (px - t * dx, py - t * dy);
                var cover = Edge(radius - MathF.Sqrt(ex * ex + ey * ey));
                if (cover <= 0) continue;
                var across = (px * dy - py * dx) * per;
                Blend(x, y, bristles == 0 ? colour : colour.Times(0.88f + 0.24f * ArtNoise.Line(bristles, 1.7f * across)), cover * opacity);
            }
    }

    /// <summary>The picture as bytes, with the texture of a canvas.</summary>
    public Raster ToRaster(uint grain)
    {
        var picture = new Raster(Width, Height, 3);
        for (int y = 0, at = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var texture = Grain * (2 * ArtNoise.Lattice(grain, x, y) - 1);
                for (var c = 0; c < 3; c++, at++) picture.Pixels[at] = (byte)(Math.Clamp(_values[at] + texture, 0, 1) * 255 + 0.5f);
            }

        return picture;
    }

    private static float Edge(float depth) => Math.Clamp(depth + 0.5f, 0, 1);

    private Span Rows(float middle, float reach) => Span.Of(middle, reach, Height);

    private Span Columns(float middle, float reach) => Span.Of(middle, reach, Width);

    /// <summary>The whole numbers from a first to a last one, cut to the canvas.</summary>
    private readonly record struct Span(int First, int Last)
    {
        public static Span Of(float middle, float reach, int size) => new((int)Math.Clamp(middle - reach, 0, size), (int)Math.Clamp(middle + reach + 1, 0, size) - 1);

        public Walk GetEnumerator() => new(First - 1, Last);

        public struct Walk(int at, int last)
        {
            public int Current { get; private set; } = at;

            public bool MoveNext() => ++Current <= last;
        }
    }
}
