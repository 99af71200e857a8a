using System.Globalization;
using System.Text;
using static Adversa.Pages.PageText;

namespace Adversa.Pages;

/// <summary>A curve of a chart.</summary>
/// <param name="Name">Plain text.</param>
/// <param name="Points">In the order of X; what is not finite is left out.</param>
public sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>A band around it, one pair for each point; null for none.</summary>
    public IReadOnlyList<(double Low, double High)>? Band { get; init; }

    /// <summary>Its colour and dashes: its place among the curves that were given, also where others have no points.</summary>
    internal int Look { get; init; }

    /// <summary>The curve as TensorBoard smooths it: an exponential mean that starts without bias.</summary>
    /// <param name="weight">Of what came before, 0 to 1.</param>
    public IReadOnlyList<(double X, double Y)> Smoothed(double weight)
    {
        var (mean, share) = (0.0, 0.0);
        return [.. Points.Where(point => double.IsFinite(point.Y)).Select(point =>
        {
            (mean, share) = (weight * mean + (1 - weight) * point.Y, weight * share + (1 - weight));
            return (point.X, mean / share);
        })];
    }
}

/// <summary>Curves as a drawing of lines: raw and faint, smoothed and firm, told apart by colour and by dashes; the same numbers stand in a table.</summary>
public static class LineChart
{
    /// <summary>Curves that one chart tells apart.</summary>
    public const int MostCurves = 6;

    private const int Width = 460, Height = 250, Left = 58, Right = 24, Top = 10, Bottom = 40;
    private const int MostPoints = 300, Rows = 12, FewPoints = 20;
    private const double MostSmoothing = 0.9, Reach = 8;        // a mean over about an eighth of the curve, ten points at most
    private static readonly string[] Dashes = ["", "7 4", "2 3", "10 3 2 3", "5 2", "1 2"];

