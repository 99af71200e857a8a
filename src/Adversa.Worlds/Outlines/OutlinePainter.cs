using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Outlines;

/// <summary>Draws bags and shoes.</summary>
internal static class OutlinePainter
{
    /// <summary>Draws everything, in a colour.</summary>
    public static void Paint(ShapeCanvas canvas, OutlineTruth truth, OutlineView view, Colour main)
    {
        var pen = new OutlinePen(canvas, view, main);
        switch (truth.Kind)
        {
            case OutlineKind.Tote: Tote(pen, truth); break;
            case OutlineKind.Satchel: Satchel(pen, truth); break;
            case OutlineKind.Sneaker: Sneaker(pen, truth); break;
            default: Boot(pen, truth); break;
        }
    }

    private static void Tote(OutlinePen pen, OutlineTruth t)
    {
        var (half, top, low) = (18 + 4 * t.Width, 30 - 3.5 * t.Height, 55.0);
        var (upper, lower) = (half + 3 * t.Taper, half - 3 * t.Taper);
        pen.Paper(32, low + 0.5, lower + 6);
        var (reach, high) = (upper * 0.5, top - 11 - 8 * t.Detail);
        pen.Strap(pen.Dark, 2.6, (32 - reach, top + 3), (32 - reach * 0.86, top - 5), (32 - reach * 0.5, high + 1.5), (32, high),
            (32 + reach * 0.5, high + 1.5), (32 + reach * 0.86, top - 5), (32 + reach, top + 3));
        pen.Shape(pen.Main, (32 - upper, top), (32 - upper, top), (32, top), (32 + upper, top), (32 + upper, top),
            (32 + (upper + lower) / 2 + 0.4, (top + low) / 2), (32 + lower, low - 2.5),
            (32 + lower - 2.5, low), (32, low + 0.3), (32 - lower + 2.5, low), (32 - lower, low - 2.5), (32 - (upper + lower) / 2 - 0.4, (top + low) / 2));
        pen.Seam(pen.Main, (32 - upper + 1, top + 4.2), (32, top + 4.4), (32 + upper - 1, top + 4.2));
        if (!t.HasTrim) return;
        var (y, x) = (top + (low - top) * 0.45, half * 0.42);
        pen.Shape(pen.Dark, (32 - x, y), (32 - x, y), (32 + x, y), (32 + x, y), (32 + x, y + 8), (32 + x - 2, y + 10), (32 - x + 2, y + 10), (32 - x, y + 8));
    }

