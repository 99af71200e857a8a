namespace Adversa.Worlds.Art;

/// <summary>A landscape: sky with clouds and a sun, ranges of hills that fade with distance, sometimes a lake that mirrors them.</summary>
internal static class HillsPainting
{
    /// <summary>Paints.</summary>
    public static void Paint(ArtCanvas canvas, ArtPalette palette, Rng rng)
    {
        var isDark = rng.NextInt(5) == 0;                    // a night: the sky takes the dark colours
        var (high, low) = isDark ? (palette[0], palette[2 + rng.NextInt(2)]) : (palette[2 + rng.NextInt(2)].To(palette[5], 0.25f), palette[4 + rng.NextInt(2)]);
        var horizon = (float)rng.Uniform(0.42, 0.66) * canvas.Height;
        Sky(canvas, high, low, palette[5], horizon, rng);
        var shore = rng.NextInt(2) == 0 ? horizon + (float)rng.Uniform(0.06, 0.2) * canvas.Height : canvas.Height;
        Ranges(canvas, palette, low, horizon, Math.Min(shore, canvas.Height), shore >= canvas.Height, isDark, rng);
        if (shore < canvas.Height) Lake(canvas, (int)shore, high, rng);
    }

    private static void Sky(ArtCanvas canvas, ArtColour high, ArtColour low, ArtColour light, float horizon, Rng rng)
    {
        var (key, amount, wide) = (rng.NextUInt(), (float)rng.Uniform(0.2, 0.7), (float)rng.Uniform(2, 5) / canvas.Unit);
        var (sunX, sunY, sun) = ((float)rng.Uniform(0.12, 0.88) * canvas.Width, (float)rng.Uniform(0.15, 0.95) * horizon, (float)rng.Uniform(0.05, 0.13) * canvas.Unit);
        var glow = 1 / (9 * sun * sun);
        for (var y = 0; y < canvas.Height; y++)
            for (var x = 0; x < canvas.Width; x++)
            {
                var cloud = Math.Clamp(2.2f * ArtNoise.Cloud(key, x * wide, y * wide * 3) - 1, 0, 1);
                var (dx, dy) = (x - sunX, y - sunY);
                var colour = high.To(low, Math.Min(1, y / horizon)).To(light, amount * cloud);
                canvas[x, y] = colour.To(light, 0.55f / (1 + (dx * dx + dy * dy) * glow));
            }

        canvas.Disc(sunX, sunY, sun, light.To(new(1, 0.97f, 0.88f), 0.6f), soft: Math.Max(1, 0.08f * sun));
    }

    private static void Ranges(ArtCanvas canvas, ArtPalette palette, ArtColour haze, float horizon, float bottom, bool hasTrees, bool isDark, Rng rng)
    {
        var (count, tone) = (3 + rng.NextInt(3), rng.NextInt(2));
        var ridge = new float[canvas.Width];
        for (var k = 0; k < count; k++)
        {
            var near = (k + 1f) / count;
            var (key, texture) = (rng.NextUInt(), rng.NextUInt());
            var (wave, rise) = ((float)rng.Uniform(1, 2.6) * (1.6f - near) / canvas.Unit, (float)rng.Uniform(0.16, 0.34) * (1.25f - 0.75f * near) * canvas.Unit);
            var level = horizon + (bottom - horizon) * near * (hasTrees ? 0.75f : 0.6f) + 0.08f * canvas.Unit;
            var colour = haze.To(palette[tone].To(palette[1 + rng.NextInt(2)], 0.4f * (1 - near)), (isDark ? 0.6f : 0.3f) + (isDark ? 0.4f : 0.7f) * near);
            for (var x = 0; x < canvas.Width; x++)
            {
                ridge[x] = level - rise * ArtNoise.Ridge(key, x * wave);
                for (var y = Math.Max(0, (int)ridge[x]); y < Math.Min(bottom, canvas.Height); y++)
                {
                    var light = 1.12f - 0.3f * Math.Min(1, (y - ridge[x]) / (0.35f * canvas.Unit)) + 0.18f * (ArtNoise.Plane(texture, x * 9 / canvas.Unit, y * 22 / canvas.Unit) - 0.5f);
                    canvas.Blend(x, y, colour.Times(light), Math.Clamp(y + 1 - ridge[x], 0, 1));
                }
            }

            if (hasTrees && k == count - 1) Trees(canvas, ridge, palette[0].Times(0.8f), rng);
        }
    }

    private static void Trees(ArtCanvas canvas, float[] ridge, ArtColour dark, Rng rng)
    {
        var isTall = rng.NextInt(2) == 0;
        for (var i = rng.NextInt(9); i > 0; i--)
        {
            var x = rng.NextInt(canvas.Width);
            var height = (float)rng.Uniform(0.05, 0.14) * canvas.Unit;
            var foot = ridge[x] + 0.02f * canvas.Unit;
            canvas.Stroke(x, foot, x, foot - height, 0.007f * canvas.Unit, dark);
            canvas.Ellipse(x, foot - height, (isTall ? 0.2f : 0.42f) * height, (isTall ? 0.62f : 0.4f) * height, 1, 0, dark.Times(1.15f));
        }
    }

    /// <summary>Mirrors what stands above the shore, darker and broken into ripples.</summary>
    private static void Lake(ArtCanvas canvas, int shore, ArtColour tint, Rng rng)
    {
        var key = rng.NextUInt();
        for (var y = shore; y < canvas.Height; y++)
        {
            var depth = (y - shore) / (float)Math.Max(1, canvas.Height - shore);
            for (var x = 0; x < canvas.Width; x++)
            {
                var ripple = ArtNoise.Plane(key, x * 5 / canvas.Unit, y * 40 / canvas.Unit) - 0.5f;
                var (fromX, fromY) = (Math.Clamp(x + (int)(ripple * 0.1f * depth * canvas.Unit), 0, canvas.Width - 1), Math.Clamp(2 * shore - y - 1, 0, shore - 1));
                canvas[x, y] = canvas[fromX, fromY].Times(0.86f).To(tint, 0.18f + 0.22f * depth).Times(1 + 0.22f * ripple);
            }
        }
    }
}
