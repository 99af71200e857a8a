namespace Adversa.Worlds.Art;

/// <summary>A composition of discs, rings and lines on a washed ground.</summary>
internal static class CirclesPainting
{
    /// <summary>Paints.</summary>
    public static void Paint(ArtCanvas canvas, ArtPalette palette, Rng rng)
    {
        var isDark = rng.NextInt(4) == 0;
        Ground(canvas, palette[isDark ? 0 : 5], palette[isDark ? 1 : 4], rng);
        var diagonal = rng.NextInt(2) * 2 - 1;
        for (var i = 2 + rng.NextInt(4); i > 0; i--)
        {
            var (x, y) = ((float)rng.NextDouble() * canvas.Width, (float)rng.NextDouble() * canvas.Height);
            var (dx, dy) = ((float)rng.Uniform(0.15, 0.7) * canvas.Unit, diagonal * (float)rng.Uniform(0.05, 0.6) * canvas.Unit);
            canvas.Stroke(x - dx, y - dy, x + dx, y + dy, Math.Max(0.5f, (float)rng.Uniform(0.004, 0.016) * canvas.Unit), palette[rng.NextInt(3)], 0.9f);
        }

        for (var i = 4 + rng.NextInt(7); i > 0; i--)
        {
            var size = (float)rng.NextDouble();
            Target(canvas, palette, (float)rng.NextDouble() * canvas.Width, (float)rng.NextDouble() * canvas.Height, (0.05f + 0.24f * size * size) * canvas.Unit, rng);
        }
    }

    private static void Ground(ArtCanvas canvas, ArtColour from, ArtColour to, Rng rng)
    {
        var (key, slope) = (rng.NextUInt(), (float)rng.NextDouble());
        for (var y = 0; y < canvas.Height; y++)
            for (var x = 0; x < canvas.Width; x++)
            {
                var along = slope * x / canvas.Width + (1 - slope) * y / canvas.Height;
                canvas[x, y] = from.To(to, Math.Clamp(0.7f * along + 0.5f * (ArtNoise.Cloud(key, x * 3 / canvas.Unit, y * 3 / canvas.Unit) - 0.3f), 0, 1));
            }
    }

    /// <summary>A disc, a ring, or rings within rings.</summary>
    private static void Target(ArtCanvas canvas, ArtPalette palette, float x, float y, float radius, Rng rng)
    {
        var first = rng.NextInt(ArtPalette.Count);
        switch (rng.NextInt(4))
        {
            case 0:
                canvas.Disc(x, y, radius, palette[first], (float)rng.Uniform(0.55, 0.95));
                break;
            case 1:
                canvas.Disc(x, y, radius, palette[first], 0.95f, inner: radius * (float)rng.Uniform(0.6, 0.88));
                break;
            default:
                var step = (float)rng.Uniform(0.55, 0.8);
                for (var k = 0; k < 4 && radius > 1; k++, radius *= step) canvas.Disc(x, y, radius, palette[(first + k * (1 + first % 2)) % ArtPalette.Count], k == 0 ? 0.85f : 0.95f);
                break;
        }
    }
}