    private static void Satchel(OutlinePen pen, OutlineTruth t)
    {
        var (half, top, low) = (19.5 + 4 * t.Width, 29 - 4 * t.Height, 54.0);
        var lower = half + 2 * t.Taper;
        pen.Paper(32, low + 0.5, lower + 6);
        pen.Strap(pen.Dark, 2.4, (32 - half * 0.55, top + 1), (32 - half * 0.5, top - 5), (32, top - 8.5), (32 + half * 0.5, top - 5),
            (32 + half * 0.55, top + 1));
        pen.Shape(pen.Main, (32 - half, top + 2), (32 - half, top + 2), (32 - half + 2, top), (32 + half - 2, top), (32 + half, top + 2),
            (32 + half, top + 2), (32 + lower, low - 3), (32 + lower - 3, low),
            (32 - lower + 3, low), (32 - lower, low - 3));
        var flap = top + (low - top) * (0.38 + 0.24 * t.Detail);
        pen.Shape(pen.Dark, (32 - half - 0.6, top - 0.6), (32 - half - 0.6, top - 0.6), (32, top - 1), (32 + half + 0.6, top - 0.6),
            (32 + half + 0.6, top - 0.6), (32 + half * 0.94, flap - 4), (32 + half * 0.6, flap),
            (32, flap + 1.6), (32 - half * 0.6, flap), (32 - half * 0.94, flap - 4));
        pen.Shape(OutlinePen.Metal, (29.4, flap - 1.6), (29.4, flap - 1.6), (34.6, flap - 1.6), (34.6, flap - 1.6), (34.6, flap + 3.4), (34.6, flap + 3.4),
            (29.4, flap + 3.4), (29.4, flap + 3.4));
        if (!t.HasTrim) return;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) pen.Seam(pen.Main, (32 + side * half * 0.68, flap + 1), (32 + side * half * 0.7, (flap + low) / 2),
            (32 + side * half * 0.7, low - 1));
    }

    private static void Sneaker(OutlinePen pen, OutlineTruth t)
    {
        var (heel, toe, sole, mouth) = (10 - 2.5 * t.Width, 53 + 3.5 * t.Width, 3.4 + 2.4 * t.Detail, 25 - 4 * t.Height);
        const double low = 50;
        var (up, round) = (low - sole, 8.5 + 2.2 * t.Taper);
        pen.Paper(32, low + 1, (toe - heel) / 2 + 5);
        pen.Shape(pen.Main, (heel + 0.6, up), (heel + 0.6, up), (heel + 0.4, up - 8), (heel + 1.6, mouth + 3), (heel + 2.2, mouth), (heel + 2.2, mouth),
            (heel + 7, mouth + 2.8), (heel + 13, mouth + 2.6), (heel + 17, mouth + 0.6), (heel + 17, mouth + 0.6),
            (heel + 24, up - round - 4.5), (toe - 9, up - round), (toe - 2, up - round * 0.62), (toe + 0.4, up - 2), (toe - 0.2, up), (toe - 0.2, up));
        if (t.HasTrim) pen.Shape(OutlinePen.Pale, (toe - 11.5, up), (toe - 11.5, up), (toe - 9.5, up - round * 0.6), (toe - 8.4, up - round + 0.3),
            (toe - 8.4, up - round + 0.3), (toe - 2, up - round * 0.62), (toe + 0.4, up - 2), (toe - 0.2, up), (toe - 0.2, up));
        pen.Shape(pen.Dark, (heel + 0.6, up), (heel + 0.6, up), (heel + 0.4, up - 7), (heel + 1.1, mouth + 5), (heel + 1.1, mouth + 5), (heel + 6, up - 8),
            (heel + 7.5, up), (heel + 7.5, up));
        for (var i = 0; i < 3; i++)
        {
            var (x, y) = (heel + 18.2 + 3.4 * i, mouth + 2.8 + (up - round - 4.5 - mouth) * (0.1 + 0.27 * i));
            pen.Strap(OutlinePen.Pale, 1.9, (x - 3.4, y + 2.6), (x, y));
        }

        pen.Shape(OutlinePen.Pale, (heel - 0.4, up - 0.2), (heel - 0.4, up - 0.2), (32, up + 0.2), (toe + 0.4, up - 0.2), (toe + 0.4, up - 0.2),
            (toe + 1.4, up + sole * 0.5), (toe - 0.6, low), (heel + 1, low), (heel - 1, up + sole * 0.5));
    }

    private static void Boot(OutlinePen pen, OutlineTruth t)
    {
        var (heel, toe, top, sole) = (16 - 1.5 * t.Width, 50 + 4 * t.Width, 13.5 - 4 * t.Height, 2.2 + 1.4 * t.Detail);
        var (low, round, shaft) = (54.0, 8 + 1.8 * t.Taper, heel + 17.5 + 1.5 * t.Width);
        var up = low - sole;
        pen.Paper(33, low + 1, (toe - heel) / 2 + 6);
        pen.Shape(pen.Main, (heel + 1, top), (heel + 1, top), ((heel + shaft) / 2, top + 0.9), (shaft, top), (shaft, top), (shaft - 0.8, (top + up) / 2 - 3),
            (shaft - 0.2, up - round - 8), (shaft + 5, up - round - 2), (toe - 6, up - round * 0.82), (toe - 0.8, up - round * 0.45),
            (toe, up - 1), (toe - 0.4, up), (toe - 0.4, up), (heel + 0.4, up), (heel + 0.4, up), (heel, up - 9), (heel + 1.8, (top + up) / 2));
        pen.Shape(pen.Dark, (heel + 0.6, top - 0.6), (heel + 0.6, top - 0.6), ((heel + shaft) / 2, top + 0.4), (shaft + 0.4, top - 0.6),
            (shaft + 0.4, top - 0.6), (shaft, top + 5), (shaft, top + 5), ((heel + shaft) / 2, top + 6), (heel + 1.1, top + 5), (heel + 1.1, top + 5));
        if (t.HasTrim) pen.Shape(pen.Dark, (toe - 12, up), (toe - 12, up), (toe - 10, up - round * 0.55), (toe - 8.4, up - round * 0.88),
            (toe - 8.4, up - round * 0.88), (toe - 0.8, up - round * 0.45), (toe, up - 1), (toe - 0.4, up), (toe - 0.4, up));
        pen.Shape(OutlinePen.Black, (heel - 0.6, up - 0.2), (heel - 0.6, up - 0.2), (toe + 0.4, up - 0.2), (toe + 0.4, up - 0.2), (toe + 0.6, low - 0.4),
            (toe - 1, low), (heel + 12, low - 0.2), (heel + 11, low + 1.8), (heel + 11, low + 1.8), (heel - 0.2, low + 1.8), (heel - 0.2, low + 1.8));
    }
}
