using System.Globalization;
using System.Text;
using static Adversa.Pages.PageText;

namespace Adversa.Pages;

/// <summary>A row of a dot plot.</summary>
/// <param name="Name">Plain text.</param>
/// <param name="Values">A dot each; what is not finite is left out.</param>
/// <param name="Mean">A line across; null for none.</param>
/// <param name="Low">The interval's lower end; null for none.</param>
/// <param name="High">Its upper end.</param>
public sealed record DotRow(string Name, IReadOnlyList<double> Values, double? Mean = null, double? Low = null, double? High = null);

/// <summary>Every single value, one row for each system: a mean alone hides what the runs did.</summary>
public static class DotPlot
{
    private const int Width = 640, Row = 44, Left = 130, Right = 20, Top = 8, Bottom = 36;
    private const double MostStretch = 2.5;

    /// <summary>Draws it.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="x">What the values are.</param>
    /// <param name="rows">One or more.</param>
    /// <param name="mark">A dashed line for all rows, such as what real data scores; null for none. Left out where it lies too far away.</param>
    /// <param name="marked">What the dashed line is.</param>
    public static string Draw(string title, string x, IReadOnlyList<DotRow> rows, double? mark, string marked)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.SelectMany(row => row.Values.Append(row.Low ?? double.NaN).Append(row.High ?? double.NaN)).Where(double.IsFinite).ToList();
        if (all.Count == 0) return "";
        if (mark is { } far && all.Append(far).Max() - all.Append(far).Min() > MostStretch * (all.Max() - all.Min())) mark = null;      // it would press all dots together
        if (mark is not null) all.Add(mark.Value);
        var (low, high, height) = (all.Min(), all.Max(), Top + Row * rows.Count + Bottom);
        var margin = high > low ? 0.04 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1e-3);
        (low, high) = (low - margin, high + margin);
        double X(double value) => Left + (value - low) / (high - low) * (Width - Left - Right);
        var svg = new StringBuilder(Invariant($"<svg class=\"chart dots\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Html(title)}\">"));
        foreach (var tick in LineChart.Ticks(low, high, 5))
            svg.Append(Invariant($"<path class=\"rule\" d=\"M{X(tick):F1} {Top}V{height - Bottom}\"/><text class=\"quiet\" text-anchor=\"middle\" x=\"{X(tick):F1}\" y=\"{height - Bottom + 17}\">{LineChart.Short(tick)}</text>"));
        svg.Append(Invariant($"<text class=\"quiet\" text-anchor=\"end\" x=\"{Width - Right}\" y=\"{height - 4}\">{Html(x)}</text>"));
        if (mark is { } line && double.IsFinite(line)) svg.Append(Invariant($"<path class=\"c5\" stroke-dasharray=\"5 4\" d=\"M{X(line):F1} {Top}V{height - Bottom}\"/>"));
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, y, style) = (rows[i], Top + Row * i + Row / 2, $"c{i % LineChart.MostCurves}");
            svg.Append(Invariant($"<text x=\"0\" y=\"{y + 5}\">{Html(row.Name.Length > 17 ? row.Name[..16] + "…" : row.Name)}</text>"));
            if (row is { Low: { } from, High: { } to }) svg.Append(Invariant($"<path class=\"{style}\" d=\"M{X(from):F1} {y + 11}H{X(to):F1}M{X(from):F1} {y + 7}v8M{X(to):F1} {y + 7}v8\"/>"));
            if (row.Mean is { } mean && double.IsFinite(mean)) svg.Append(Invariant($"<path class=\"{style}\" d=\"M{X(mean):F1} {y - 14}V{y + 17}\"/>"));
            foreach (var value in row.Values.Where(double.IsFinite)) svg.Append(Invariant($"<circle class=\"{style}\" cx=\"{X(value):F1}\" cy=\"{y - 3}\" r=\"4.5\" fill-opacity=\".55\"/>"));
        }

        return $"<div class=\"panel\"><h3>{Html(title)}</h3>{svg.Append("</svg>")}{(mark is null ? "" : $"<p class=\"soft\">{Html(marked)}</p>")}</div>\n";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
