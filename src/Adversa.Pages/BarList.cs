using System.Globalization;
using System.Text;
using static Adversa.Pages.PageText;

namespace Adversa.Pages;

/// <summary>Shares as lying bars, one below the other, each with its interval where it has one.</summary>
public static class BarList
{
    private const int Width = 520, Row = 26, Left = 150, Right = 64, Longest = 18;

    /// <summary>Draws them.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="bars">Name, share and interval of each; one or more.</param>
    /// <param name="mark">A dashed line for all, such as an even share; null for none.</param>
    /// <param name="marked">What the dashed line is.</param>
    public static string Draw(string title, IReadOnlyList<(string Name, double Share, double? Low, double? High)> bars, double? mark, string marked)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count == 0) return "";
        var most = Math.Max(1e-9, bars.Max(bar => Math.Max(bar.Share, bar.High ?? 0)));
        if (mark is { } line) most = Math.Max(most, line);
        double X(double share) => Left + Math.Clamp(share, 0, most) / most * (Width - Left - Right);
        var svg = new StringBuilder(Invariant($"<svg class=\"chart bars\" viewBox=\"0 0 {Width} {Row * bars.Count + 4}\" role=\"img\" aria-label=\"{Html(title)}\">"));
        if (mark is { } even) svg.Append(Invariant($"<path class=\"c5\" stroke-dasharray=\"5 4\" d=\"M{X(even):F1} 2V{Row * bars.Count + 2}\"/>"));      // first, so that words stand above it
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, top) = (bars[i], i * Row);
            svg.Append(Invariant($"<text x=\"{Left - 10}\" y=\"{top + 18}\" text-anchor=\"end\">{Html(bar.Name.Length > Longest ? bar.Name[..(Longest - 1)] + "…" : bar.Name)}</text>"))
                .Append(Invariant($"<rect x=\"{Left}\" y=\"{top + 5}\" width=\"{Math.Max(1, X(bar.Share) - Left):F1}\" height=\"{Row - 8}\" rx=\"3\"/>"))
                .Append(Invariant($"<text x=\"{X(bar.High ?? bar.Share) + 8:F1}\" y=\"{top + 18}\">{100 * bar.Share:0.#} %</text>"));
            if (bar is { Low: { } low, High: { } high }) svg.Append(Invariant($"<path class=\"reach\" d=\"M{X(low):F1} {top + 14}H{X(high):F1}M{X(low):F1} {top + 10}v8M{X(high):F1} {top + 10}v8\"/>"));
        }

        return $"<h3>{Html(title)}</h3>{svg.Append("</svg>")}{(mark is null ? "" : $"<p class=\"soft\">{Html(marked)}</p>")}\n";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
