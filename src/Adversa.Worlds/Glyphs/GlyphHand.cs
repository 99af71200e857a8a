using Adversa.Worlds.Digits;

namespace Adversa.Worlds.Glyphs;

/// <summary>Chooses a form and how it is written.</summary>
internal static class GlyphHand
{
    private const double Middle = GlyphsWorld.MasterSize / 2.0;
    private const int RingPieces = 28;

    /// <summary>The attributes in the order in which <see cref="Write"/> gives them.</summary>
    public static readonly IReadOnlyList<SampleAttribute> Attributes =
        [new("scale"), new("aspect"), new("turn"), new("stroke_width"), new("shift_x"), new("shift_y"), new("pupil_x"), new("pupil_y")];

    /// <summary>Draws a glyph.</summary>
    /// <param name="rng">The sample's generator at its beginning; the class is its first draw, so classes are uniform over the indices.</param>
    /// <param name="plain">A class to be drawn without any jitter; -1 draws a sample.</param>
    public static GlyphTruth Draw(Rng rng, int plain = -1)
    {
        var isPlain = plain >= 0;
        double Jitter(double low, double high) => isPlain ? (low + high) / 2 : rng.Uniform(low, high);

        var form = isPlain ? plain : rng.NextInt(GlyphForms.All.Count);
        var (scale, aspect, turn, width) = (Jitter(31, 40), Jitter(0.8, 1.02), Jitter(-0.025, 0.025), Jitter(3, 5));
        var room = (49 - scale - width) / 2;                                       // so that ink stays off the border
        var (shiftX, shiftY) = (Jitter(-room, room), Jitter(-room, room));
        var (direction, reach) = (Jitter(0, 1), Math.Sqrt(Jitter(0, 1)));
        var (sin, cos) = Deterministic.SinCosTurns(direction);
        if (isPlain) reach = 0;
        return Place(rng, isPlain, new(form, scale, aspect, turn, width, shiftX, shiftY, reach * cos, reach * sin, default, [], []));
    }

    /// <summary>Writes the attributes.</summary>
    public static void Write(GlyphTruth t, Span<float> destination)
    {
        ReadOnlySpan<double> values = [t.Scale, t.Aspect, t.Turn, t.StrokeWidth, t.ShiftX, t.ShiftY, t.PupilX, t.PupilY];
        for (var i = 0; i < values.Length; i++) destination[i] = (float)values[i];
    }

    /// <summary>Puts ring, pupil and limbs on the picture: limbs shaken and bent by a slow wave, all of it scaled, turned and moved.</summary>
    private static GlyphTruth Place(Rng rng, bool isPlain, GlyphTruth t)
    {
        var form = GlyphForms.All[t.Class];
        var wave = isPlain ? default : new SlowWave(rng);
        var (sin, cos) = Deterministic.SinCosTurns(t.Turn);
        StrokePoint At(double x, double y, bool isCorner)
        {
            var p = wave.Bend(new(x - 0.5, y - 0.5, isCorner));
            var (u, v) = (p.X * t.Aspect * t.Scale, p.Y * t.Scale);
            return new(Middle + t.ShiftX + cos * u - sin * v, Middle + t.ShiftY + sin * u + cos * v, isCorner);
        }

        var limbs = new List<IReadOnlyList<(double X, double Y)>>(form.Limbs.Length);
        foreach (var limb in form.Limbs)
        {
            var points = new StrokePoint[limb.Length];
            for (var i = 0; i < limb.Length; i++)
                points[i] = isPlain ? At(limb[i].X, limb[i].Y, limb[i].IsCorner) : At(limb[i].X + rng.Uniform(-0.02, 0.02), limb[i].Y + rng.Uniform(-0.02, 0.02), limb[i].IsCorner);
            var line = new List<(double X, double Y)>(limb.Length * 5);
            StrokeCurve.Flatten(points, line);
            limbs.Add(line);
        }

        var centre = At(form.EyeX, form.EyeY, false);
        var radius = form.EyeRadius * t.Scale * (0.5 + 0.5 * t.Aspect);
        var pupil = Math.Max(1.5, (radius - t.StrokeWidth / 2) * 0.46);
        var free = Math.Max(0, radius - t.StrokeWidth / 2 - pupil - 0.6);          // paper remains between pupil and ring
        var ring = new (double X, double Y)[RingPieces + 1];
        for (var i = 0; i <= RingPieces; i++)
        {
            var (s, c) = Deterministic.SinCosTurns(i / (double)RingPieces);
            ring[i] = (centre.X + radius * c, centre.Y + radius * s);
        }

        return t with { Eye = (centre.X, centre.Y, radius, centre.X + free * t.PupilX, centre.Y + free * t.PupilY, pupil), Ring = ring, Limbs = limbs };
    }
}
