using System.Globalization;
using System.Text;
using Adversa.Imaging.Codecs;
using static Adversa.DataTools.Checking.CheckWords;

namespace Adversa.DataTools.Checking;

/// <summary>The drawings of a report's page, each with the same numbers as a table.</summary>
internal static class PageCharts
{
    private const int MostClasses = 40;

    /// <summary>Standing bars: pictures by their smaller side.</summary>
    public static string Sizes(SizeSummary sizes, int asked)
    {
        const int width = 520, height = 200, ground = 160, top = 22;
        var bins = sizes.Histogram.SkipWhile(bin => bin.Count == 0).Reverse().SkipWhile(bin => bin.Count == 0).Reverse().ToList();
        var (most, step) = (bins.Max(bin => bin.Count), width / Math.Max(bins.Count, 4));
        var svg = new StringBuilder(Invariant($"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Words.HistogramOfSmallerSideInPixels}\">"));
        for (var i = 0; i < bins.Count; i++)
        {
            var tall = bins[i].Count == 0 ? 0 : Math.Max(2, (int)((long)(ground - top) * bins[i].Count / most));
            var middle = i * step + step / 2;
            svg.Append(Invariant($"<rect x=\"{i * step + 5}\" y=\"{ground - tall}\" width=\"{step - 10}\" height=\"{tall}\" rx=\"3\"{(bins[i].To < asked ? " class=\"under\"" : "")}/>"));
            if (bins[i].Count > 0) svg.Append(Invariant($"<text x=\"{middle}\" y=\"{ground - tall - 6}\" text-anchor=\"middle\">{Count(bins[i].Count)}</text>"));
            svg.Append(Invariant($"<text x=\"{middle}\" y=\"{ground + 20}\" text-anchor=\"middle\" class=\"quiet\">{Edge(bins[i])}</text>"));
        }

        svg.Append("</svg>").Append(Table(Words.PicturesBySmallerSide.ToString(), Words.Pixels.ToString(), bins.Select(bin => (Edge(bin), bin.Count))));
        return svg.ToString();
    }

    /// <summary>Lying bars: pictures of each class or folder, the fullest first.</summary>
    public static string Classes(CheckReport report)
    {
        const int width = 520, row = 26, left = 150, right = 64;
        var shown = report.Folders.OrderByDescending(folder => folder.Count).Take(MostClasses).ToList();
        var most = Math.Max(1, shown[0].Count);
        var (title, first) = report.FoldersAreClasses ? (Words.PicturesOfEachClass.ToString(), Words.Class.ToString()) : (Words.PicturesOfEachFolder.ToString(), Words.Folder.ToString());
        var svg = new StringBuilder(Invariant($"<svg viewBox=\"0 0 {width} {row * shown.Count + 4}\" role=\"img\" aria-label=\"{title}\">"));
        for (var i = 0; i < shown.Count; i++)
        {
            var wide = Math.Max(2, (int)((long)(width - left - right) * shown[i].Count / most));
            svg.Append(Invariant($"<text x=\"{left - 10}\" y=\"{i * row + 18}\" text-anchor=\"end\">{CheckPage.Html(Short(shown[i].Name))}</text>"))
                .Append(Invariant($"<rect x=\"{left}\" y=\"{i * row + 5}\" width=\"{wide}\" height=\"{row - 8}\" rx=\"3\"/><text x=\"{left + wide + 8}\" y=\"{i * row + 18}\">{Count(shown[i].Count)}</text>"));
        }

        svg.Append("</svg>");
        if (report.Folders.Count > MostClasses) svg.Append(Invariant($"<p class=\"soft\">{Words.AndMore(Count(report.Folders.Count - MostClasses))}</p>"));
        return svg.Append(Table(title, first, report.Folders.Take(1000).Select(folder => (folder.Name, folder.Count)))).ToString();
    }

    private static string Table(string caption, string first, IEnumerable<(string Name, int Count)> rows)
    {
        var html = new StringBuilder($"<details><summary>{Words.AsTable}</summary><table><caption>{caption}</caption><thead><tr><th scope=\"col\">{first}</th><th scope=\"col\" class=\"n\">{Words.Pictures}</th></tr></thead><tbody>");
        foreach (var (name, count) in rows) html.Append(Invariant($"<tr><td>{CheckPage.Name(name)}</td><td class=\"n\">{Count(count)}</td></tr>"));
        return html.Append("</tbody></table></details>").ToString();
    }

    private static string Edge(SizeBin bin) => bin.From == 1 ? Invariant($"<{bin.To + 1}").Replace("<", "&lt;", StringComparison.Ordinal) : bin.To == int.MaxValue ? Invariant($"{bin.From}+") : Invariant($"{bin.From}–{bin.To}");

    private static string Short(string name) => name.Length <= 20 ? name : name[..(char.IsHighSurrogate(name[18]) ? 18 : 19)] + "…";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
