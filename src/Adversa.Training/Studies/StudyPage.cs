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
            Page.Write(page, $"{result.Study.Name} · {Say("study", "estudio")}",
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
        return budget == Budget.Images ? Say($"{Count(result.Study.Images)} images each", $"{Count(result.Study.Images)} imágenes cada una") : Say($"{Span(result.Study.Seconds)} each", $"{Span(result.Study.Seconds)} cada una");
    }

    private static string Of(StudyResult result, string budget)
    {
        var (metric, scores) = (result.Study.Metric, result.Scores(budget));
        var name = ValueNames.Of(metric).ToString() is var words && words == metric ? metric : $"{words} ({metric})";
        var rows = scores.Select(system => new DotRow(system.Name, [.. system.Runs.Values], Finite(system).Count > 0 ? Finite(system).Average() : null, Bootstrap.Mean(Finite(system))?.Low, Bootstrap.Mean(Finite(system))?.High)).ToList();
        var real = result.Real.Of(metric);
        var table = Page.Table(Say("Each system over its seeds", "Cada sistema en sus semillas"),
            [Say("system", "sistema"), "#" + Say("mean", "media"), "#95 %", "#" + Say("median", "mediana"), "#" + Say("seeds", "semillas"), "#" + Say("failed", "fallidas"), "#" + Say("images", "imágenes"), "#" + Say("seconds", "segundos")],
            rows.Zip(scores).Select(pair => (IReadOnlyList<string>)
            [
                Html(pair.First.Name), $"<b>{Number(pair.First.Mean ?? double.NaN)}</b>", pair.First.Low is { } low ? $"{Number(low)} – {Number(pair.First.High!.Value)}" : "–", Number(Median(Finite(pair.Second))), Count(pair.Second.Runs.Count),
                Count(pair.Second.Runs.Count - Finite(pair.Second).Count), Number(Mean(result, budget, pair.Second.Name, cell => cell.Images)), Number(Mean(result, budget, pair.Second.Name, cell => cell.Seconds)),
            ]).Append([$"<i>{Say("real data", "datos reales")}</i>", Number(real), "–", "–", "–", "–", "–", "–"]));
        var tests = Page.Table(Say("Each pair: exact sign-flip test over seeds, and Wilcoxon's; both corrected after Holm", "Cada par: prueba exacta de cambio de signos sobre las semillas, y la de Wilcoxon; ambas corregidas según Holm"),
            [Say("pair", "par"), "#" + Say("difference", "diferencia"), "#95 %", "#p", "#" + Say("p by ranks", "p por rangos"), Say("answer", "respuesta")],
            result.Comparisons(budget).Select(one => (IReadOnlyList<string>)
            [
                Html($"{one.First} – {one.Second}"), Number(one.Difference ?? double.NaN), one.Interval is { } range ? $"{Number(range.Low)} – {Number(range.High)}" : "–", Number(one.P), Number(one.RankP),
                one.Better is { } better ? $"<b class=\"good\">{Html(better)}</b>" : $"{Say("undecided", "sin decidir")}{(one.More is { } more ? $" ({Say($"{more} more seeds", $"{more} semillas más")})" : "")}",
            ]));
        return $"<h2>{Html(Say($"Equal budgets: {Kind(result, budget)}", $"Presupuestos iguales: {Kind(result, budget)}"))}</h2>\n{DotPlot.Draw(Say($"{name} of every run; bars are means, whiskers their 95 %", $"{name} de cada ejecución; las barras son medias y los bigotes su 95 %"), metric, rows, double.IsFinite(real) ? real : null, Say("Dashed: real data in the place of drawn samples.", "A trazos: datos reales en lugar de muestras dibujadas."))}<div class=\"panel\">{table}{tests}</div>\n";
    }

    private static string Pictures(StudyResult result)
    {
        var budget = result.Budgets[0];
        var films = result.Scores(budget).Where(system => Finite(system).Count > 0).Select(system =>
        {
            var cell = result.Cells.Where(cell => cell.System == system.Name && cell.Budget == budget && !cell.Failed).OrderBy(cell => Math.Abs(cell.Of(result.Study.Metric) - Median(Finite(system)))).First();
            return Directory.Exists(cell.Folder) ? new RunRecord(new RunFolder(cell.Folder)).Film($"{system.Name} ({Say("seed", "semilla")} {cell.Seed})") : new Film(system.Name, []);
        }).ToList();
        return Film.Html(films, smooth: false) is { Length: > 0 } html ? $"<h2>{Say("The median run of each", "La ejecución mediana de cada uno")}</h2>\n<div class=\"panel\">{html}</div>\n" : "";
    }

    private static string Recipes(StudyResult result)
    {
        var names = result.Study.Listed().Select(pair => pair.Name).ToList();
        var recipes = names.Select(name => result.Cells.First(cell => cell.System == name)).Select(cell => Directory.Exists(cell.Folder) ? new RunRecord(new RunFolder(cell.Folder)).Recipe : []).ToList();
        return $"<h2>{Say("What the systems differ in", "En qué difieren los sistemas")}</h2>\n{RecipeDifference.Html(RecipeDifference.Between(recipes), names)}";
    }

    private static string Protocol(StudyResult result)
    {
        var study = result.Study;
        return $"<h2>{Say("Protocol", "Protocolo")}</h2>\n<div class=\"panel\"><p>{Html(Say(
            $"The unit is the run: {study.Seeds} seeds of each system, from {study.FirstSeed} on, the same for all. Each run is judged once, at the end of its budget, by {study.Draws} sets of {study.Count} samples, whose mean is its score; no best moment is chosen. A run that diverged has the worst score of the study. \"Better\" is said when the exact sign-flip test of the differences, seed by seed, corrected for all pairs and budgets, has p ≤ {Number(study.Alpha)}. More seeds are proposed for a power of 80 %. Adding seeds because the answer was undecided makes a wrong \"better\" likelier: decide on their number beforehand.",
            $"La unidad es la ejecución: {study.Seeds} semillas de cada sistema, desde {study.FirstSeed}, las mismas para todos. Cada ejecución se juzga una vez, al final de su presupuesto, con {study.Draws} conjuntos de {study.Count} muestras, cuya media es su puntuación; no se elige el mejor momento. Una ejecución que divergió tiene la peor puntuación del estudio. Se dice «mejor» cuando la prueba exacta de cambio de signos de las diferencias, semilla a semilla, corregida para todos los pares y presupuestos, tiene p ≤ {Number(study.Alpha)}. Las semillas adicionales se proponen para una potencia del 80 %. Añadir semillas porque no se decidió hace más probable un «mejor» erróneo: decida su número de antemano."))}</p>"
            + (result.Noise is { } noise ? $"<p class=\"soft\">{Html(Say($"Noise of one measurement (standard deviation between sets of samples of one run): {Number(noise)}. A gap below twice that is nothing.", $"Ruido de una medición (desviación típica entre conjuntos de muestras de una ejecución): {Number(noise)}. Una diferencia menor que el doble no es nada."))}</p>" : "") + "</div>\n";
    }

    private static string Repeat(StudyResult result) => $"""
        <h2>{Say("How to repeat it", "Cómo repetirlo")}</h2>
        <code>{Html(result.Study.Again.ToString())}</code>
        <details><summary>{Say("The study", "El estudio")}</summary><pre><code>{string.Join('\n', result.Study.ToJson().ToJsonString(Indented).Split('\n').Select(Html))}</code></pre></details>
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
