using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Metrics.Statistics;
using Adversa.Pages;
using Adversa.Training.Folders;
using Adversa.Training.Reports;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Studies;

/// <summary>A study on one page: the answer, every single run, the tests behind it, pictures of the median run of each system, and how to repeat it.</summary>
public static class StudyPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the page.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="result">What the study came to.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    public static void Write(string path, StudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var main = new StringBuilder();
        foreach (var budget in result.Budgets) main.Append(Of(result, budget));
        main.Append(Pictures(result)).Append(Recipes(result)).Append(Protocol(result));
        AtomicFile.Write(path, durable: false, stream =>
        {
            using var page = new StreamWriter(stream) { NewLine = "\n" };
            Page.Write(page, $"{result.Study.Name} · {Words.Study}",
                $"<h1>{Name(result.Study.Question.Length > 0 ? result.Study.Question : result.Study.Name)}</h1>\n<ul class=\"verdict\">{string.Concat(result.Budgets.SelectMany(budget => Sentences(result, budget)).Select(text => $"<li>{Html(text)}</li>"))}</ul>",
                main.ToString(), Repeat(result));
        });
    }

    /// <summary>The answers under a budget, and what speaks against them; where there are two budgets, each says which it is.</summary>
    /// <param name="result">What the study came to.</param>
    /// <param name="budget">The budget's kind.</param>
    public static IEnumerable<string> Sentences(StudyResult result, string budget)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Comparisons(budget).Select(one => StudyResult.Sentence(one, result.Study.Metric)).Concat(result.Unequal(budget) is { } warning ? [warning] : [])
            .Select(text => (result.Budgets.Count > 1 ? Kind(result, budget) + ": " : "") + text);
    }

    /// <summary>The budget in words.</summary>
    /// <param name="result">What the study came to.</param>
    /// <param name="budget">The budget's kind.</param>
    public static string Kind(StudyResult result, string budget)
    {
        ArgumentNullException.ThrowIfNull(result);
        return budget == Budget.Images ? Words.ImagesEach(Count(result.Study.Images)).ToString() : Words.Each(Span(result.Study.Seconds)).ToString();
    }

    private static string Of(StudyResult result, string budget)
    {
        var (metric, scores) = (result.Study.Metric, result.Scores(budget));
        var name = ValueNames.Of(metric).ToString() is var words && words == metric ? metric : $"{words} ({metric})";
        var rows = scores.Select(system => new DotRow(system.Name, [.. system.Runs.Values], Finite(system).Count > 0 ? Finite(system).Average() : null, Bootstrap.Mean(Finite(system))?.Low, Bootstrap.Mean(Finite(system))?.High)).ToList();
        var real = result.Real.Of(metric);
        var table = Page.Table(Words.EachSystemOverSeeds.ToString(),
            [Words.System.ToString(), "#" + Words.Mean.ToString(), "#95 %", "#" + Words.Median.ToString(), "#" + Words.Seeds.ToString(), "#" + Words.Failed.ToString(), "#" + Words.Images.ToString(), "#" + Words.Seconds.ToString()],
            rows.Zip(scores).Select(pair => (IReadOnlyList<string>)
            [
                Html(pair.First.Name), $"<b>{Number(pair.First.Mean ?? double.NaN)}</b>", pair.First.Low is { } low ? $"{Number(low)} – {Number(pair.First.High!.Value)}" : "–", Number(Median(Finite(pair.Second))), Count(pair.Second.Runs.Count),
                Count(pair.Second.Runs.Count - Finite(pair.Second).Count), Number(Mean(result, budget, pair.Second.Name, cell => cell.Images)), Number(Mean(result, budget, pair.Second.Name, cell => cell.Seconds)),
            ]).Append([$"<i>{Words.RealDataWord}</i>", Number(real), "–", "–", "–", "–", "–", "–"]));
        var tests = Page.Table(Words.EachPairExactSignFlipTest.ToString(),
            [Words.Pair.ToString(), "#" + Words.Difference.ToString(), "#95 %", "#p", "#" + Words.PByRanks.ToString(), Words.Answer.ToString()],
            result.Comparisons(budget).Select(one => (IReadOnlyList<string>)
            [
                Html($"{one.First} – {one.Second}"), Number(one.Difference ?? double.NaN), one.Interval is { } range ? $"{Number(range.Low)} – {Number(range.High)}" : "–", Number(one.P), Number(one.RankP),
                one.Better is { } better ? $"<b class=\"good\">{Html(better)}</b>" : $"{Words.Undecided}{(one.More is { } more ? $" ({Words.MoreSeeds(more)})" : "")}",
            ]));
        return $"<h2>{Html(Words.EqualBudgets(Kind(result, budget)).ToString())}</h2>\n{DotPlot.Draw(Words.OfEveryRun(name).ToString(), metric, rows, double.IsFinite(real) ? real : null, Words.DashedRealDataInPlace.ToString())}<div class=\"panel\">{table}{tests}</div>\n";
    }

    private static string Pictures(StudyResult result)
    {
        var budget = result.Budgets[0];
        var films = result.Scores(budget).Where(system => Finite(system).Count > 0).Select(system =>
        {
            var cell = result.Cells.Where(cell => cell.System == system.Name && cell.Budget == budget && !cell.Failed).OrderBy(cell => Math.Abs(cell.Of(result.Study.Metric) - Median(Finite(system)))).First();
            return Directory.Exists(cell.Folder) ? new RunRecord(new RunFolder(cell.Folder)).Film($"{system.Name} ({Words.Seed} {cell.Seed})") : new Film(system.Name, []);
        }).ToList();
        return Film.Html(films, smooth: false) is { Length: > 0 } html ? $"<h2>{Words.MedianRunOfEach}</h2>\n<div class=\"panel\">{html}</div>\n" : "";
    }

    private static string Recipes(StudyResult result)
    {
        var names = result.Study.Listed().Select(pair => pair.Name).ToList();
        var recipes = names.Select(name => result.Cells.First(cell => cell.System == name)).Select(cell => Directory.Exists(cell.Folder) ? new RunRecord(new RunFolder(cell.Folder)).Recipe : []).ToList();
        return $"<h2>{Words.WhatSystemsDiffer}</h2>\n{RecipeDifference.Html(RecipeDifference.Between(recipes), names)}";
    }

    private static string Protocol(StudyResult result)
    {
        var study = result.Study;
        return $"<h2>{Words.ProtocolLabel}</h2>\n<div class=\"panel\"><p>{Html(Words.UnitIsRun(study.Seeds, study.FirstSeed, study.Draws, study.Count, Number(study.Alpha)).ToString())}</p>"
            + (result.Noise is { } noise ? $"<p class=\"soft\">{Html(Words.NoiseOfOneMeasurementStandardDeviation(Number(noise)).ToString())}</p>" : "") + "</div>\n";
    }

    private static string Repeat(StudyResult result) => $"""
        <h2>{Words.HowToRepeatLabel}</h2>
        <code>{Html(result.Study.Again.ToString())}</code>
        <details><summary>{Words.StudyLabel}</summary><pre><code>{string.Join('\n', result.Study.ToJson().ToJsonString(Indented).Split('\n').Select(Html))}</code></pre></details>
        """;

    private static List<double> Finite(Scores system) => [.. system.Runs.Values.Where(double.IsFinite)];

    private static double Median(List<double> values)
    {
        if (values.Count == 0) return double.NaN;
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double Mean(StudyResult result, string budget, string system, Func<CellResult, double> of) => result.Cells.Where(cell => cell.System == system && cell.Budget == budget).Select(of).DefaultIfEmpty(0).Average();
}
