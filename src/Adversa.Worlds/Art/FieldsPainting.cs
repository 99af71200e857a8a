namespace Adversa.Worlds.Art;

/// <summary>Two to four large fields of colour that float on a ground, with soft and uneven edges.</summary>
internal static class FieldsPainting
{
    /// <summary>Paints.</summary>
    public static void Paint(ArtCanvas canvas, ArtPalette palette, Rng rng)
    {
        var ground = rng.NextInt(ArtPalette.Count);
        Ground(canvas, palette[ground], rng);
        var (count, margin, gap) = (2 + rng.NextInt(3), (float)rng.Uniform(0.06, 0.13) * canvas.Unit, (float)rng.Uniform(0.03, 0.07) * canvas.Unit);
        var isUpright = rng.NextInt(4) > 0;
        float length = isUpright ? canvas.Height : canvas.Width, across = isUpright ? canvas.Width : canvas.Height;
        var shares = Enumerable.Range(0, count).Select(_ => (float)rng.Uniform(0.5, 1.6)).ToArray();
        var room = length - 2 * margin - (count - 1) * gap;
        var (at, last) = (margin, ground);
        foreach (var share in shares)
        {
            var next = (last + 1 + rng.NextInt(ArtPalette.Count - 2)) % ArtPalette.Count;
            last = next == ground ? (next + 1) % ArtPalette.Count : next;
            var size = room * share / shares.Sum();
            if (isUpright) Field(canvas, margin, at, across - margin, at + size, palette[last], rng);
            else Field(canvas, at, margin, at + size, across - margin, palette[last], rng);
            at += size + gap;
        }
    }

    private static void Ground(ArtCanvas canvas, ArtColour colour, Rng rng)
    {
        var key = rng.NextUInt();
        for (var y = 0; y < canvas.Height; y++)
            for (var x = 0; x < canvas.Width; x++)
                canvas[x, y] = colour.Times(0.92f + 0.16f * ArtNoise.Cloud(key, x * 2.5f / canvas.Unit, y * 5 / canvas.Unit));
    }

    private static void Field(ArtCanvas canvas, float left, float top, float right, float bottom, ArtColour colour, Rng rng)
    {
        var (key, edge) = (rng.NextUInt(), rng.NextUInt());
        var (soft, wobble) = ((float)rng.Uniform(0.015, 0.05) * canvas.Unit, 0.035f * canvas.Unit);
        for (var y = Math.Max(0, (int)(top - 3 * soft)); y < Math.Min(canvas.Height, bottom + 3 * soft); y++)
        {
            var across = wobble * (ArtNoise.Ridge(edge, y * 6 / canvas.Unit) - 0.5f);
            for (var x = Math.Max(0, (int)(left - 3 * soft)); x < Math.Min(canvas.Width, right + 3 * soft); x++)
            {
                var along = wobble * (ArtNoise.Ridge(edge ^ 0x77u, x * 6 / canvas.Unit) - 0.5f);
                var inside = Math.Min(Math.Min(x - left + across, right - x + across), Math.Min(y - top + along, bottom - y + along));
                var t = Math.Clamp(inside / soft + 0.5f, 0, 1);
                if (t <= 0) continue;
                var brush = ArtNoise.Plane(key, x * 3 / canvas.Unit, y * 26 / canvas.Unit) + ArtNoise.Cloud(key ^ 0x5u, x * 2 / canvas.Unit, y * 2 / canvas.Unit);
                canvas.Blend(x, y, colour.Times(0.86f + 0.14f * brush), t * t * (3 - 2 * t) * (0.84f + 0.12f * brush / 2));
            }
        }
    }
}
