namespace Adversa.Worlds.Painting;

/// <summary>A colour, each part from 0 to 255.</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    /// <summary>A colour between two others.</summary>
    public static Colour Mix(Colour a, Colour b, double t) => new(a.R + (b.R - a.R) * t, a.G + (b.G - a.G) * t, a.B + (b.B - a.B) * t);

    /// <summary>Another brightness: 1 keeps it, below 1 is darker, above 1 lighter.</summary>
    public Colour Times(double factor) => new(Math.Min(255, R * factor), Math.Min(255, G * factor), Math.Min(255, B * factor));

    /// <summary>How far another colour is, squared.</summary>
    public double Distance(Colour other) => (R - other.R) * (R - other.R) + (G - other.G) * (G - other.G) + (B - other.B) * (B - other.B);

    /// <summary>The colour at a place on a line of colours.</summary>
    /// <param name="colours">Two or more.</param>
    /// <param name="at">0 is the first, 1 the last.</param>
    public static Colour Along(ReadOnlySpan<Colour> colours, double at)
    {
        var place = Math.Clamp(at, 0, 1) * (colours.Length - 1);
        var i = Math.Min((int)place, colours.Length - 2);
        return Mix(colours[i], colours[i + 1], place - i);
    }

    /// <summary>The colour at a place on a ring of colours.</summary>
    /// <param name="colours">Two or more.</param>
    /// <param name="turns">0 and 1 are the first.</param>
    public static Colour Around(ReadOnlySpan<Colour> colours, double turns)
    {
        var place = (turns - Math.Floor(turns)) * colours.Length;
        var i = Math.Min((int)place, colours.Length - 1);
        return Mix(colours[i], colours[(i + 1) % colours.Length], place - i);
    }
}

/// <summary>A quadratic of the place that runs from 0 to 1; clamped and smoothed where it is used.</summary>
internal readonly record struct Gradient(double K, double X, double Y, double Xx, double Yy)
{
    /// <summary>0 at the first point, 1 at the second.</summary>
    public static Gradient Linear(double x0, double y0, double x1, double y1)
    {
        var (dx, dy) = (x1 - x0, y1 - y0);
        var inverse = 1 / (dx * dx + dy * dy);
        return new(-(x0 * dx + y0 * dy) * inverse, dx * inverse, dy * inverse, 0, 0);
    }

    /// <summary>0 in the middle of an upright ellipse, 1 on it.</summary>
    public static Gradient Radial(double x, double y, double radiusX, double radiusY)
    {
        var (a, b) = (1 / (radiusX * radiusX), 1 / (radiusY * radiusY));
        return new(x * x * a + y * y * b, -2 * x * a, -2 * y * b, a, b);
    }
}

/// <summary>What a shape is filled with: from one colour and opacity to another along a gradient.</summary>
internal readonly record struct ShapePaint(Colour From, Colour To, double FromAlpha, double ToAlpha, Gradient Along)
{
    /// <summary>One colour everywhere.</summary>
    public static ShapePaint Flat(Colour colour, double alpha = 1) => new(colour, colour, alpha, alpha, default);

    /// <summary>From one colour to another.</summary>
    public static ShapePaint Blend(Colour from, Colour to, Gradient along, double alpha = 1) => new(from, to, alpha, alpha, along);

    /// <summary>One colour that fades.</summary>
    public static ShapePaint Fade(Colour colour, double from, double to, Gradient along) => new(colour, colour, from, to, along);
}
