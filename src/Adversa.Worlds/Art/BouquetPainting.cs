namespace Adversa.Worlds.Art;

/// <summary>A vase of flowers on a table.</summary>
internal static class BouquetPainting
{
    /// <summary>Paints.</summary>
    public static void Paint(ArtCanvas canvas, ArtPalette palette, Rng rng)
    {
        var isDark = rng.NextInt(3) == 0;
        var (wall, table) = (isDark ? palette[0].To(palette[1], 0.4f) : palette[4 + rng.NextInt(2)], isDark ? palette[2] : palette[2 + rng.NextInt(2)]);
        var edge = (float)rng.Uniform(0.72, 0.84) * canvas.Height;
        Room(canvas, wall, table, edge, rng);

        var unit = canvas.Unit;
        var (x, foot) = (canvas.Width * (float)rng.Uniform(0.42, 0.58), edge + 0.07f * unit);
        var (height, half) = ((float)rng.Uniform(0.24, 0.36) * unit, (float)rng.Uniform(0.09, 0.15) * unit);
        var mouth = foot - height;
        var vase = palette[isDark ? 4 : rng.NextInt(3)];
        var green = palette[1].To(new(0.25f, 0.42f, 0.22f), 0.55f);
        var heads = Heads(x, mouth, unit, rng);
        foreach (var (hx, hy, _) in heads) canvas.Stroke(x, mouth + 0.02f * unit, hx, hy, Math.Max(0.6f, 0.008f * unit), green);
        foreach (var (hx, hy, _) in heads) Leaf(canvas, (x + 2 * hx) / 3, (mouth + 2 * hy) / 3, 0.065f * unit, green.Times((float)rng.Uniform(0.8, 1.35)), rng);
        canvas.Ellipse(x + 0.05f * unit, foot, half * 1.5f, 0.025f * unit, 1, 0, table.Times(0.6f), 0.6f);
        Vase(canvas, x, mouth, foot, half, (float)rng.Uniform(0.35, 0.7), vase);
        var (one, other) = (isDark ? 3 + rng.NextInt(3) : 2 + rng.NextInt(2), rng.NextInt(ArtPalette.Count));
        foreach (var (hx, hy, radius) in heads) Flower(canvas, hx, hy, radius, palette[rng.NextInt(3) > 0 ? one : other].To(new(1, 0.35f, 0.3f), 0.15f), palette[5 - rng.NextInt(2)], rng);
    }

    private static void Room(ArtCanvas canvas, ArtColour wall, ArtColour table, float edge, Rng rng)
    {
        var (key, side) = (rng.NextUInt(), (float)rng.NextDouble());
        for (var y = 0; y < canvas.Height; y++)
            for (var x = 0; x < canvas.Width; x++)
            {
                var brush = 0.88f + 0.2f * ArtNoise.Cloud(key, x * 4 / canvas.Unit, y * 4 / canvas.Unit);
                var light = 1.05f - 0.22f * MathF.Abs(x / (float)canvas.Width - side);
                canvas[x, y] = wall.Times(brush * light);
                canvas.Blend(x, y, table.Times(brush * (1.08f - 0.25f * (y - edge) / canvas.Unit)), Math.Clamp(y - edge, 0, 1));
            }
    }

    private static (float X, float Y, float Radius)[] Heads(float x, float mouth, float unit, Rng rng)
    {
        var heads = new (float X, float Y, float Radius)[5 + rng.NextInt(8)];
        for (var i = 0; i < heads.Length; i++)
        {
            var (sin, cos) = Deterministic.SinCosTurns(0.5 + 0.5 * (i + rng.Uniform(0.1, 0.9)) / heads.Length);      // a fan over the vase
            var reach = (float)rng.Uniform(0.12, 0.36) * unit;
            heads[i] = (x + (float)cos * reach, mouth + (float)sin * reach * 1.05f - 0.05f * unit, (float)rng.Uniform(0.045, 0.085) * unit);
        }

        return heads;
    }

    private static void Vase(ArtCanvas canvas, float x, float mouth, float foot, float half, float waist, ArtColour colour)
    {
        for (var y = Math.Max(0, (int)mouth); y < Math.Min(canvas.Height, foot); y++)
        {
            var t = (y - mouth) / (foot - mouth);
            var width = half * (waist + (1 - waist) * MathF.Sqrt(Math.Max(0, 4 * t * (1.1f - t) / 1.21f)));
            for (var px = Math.Max(0, (int)(x - width)); px < Math.Min(canvas.Width, x + width + 1); px++)
            {
                var u = (px + 0.5f - x) / width;
                var shine = 0.5f / (1 + 30 * (u + 0.4f) * (u + 0.4f));
                canvas.Blend(px, y, colour.Times(1.05f - 0.45f * u * u - 0.15f * u).To(new(1, 1, 1), shine), Math.Clamp((1 - MathF.Abs(u)) * width + 0.5f, 0, 1));
            }
        }
    }

    private static void Leaf(ArtCanvas canvas, float x, float y, float length, ArtColour colour, Rng rng)
    {
        var (sin, cos) = Deterministic.SinCosTurns(rng.NextDouble());
        canvas.Ellipse(x, y, length, 0.36f * length, (float)cos, (float)sin, colour, 0.95f);
    }

    private static void Flower(ArtCanvas canvas, float x, float y, float radius, ArtColour colour, ArtColour heart, Rng rng)
    {
        var (petals, turn) = (5 + rng.NextInt(5), rng.NextDouble());
        for (var k = 0; k < petals; k++)
        {
            var (sin, cos) = Deterministic.SinCosTurns(turn + k / (double)petals);
            canvas.Ellipse(x + (float)cos * radius * 0.58f, y + (float)sin * radius * 0.58f, radius * 0.5f, radius * 0.32f, (float)cos, (float)sin, colour.Times((float)rng.Uniform(0.84, 1.14)));
        }

        canvas.Disc(x, y, radius * 0.27f, heart.To(new(0.95f, 0.75f, 0.25f), 0.4f));
    }
}
