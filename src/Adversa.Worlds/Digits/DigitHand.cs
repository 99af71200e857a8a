namespace Adversa.Worlds.Digits;

/// <summary>The hand that writes a digit: chooses a form and a style and moves the pen.</summary>
internal static class DigitHand
{
    private const double Middle = DigitsWorld.DefaultSize / 2.0;
    private const double Room = 13.4;            // from the middle to the border's pixels, at the smallest size

    /// <summary>Writes one digit.</summary>
    /// <param name="rng">The sample's generator at its beginning; the class is its first draw, so classes are uniform over the indices.</param>
    public static DigitTruth Write(Rng rng)
    {
        var digit = rng.NextInt(10);
        var forms = DigitTemplates.All[digit];
        var form = rng.NextInt(forms.Count);
        var slant = Limited(rng, 0.18, 0.42) + 0.06;
        var turn = Limited(rng, 0.018, 0.045);
        var narrow = 0.78 + Limited(rng, 0.10, 0.22);             // width per height of the digit's box
        var height = 19.2 + Limited(rng, 0.9, 2.2);
        var width = 2.5 + Limited(rng, 0.5, 0.9);
        var ink = rng.Uniform(0.86, 1);
        var softness = rng.Uniform(1.1, 1.9);
        var room = Room - (height + width + softness) / 2;        // so that ink never touches the picture's border
        var (shiftX, shiftY) = (Limited(rng, 0.7, room), Limited(rng, 0.7, room));

        var lines = Pen(rng, forms[form], slant, turn, narrow);
        Place(lines, height, shiftX, shiftY);
        return new(digit, form, slant, turn, height, width, ink, softness, shiftX, shiftY, lines);
    }

    /// <summary>The strokes around the origin in units of the digit's height: shaken, sheared, turned, then bent by a slow wave.</summary>
    private static List<List<(double X, double Y)>> Pen(Rng rng, StrokePoint[][] form, double slant, double turn, double narrow)
    {
        var (sin, cos) = Deterministic.SinCosTurns(turn);
        var wave = new SlowWave(rng);
        var lines = new List<List<(double X, double Y)>>(form.Length);
        foreach (var stroke in form)
        {
            var points = new StrokePoint[stroke.Length];
            for (var i = 0; i < points.Length; i++)
            {
                var x = (stroke[i].X - 0.5 + Limited(rng, 0.022, 0.05)) * narrow;
                var y = stroke[i].Y - 0.5 + Limited(rng, 0.018, 0.04);
                x -= slant * y;
                points[i] = wave.Bend(new(cos * x - sin * y, sin * x + cos * y, stroke[i].IsCorner));
            }

            var line = new List<(double X, double Y)>(points.Length * 5);
            StrokeCurve.Flatten(points, line);
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Scales the larger side of the digit's box to its height and puts the box at the middle, as MNIST's makers did.</summary>
    private static void Place(List<List<(double X, double Y)>> lines, double height, double shiftX, double shiftY)
    {
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var line in lines)
            foreach (var (x, y) in line)
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));

        var scale = height / Math.Max(right - left, bottom - top);
        var (moveX, moveY) = (Middle + shiftX - scale * (left + right) / 2, Middle + shiftY - scale * (top + bottom) / 2);
        foreach (var line in lines)
            for (var i = 0; i < line.Count; i++) line[i] = (line[i].X * scale + moveX, line[i].Y * scale + moveY);
    }

    /// <summary>A normal number with the given deviation, drawn in from the tails so that no digit becomes another.</summary>
    private static double Limited(Rng rng, double deviation, double limit) => Math.Clamp(deviation * rng.Normal(), -limit, limit);
}
