using Adversa.Formats.Disk;
using Adversa.Pages;
using Adversa.Training.Reports;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Studies;

/// <summary>Runs side by side on one page: pictures under one slider, numbers, curves over each other, what the recipes differ in, and what follows.</summary>
public static class ComparePage
{
    private const int MostCharts = 8;

    /// <summary>Writes the page.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="all">What is compared.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Write(string path, RunComparison all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var names = all.Runs.Select(run => run.Folder.Name).ToList();
        AtomicFile.Write(path, durable: false, stream =>
        {
            using var page = new StreamWriter(stream) { NewLine = "\n" };
            Page.Write(page, $"{string.Join(" · ", names)} · {Words.Comparison}",
                $"<h1>{Words.ComparisonLabel}</h1>\n<p class=\"soft\">{string.Join(" · ", names.Select(Name))}</p>\n<ul class=\"verdict\">{string.Concat(all.Verdict.Select(text => $"<li>{Html(text.ToString())}</li>"))}</ul>",
                Pictures(all) + Numbers(all, names) + Curves(all) + $"<h2>{Words.WhatRecipesDiffer}</h2>\n{RecipeDifference.Html(all.Differences, names)}",
                $"<h2>{Words.HowToRepeat}</h2>\n<code>{ShellWords.Me} compare {Html(string.Join(' ', all.Runs.Select(run => ShellWords.Quote(run.Folder.Path))))}</code>");
        });
    }

    private static string Pictures(RunComparison all) => Film.Html([.. all.Runs.Select(run => run.Film(run.Folder.Name))], all.Runs.All(run => run.IsPoints)) is { Length: > 0 } films
        ? $"<h2>{Words.SideBySide}</h2>\n<div class=\"panel\">{films}</div>\n" : "";

    private static string Numbers(RunComparison all, List<string> names)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            Row(all, Words.Steps.ToString(), run => Count(run.Step)), Row(all, Words.ImagesShown.ToString(), run => Count(run.Images)), Row(all, Words.Time.ToString(), run => Span(run.Seconds)),
        };
        rows.AddRange(all.Runs.SelectMany(run => run.Newest.Select(pair => pair.Value.Name)).Distinct().Select(metric => Row(all, ValueNames.Of(metric).ToString(), run => RunComparison.Of(run, metric) is { } value
            ? $"<b>{Number(value.Value)}</b>{(value.Spread is { } spread ? $" ± {Number(spread)}" : "")}{(value.Interval is { } at ? $"<br>{Number(at.Low)} – {Number(at.High)}" : "")}" : "–")));
        rows.Add(Row(all, Words.FindingsWord.ToString(), run => run.Examinations.Count == 0 && run.Findings.Count == 0 ? "–" : Html(string.Join(", ", run.Findings.Select(finding => finding.Name).Distinct())) is { Length: > 0 } list ? list : "0"));
        var protocols = all.Runs.SelectMany(run => run.Newest.Select(pair => $"{Count(pair.Of.Count)} {Words.Samples}. {pair.Of.How}")).Distinct();
        return $"<h2>{Words.Numbers}</h2>\n<div class=\"panel\">{Page.Table(Words.NewestOfEachRun.ToString(), [Words.What.ToString(), .. names.Select(name => "#" + name)], rows)}{string.Concat(protocols.Select(text => $"<p class=\"soft\">{Html(text)}</p>"))}</div>\n";
    }

    private static IReadOnlyList<string> Row(RunComparison all, string name, Func<RunRecord, string> cell) => [Html(name), .. all.Runs.Select(cell)];

    private static string Curves(RunComparison all)
    {
        var columns = all.Runs.SelectMany(run => run.Curves.Select(curve => curve.Name)).Distinct().Where(name => !name.Contains('.', StringComparison.Ordinal) && name != "images_per_second").Take(MostCharts);
        var charts = string.Concat(columns.Select(column => LineChart.Draw(ValueNames.Of(column).ToString(), Words.Step.ToString(), ValueNames.Of(column).ToString(),
            [.. all.Runs.Select(run => new Curve(run.Folder.Name, run.Curves.FirstOrDefault(curve => curve.Name == column)?.Points ?? []))])));
        return charts.Length == 0 ? "" : $"<h2>{Words.Curves}</h2>\n<div class=\"two\">\n{charts}</div>\n";
    }
}
