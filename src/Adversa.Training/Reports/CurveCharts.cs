using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Pages;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Reports;

/// <summary>A run's curves as charts: what belongs together in one, the most telling first.</summary>
internal static class CurveCharts
{
    private const int MostOthers = 12;

    /// <summary>The charts that everybody looks at.</summary>
    public static string Main(RunRecord run)
    {
        var curves = run.Curves;
        return Group(Words.Losses.ToString(), Words.Loss.ToString(), curves.Where(IsLoss))
            + (run.AnswersByScores
                ? Group(Words.HowDScores.ToString(), Words.MeanScore.ToString(), curves.Where(IsAnswer))
                : Group(Words.WhatDAnswers.ToString(), Words.MeanAnswer.ToString(), curves.Where(IsAnswer)))
            + Group(Words.EstimateOfWassersteinDistance.ToString(), Words.ScoreOfRealLessScore.ToString(), curves.Where(IsDistance))
            + string.Concat(Measured(run));
    }

    /// <summary>All the others.</summary>
    public static string More(RunRecord run)
    {
        var terms = run.Curves.Where(IsTerm).GroupBy(curve => curve.Name[..curve.Name.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal);
        var others = run.Curves.Where(curve => !IsLoss(curve) && !IsAnswer(curve) && !IsDistance(curve) && !IsTerm(curve)).Take(MostOthers);
        return string.Concat(terms.Select(term => Group(Words.Terms(ValueNames.Of(term.Key)).ToString(), Words.Loss.ToString(), term)))
            + string.Concat(others.Select(curve => Group(Of(curve), Of(curve), [curve])))
            + string.Concat(Examined(run).Take(MostOthers).Select(curve => Group(Of(curve) + Words.Doctor.ToString(), Of(curve), [curve])));
    }

    /// <summary>What was measured at several steps.</summary>
    private static IEnumerable<string> Measured(RunRecord run) => run.Evaluations
        .SelectMany(evaluation => evaluation.Values.Select(value => (value.Name, evaluation.Step, value.Value))).GroupBy(value => value.Name, StringComparer.Ordinal)
        .Select(group => new Curve(group.Key, [.. group.GroupBy(value => value.Step).OrderBy(at => at.Key).Select(at => ((double)at.Key, at.Last().Value))]))
        .Where(curve => curve.Points.Count > 1 && !curve.Name.StartsWith("class_", StringComparison.Ordinal) && !curve.Name.StartsWith("recall_", StringComparison.Ordinal)).Take(MostOthers)
        .Select(curve => LineChart.Draw(Of(curve), Words.Step.ToString(), Of(curve), [curve], smooth: false));

    private static IEnumerable<Curve> Examined(RunRecord run) => run.Examinations.SelectMany(look => look.Where(pair => pair.Key is not ("v" or "step") && look.Real(pair.Key) is not null)
        .Select(pair => (pair.Key, Step: look.Real("step") ?? 0, Value: look.Real(pair.Key)!.Value))).GroupBy(value => value.Key, StringComparer.Ordinal)
        .Select(group => new Curve(group.Key, [.. group.Select(value => (value.Step, value.Value))]));

    private static string Group(string title, string y, IEnumerable<Curve> curves) => LineChart.Draw(title, Words.Step.ToString(), y, [.. curves.Select(curve => curve with { Name = Of(curve) })]);

    /// <summary>A curve's name; of a term of a loss, what stands behind the point.</summary>
    private static string Of(Curve curve) => ValueNames.Of(IsTerm(curve) ? curve.Name[(curve.Name.IndexOf('.', StringComparison.Ordinal) + 1)..] : curve.Name).ToString();

    private static bool IsLoss(Curve curve) => curve.Name.StartsWith("loss_", StringComparison.Ordinal) && !curve.Name.Contains('.', StringComparison.Ordinal);

    private static bool IsTerm(Curve curve) => curve.Name.StartsWith("loss_", StringComparison.Ordinal) && curve.Name.Contains('.', StringComparison.Ordinal);

    private static bool IsDistance(Curve curve) => curve.Name is "w_distance";

    private static bool IsAnswer(Curve curve) => curve.Name is "d_real" or "d_fake";
}