    /// <summary>Draws it, with its title, its legend and its table.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="x">What runs to the right.</param>
    /// <param name="y">What is shown.</param>
    /// <param name="curves">One to <see cref="MostCurves"/>.</param>
    /// <param name="smooth">Whether noise is to be smoothed away; the raw line stays, faint.</param>
    public static string Draw(string title, string x, string y, IReadOnlyList<Curve> curves, bool smooth = true)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var lines = curves.Take(MostCurves).Select((curve, i) => curve with { Points = [.. curve.Points.Where(point => double.IsFinite(point.Y))], Look = i }).Where(curve => curve.Points.Count > 0).ToList();
        if (lines.Count == 0) return "";
        var firm = lines.ConvertAll(curve => smooth && curve.Points.Count > FewPoints && curve.Band is null ? curve.Smoothed(Math.Min(MostSmoothing, 1 - Reach / curve.Points.Count)) : curve.Points);
        var frame = Frame.Of(lines, firm);
        var svg = new StringBuilder(Invariant($"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html(title)}\">"));
        Axes(svg, frame, x, y);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Band is { } band) svg.Append($"<path class=\"band c{lines[i].Look}\" d=\"{Area(frame, lines[i], band)}\"/>");
            if (!ReferenceEquals(firm[i], lines[i].Points)) svg.Append($"<path class=\"raw c{lines[i].Look}\" d=\"{Path(frame, lines[i].Points)}\"/>");
        }

        for (var i = 0; i < lines.Count; i++)
            svg.Append(firm[i].Count == 1
                ? Invariant($"<circle class=\"c{lines[i].Look}\" cx=\"{frame.X(firm[i][0].X):F1}\" cy=\"{frame.Y(firm[i][0].Y):F1}\" r=\"4\"/>")
                : $"<path class=\"c{lines[i].Look}\"{Dash(lines[i].Look)} d=\"{Path(frame, firm[i])}\"/>");
        return $"<div class=\"panel\"><h3>{Html(title)}</h3>{svg.Append("</svg>")}{Legend(lines)}{Table(title, x, lines)}</div>\n";
    }

    private static void Axes(StringBuilder svg, Frame frame, string x, string y)
    {
        foreach (var tick in Ticks(frame.Low, frame.High, 4))
            svg.Append(Invariant($"<path class=\"rule\" d=\"M{Left} {frame.Y(tick):F1}H{Width - Right}\"/><text class=\"quiet\" text-anchor=\"end\" x=\"{Left - 6}\" y=\"{frame.Y(tick) + 4:F1}\">{Short(tick)}</text>"));
        foreach (var tick in Ticks(frame.First, frame.Last, 4))
            svg.Append(Invariant($"<text class=\"quiet\" text-anchor=\"middle\" x=\"{frame.X(tick):F1}\" y=\"{Height - Bottom + 18}\">{Short(tick)}</text>"));
        svg.Append(Invariant($"<text class=\"quiet\" text-anchor=\"end\" x=\"{Width - Right}\" y=\"{Height - 5}\">{Html(x)}</text><text class=\"quiet\" text-anchor=\"middle\" transform=\"translate(13 {(Height - Bottom + Top) / 2}) rotate(-90)\">{Html(y)}</text>"));
    }

    private static string Legend(List<Curve> lines)
    {
        var html = new StringBuilder("<ul class=\"legend\">");
        for (var i = 0; i < lines.Count; i++) html.Append($"<li><svg class=\"chart\" viewBox=\"0 0 26 10\" aria-hidden=\"true\"><path class=\"c{lines[i].Look}\"{Dash(lines[i].Look)} d=\"M0 5H26\"/></svg>{Name(lines[i].Name)}</li>");
        return html.Append("</ul>").ToString();
    }

    private static string Table(string title, string x, List<Curve> lines)
    {
        var all = lines.SelectMany(line => line.Points.Select(point => point.X)).Distinct().Order().ToList();
        var values = lines.ConvertAll(line => line.Points.DistinctBy(point => point.X).ToDictionary(point => point.X, point => point.Y));
        var shown = Enumerable.Range(0, Math.Min(Rows, all.Count)).Select(i => all[(int)((long)i * (all.Count - 1) / Math.Max(1, Math.Min(Rows, all.Count) - 1))]).Distinct();
        return $"<details><summary>{Words.AsTable}</summary>{Page.Table(title, [$"#{x}", .. lines.Select(line => $"#{line.Name}")],
            shown.Select(at => (IReadOnlyList<string>)[Number(at), .. values.Select(value => value.TryGetValue(at, out var y) ? Number(y) : "")]))}</details>";
    }

    /// <summary>A line through at most so many points: of each stretch its lowest and its highest, so that no peak is lost.</summary>
    private static string Path(Frame frame, IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in Thin(points)) path.Append(Invariant($"{(path.Length == 0 ? 'M' : 'L')}{frame.X(x):F1} {frame.Y(y):F1}"));
        return path.ToString();
    }

    private static IEnumerable<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count <= MostPoints) return points;
        var stretch = (points.Count + MostPoints / 2 - 1) / (MostPoints / 2);
        return points.Chunk(stretch).SelectMany(part => new[] { part.MinBy(point => point.Y), part.MaxBy(point => point.Y) }.OrderBy(point => point.X));
    }

    private static string Area(Frame frame, Curve line, IReadOnlyList<(double Low, double High)> band)
    {
        var edge = Enumerable.Range(0, line.Points.Count).Select(i => (line.Points[i].X, band[i].High)).Concat(Enumerable.Range(0, line.Points.Count).Reverse().Select(i => (line.Points[i].X, band[i].Low)));
        return string.Concat(edge.Select((point, i) => Invariant($"{(i == 0 ? 'M' : 'L')}{frame.X(point.X):F1} {frame.Y(point.Item2):F1}"))) + "Z";
    }

    private static string Dash(int i) => Dashes[i].Length == 0 ? "" : $" stroke-dasharray=\"{Dashes[i]}\"";

    internal static IEnumerable<double> Ticks(double low, double high, int about)
    {
        var rough = (high - low) / about;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.Select(factor => factor * unit).First(size => size >= rough * 0.999);
        for (var i = (long)Math.Ceiling(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) yield return i * step;
    }

    internal static string Short(double value) => Math.Abs(value) >= 1e6 ? Number(Math.Round(value / 1e6, 3)) + "M" : Math.Abs(value) >= 1e4 ? Number(Math.Round(value / 1e3, 2)) + "k" : Number(Math.Abs(value) < 1e-12 ? 0 : value);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where numbers lie on the drawing. The height follows the firm lines and most of the raw ones: a single peak does not flatten the rest.</summary>
    private readonly record struct Frame(double First, double Last, double Low, double High)
    {
        public static Frame Of(List<Curve> lines, List<IReadOnlyList<(double X, double Y)>> firm)
        {
            var raw = lines.SelectMany(line => line.Points.Select(point => point.Y)).Order().ToList();
            List<double> heights = [.. firm.SelectMany(line => line.Select(point => point.Y)), raw[raw.Count / 50], raw[^(raw.Count / 50 + 1)], .. lines.SelectMany(line => line.Band ?? []).SelectMany(pair => new[] { pair.Low, pair.High })];
            var (low, high) = (heights.Min(), heights.Max());
            var margin = high > low ? 0.05 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1e-3);
            var (first, last) = (lines.Min(line => line.Points[0].X), lines.Max(line => line.Points[^1].X));
            return new(first, last > first ? last : first + 1, low - margin, high + margin);
        }

        public double X(double x) => Left + (x - First) / (Last - First) * (Width - Left - Right);

        public double Y(double y) => Math.Clamp(Top + (High - y) / (High - Low) * (Height - Top - Bottom), 0, Height - Bottom + 4);
    }
}
