using Adversa.Pages;
using static Adversa.DataTools.Checking.CheckWords;

namespace Adversa.DataTools.Checking;

/// <summary>A report as one page that needs nothing else: no network, no script, pictures inside.</summary>
/// <remarks>The text is in the user's language. File names are data from outside: they are escaped and set apart from the writing around them, and the page forbids itself
/// everything but its own style and pictures.</remarks>
public static class CheckPage
{
    private const int MostRows = 500;

    /// <summary>Writes the page.</summary>
    /// <param name="report">What a check found; with <see cref="CheckOptions.Thumbnails"/> it has pictures.</param>
    /// <param name="page">Receives HTML; stays open.</param>
    public static void Write(CheckReport report, TextWriter page)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(page);
        page.Write($"""
            {Page.Head($"{report.Name} · {Words.DataCheck}")}
            <body>
            <header>
            <h1>{Name(report.Name)}</h1>
            <p class="soft path">{Name(report.Path)}</p>
            {Cards(report)}
            </header>
            <main>

            """);
        Findings(report, page);
        page.Write("<h2>" + Words.WhatIsThere.ToString() + "</h2>\n<div class=\"two\">\n");
        if (report.Sizes is { } sizes) page.Write($"<div class=\"panel\"><h3>{Words.Sizes}</h3><p class=\"soft\">{Html(Sizes(report)!)}</p>{PageCharts.Sizes(sizes, report.Size)}</div>\n");
        if (report.Folders.Count > 1) page.Write($"<div class=\"panel\"><h3>{(report.FoldersAreClasses ? Words.Classes.ToString() : Words.Folders.ToString())}</h3><p class=\"soft\">{Html(Classes(report) ?? Words.PicturesOfEachFolder.ToString())}</p>{PageCharts.Classes(report)}</div>\n");
        foreach (var table in Tables(report)) page.Write($"<div class=\"panel\"><h3>{Words.Table}</h3><p>{Html(table)}</p></div>\n");
        page.Write($"<div class=\"panel\"><h3>{Words.Formats}</h3><p>{Formats(report)}</p></div>\n</div>\n");
        Sample(report, page);
        page.Write($"</main>\n<footer>\n<h2>{Words.GoOn}</h2>\n<code>{Html(Next(report))}</code>\n</footer>\n</body>\n</html>\n");
    }

    /// <summary>Text for HTML.</summary>
    internal static string Html(string text) => PageText.Html(text);

    /// <summary>A name for HTML, whose direction of writing stays its own.</summary>
    internal static string Name(string name) => PageText.Name(name);

    private static string Cards(CheckReport report)
    {
        var bad = report.Files - report.Pictures;
        var look = report.ToLookAt - bad;
        string Card(int count, string style, string text) => $"<li class=\"card\"><b class=\"{style}\">{Count(count)}</b><span>{text}</span></li>";
        string Share(int count, string style) => count == 0 ? "" : $"<i class=\"{style}\" style=\"flex:{count}\"></i>";
        return $"""
            <ul class="cards">
            {Card(report.Files, "", Words.Files.ToString())}
            {Card(report.Good, "good", Words.Good.ToString())}
            {Card(look, look > 0 ? "look" : "", Words.UsableToLook.ToString())}
            {Card(bad, bad > 0 ? "bad" : "", Words.CannotBeUsed.ToString())}
            </ul>
            <div class="share" aria-hidden="true">{Share(report.Good, "good")}{Share(look, "look")}{Share(bad, "bad")}</div>
            """;
    }

    private static void Findings(CheckReport report, TextWriter page)
    {
        var kinds = report.Findings.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key).ToList();
        page.Write($"<h2>{Words.Findings}</h2>\n");
        foreach (var set in report.OfTheSet) page.Write($"<div class=\"panel\"><h3>{Words.WholeSet}: {Html(set.Kind.Title().ToString())}</h3><p>{Html(set.Detail.ToString())}</p></div>\n");
        if (kinds.Count == 0 && report.OfTheSet.Count > 0) return;
        if (kinds.Count == 0)
        {
            page.Write($"<p>{Words.EveryFileIsSound}</p>\n");
            return;
        }

        page.Write($"<div class=\"panel\"><table><caption>{Words.WhatFoundAndWhatToDo}</caption><tbody>\n");
        foreach (var kind in kinds)
            page.Write($"<tr><td class=\"n {Style(kind.Key)}\"><b>{Count(kind.Count())}</b></td><th scope=\"row\"><a href=\"#{kind.Key.Key()}\">{Html(kind.Key.Title().ToString())}</a></th><td>{Html(kind.Key.Advice().ToString())}</td></tr>\n");
        page.Write("</tbody></table></div>\n");
        page.Write($"<h2>{Words.OneByOne}</h2>\n");
        foreach (var kind in kinds) Kind(report, kind.Key, [.. kind], page);
    }

    private static void Kind(CheckReport report, FindingKind kind, List<Finding> findings, TextWriter page)
    {
        page.Write($"<section class=\"kind\" id=\"{kind.Key()}\"><h3><span class=\"count\">{Count(findings.Count)}</span> {Html(kind.Title().ToString())} <span class=\"badge {Style(kind)}\">{Level(kind)}</span></h3><p class=\"soft\">{Html(kind.Advice().ToString())}</p>\n");
        if (kind is FindingKind.Duplicate or FindingKind.NearDuplicate) Groups(report, kind == FindingKind.Duplicate ? report.Duplicates : report.NearDuplicates, page);
        else
        {
            var shown = findings.Where(finding => report.Thumbnails.ContainsKey(finding.File)).Take(Gallery.PerKind).ToList();
            if (shown.Count > 0) page.Write("<div class=\"grid\">\n");
            foreach (var finding in shown) page.Write(Figure(report, finding.File, Html(finding.Detail.ToString())));
            if (shown.Count > 0) page.Write("</div>\n");
        }

        page.Write($"<details{(findings.Count <= 12 && kind <= FindingKind.Unsupported ? " open" : "")}><summary>{Words.AllFiles}</summary><table><caption>{Html(kind.Title().ToString())}</caption><thead><tr><th scope=\"col\">{Words.File}</th><th scope=\"col\">{Words.Reason}</th></tr></thead><tbody>\n");
        foreach (var finding in findings.Take(MostRows)) page.Write($"<tr><td>{Name(finding.File)}</td><td>{Html(finding.Detail.ToString())}</td></tr>\n");
        page.Write("</tbody></table>");
        if (findings.Count > MostRows) page.Write($"<p class=\"soft\">{Words.AndMoreJsonListsAll(Count(findings.Count - MostRows))}</p>");
        page.Write("</details></section>\n");
    }

    private static void Groups(CheckReport report, IReadOnlyList<IReadOnlyList<string>> groups, TextWriter page)
    {
        if (report.Thumbnails.Count == 0) return;
        page.Write("<div class=\"groups\">\n");
        foreach (var group in groups.Take(Gallery.Groups))
        {
            page.Write("<div class=\"group\">");
            foreach (var file in group.Take(Gallery.GroupFiles)) page.Write(Figure(report, file, ""));
            if (group.Count > Gallery.GroupFiles) page.Write($"<span class=\"none\">+{Count(group.Count - Gallery.GroupFiles)}</span>");
            page.Write("</div>\n");
        }

        page.Write("</div>\n");
        if (groups.Count > Gallery.Groups) page.Write($"<p class=\"soft\">{Words.AndMoreGroups(Count(groups.Count - Gallery.Groups))}</p>\n");
    }

    private static void Sample(CheckReport report, TextWriter page)
    {
        var shown = report.Sample.Where(report.Thumbnails.ContainsKey).ToList();
        if (shown.Count == 0) return;
        page.Write($"<h2>{Words.GoodPictures}</h2>\n<p class=\"soft\">{Words.OfSpreadOverWholeSet(shown.Count, Count(report.Good))}</p>\n<div class=\"grid sample\">\n");
        foreach (var file in shown) page.Write($"<figure>{Picture(report, file)}</figure>\n");
        page.Write("</div>\n");
    }

    private static string Figure(CheckReport report, string file, string detail) =>
        $"<figure>{Picture(report, file)}<figcaption>{Name(file)}{(detail.Length > 0 ? $"<br><span class=\"soft\">{detail}</span>" : "")}</figcaption></figure>\n";

    private static string Picture(CheckReport report, string file) => report.Thumbnails.TryGetValue(file, out var png)
        ? $"<img src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" alt=\"{Html(file)}\" title=\"{Html(file)}\">" : "<span class=\"none\">–</span>";

    private static string Formats(CheckReport report)
    {
        var formats = string.Join(" · ", report.Formats.Select(format => $"{format.Name} {Count(format.Count)}"));
        return Html($"{formats} · {Words.Colour} {Count(report.Pictures - report.Grey)} · {Words.Grey} {Count(report.Grey)}")
            + (LeftAside(report) is { } aside ? $"</p><p class=\"soft\">{Words.LeftAside}{Html(aside)}" : "");
    }

    private static string Style(FindingKind kind) => kind.Level() switch { FindingLevel.Bad => "bad", FindingLevel.Look => "look", _ => "note" };

    private static string Level(FindingKind kind) => kind.Level() switch
    {
        FindingLevel.Bad => Words.CannotBeUsedGroup.ToString(),
        FindingLevel.Look => Words.LookAt.ToString(),
        _ => Words.TakenCare.ToString(),
    };
}
