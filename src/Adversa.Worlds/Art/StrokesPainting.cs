namespace Adversa.Worlds.Art;

/// <summary>Short strokes of a broad brush that follow a slow flow, as the impressionists laid them.</summary>
internal static class StrokesPainting
{
    /// <summary>Paints.</summary>
    public static void Paint(ArtCanvas canvas, ArtPalette palette, Rng rng)
    {
        var (flow, tone, speck) = (rng.NextUInt(), rng.NextUInt(), rng.NextUInt());
        var (swirl, patch, heading) = ((float)rng.Uniform(0.8, 2.2), (float)rng.Uniform(1.2, 2.6), (float)rng.NextDouble());
        for (var y = 0; y < canvas.Height; y++)
            for (var x = 0; x < canvas.Width; x++) canvas[x, y] = Tone(canvas, palette, tone, patch, x, y);

        var brush = (float)rng.Uniform(0.016, 0.03) * canvas.Unit;
        for (var layer = 0; layer < 2; layer++, brush *= 0.62f)
        {
            var length = brush * (float)rng.Uniform(2.2, 4.5);
            var count = (int)(0.75 * canvas.Width * canvas.Height / (brush * length * 2));
            for (var i = 0; i < count; i++)
            {
                var (x, y) = ((float)rng.NextDouble() * canvas.Width, (float)rng.NextDouble() * canvas.Height);
                var (sin, cos) = Deterministic.SinCosTurns(heading + 0.6 * ArtNoise.Plane(flow, x * swirl / canvas.Unit, y * swirl / canvas.Unit) + rng.Uniform(-0.03, 0.03));
                var (dx, dy) = ((float)cos * length, (float)sin * length);
                var colour = Tone(canvas, palette, tone, patch, x, y).To(palette[rng.NextInt(ArtPalette.Count)], (float)rng.Uniform(0, 0.38)).Times((float)rng.Uniform(0.9, 1.12));
                canvas.Stroke(x - dx, y - dy, x + dx, y + dy, Math.Max(0.7f, brush), colour, 0.92f, speck + (uint)i);
            }
        }
    }

    /// <summary>Slow patches of the palette's colours, lighter towards the top.</summary>
    private static ArtColour Tone(ArtCanvas canvas, ArtPalette palette, uint key, float patch, float x, float y) =>
        palette.At(1.5f * ArtNoise.Cloud(key, x * patch / canvas.Unit, y * patch * 1.6f / canvas.Unit) - 0.1f - 0.3f * y / canvas.Height);
}
