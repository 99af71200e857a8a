using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Outlines;

/// <summary>Draws closed shapes either as lines or filled, so that lines and photograph cannot differ.</summary>
internal sealed class OutlinePen(ShapeCanvas canvas, OutlineView view, Colour main)
{
    private const double Line = 1.1;

    private static readonly Colour Ink = new(24, 24, 28);

    /// <summary>The free colour.</summary>
    public Colour Main => main;

    /// <summary>The law that gives every other part its colour: straps and flaps are darker, soles and metal are the same for all.</summary>
    public Colour Dark => main.Times(0.72);

    /// <summary>Soles and laces.</summary>
    public static Colour Pale => new(238, 232, 220);

    /// <summary>Clasps.</summary>
    public static Colour Metal => new(214, 178, 96);

    /// <summary>Insides and heels.</summary>
    public static Colour Black => new(62, 54, 56);

    /// <summary>The paper, with a soft shadow under what stands on it.</summary>
    public void Paper(double x, double y, double radius)
    {
        canvas.Within = -1;
        canvas.Place(0, 1, 0, 0);
        canvas.Polygon([(0, 0), (64, 0), (64, 64), (0, 64)]);
        canvas.Fill(ShapePaint.Flat(new(255, 255, 255)));
        if (view == OutlineView.Edges) return;
        canvas.Ellipse(x, y, radius, radius * 0.13);
        canvas.Fill(ShapePaint.Fade(new(120, 118, 124), 0.55, 0, Gradient.Radial(x, y, radius, radius * 0.13)));
    }

    /// <summary>A closed shape that begins at a corner; a point given twice is a corner.</summary>
    public void Shape(Colour colour, params ReadOnlySpan<(double X, double Y)> points)
    {
        canvas.Closed(points);
        Body(colour, points);
        canvas.Stroke([.. points, points[0]], Line, Line, Line);
        Contour(colour);
    }

    /// <summary>An open strap of even width.</summary>
    public void Strap(Colour colour, double width, params ReadOnlySpan<(double X, double Y)> points)
    {
        canvas.Stroke(points, width + Line, width + Line, width + Line);
        Contour(colour);
        canvas.Stroke(points, width - Line, width - Line, width - Line);
        canvas.Fill(ShapePaint.Flat(view == OutlineView.Edges ? new(255, 255, 255) : colour));
    }

    /// <summary>A line that both views show.</summary>
    public void Seam(Colour colour, params ReadOnlySpan<(double X, double Y)> points)
    {
        canvas.Stroke(points, Line, Line, Line);
        Contour(colour);
    }

    private void Body(Colour colour, ReadOnlySpan<(double X, double Y)> points)
    {
        if (view == OutlineView.Edges)
        {
            canvas.Fill(ShapePaint.Flat(new(255, 255, 255)));
            return;
        }

        var (left, right, top, low) = (64.0, 0.0, 64.0, 0.0);
        foreach (var (x, y) in points) (left, right, top, low) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(low, y));
        var (width, height) = (Math.Max(4, right - left), Math.Max(4, low - top));
        canvas.Fill(ShapePaint.Blend(colour.Times(1.08), colour.Times(0.76),
            Gradient.Radial(left + width * 0.34, top + height * 0.28, width * 0.85, height * 0.95)));
    }

    private void Contour(Colour colour) =>
        canvas.Fill(ShapePaint.Flat(view == OutlineView.Edges ? Ink : colour.Times(0.42), view == OutlineView.Edges ? 1 : 0.9));
}
