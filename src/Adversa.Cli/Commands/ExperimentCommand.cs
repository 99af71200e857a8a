using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Metrics.Statistics;
using Adversa.Pages;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Studies;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa experiment STUDY.json</c></summary>
internal static class ExperimentCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("STUDY") { Description = Words.StudyFileSystemsSeedsBudget.ToString() };
        var folder = Text("--out", "DIR", Words.StudysFolderByDefaultRunsStudies);
        var dry = new Option<bool>("--dry-run") { Description = Words.SayWhatWouldBeTrainedWrite.ToString() };
        var device = new DeviceOption();
        var command = Command("experiment", Words.AnswersOfSeveralSystemsIsBetter);
        command.Arguments.Add(file);
        command.Options.Add(folder);
        command.Options.Add(dry);
        command.Options.Add(device);
        command.SetAction(parsed =>
        {
            var study = Study.Load(parsed.GetValue(file)!);
            var home = Path.GetFullPath(parsed.PathOf(folder) ?? Path.Join(Runs, "studies", study.Name));
            return ComputeThread.Run(() =>
            {
                device.Start(parsed, study.Threads);
                var plan = StudyPlan.Of(study);
                return parsed.GetValue(dry) ? Plan(terminal, plan, home) : Do(terminal, plan, home);
            });
        });
        return command;
    }

    private static int Plan(Terminal terminal, StudyPlan plan, string home)
    {
        var done = new StudyLedger(home).All().Select(cell => cell.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in plan.Cells)
        {
            terminal.ForPrograms("plan", new() { ["system"] = cell.System, ["seed"] = cell.Seed, ["budget"] = cell.Budget.Kind, ["steps"] = cell.Plan.Recipe.Steps, ["done"] = done.Contains(cell.Hash) });
            terminal.ForPeople($"{cell.System,-20} {Words.Seed} {cell.Seed,-6} {(cell.Budget.Kind == Budget.Images ? Words.StepsLabel(cell.Plan.Recipe.Steps).ToString() : PageText.Span(cell.Budget.Amount))}{(done.Contains(cell.Hash) ? Words.Done.ToString() : "")}");
        }

        terminal.ForPeople(Words.NothingWritten.ToString());
        return 0;
    }

    private static int Do(Terminal terminal, StudyPlan plan, string home)
    {
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        terminal.NeverWait();
        var runner = new StudyRunner(home, stop)
        {
            Begins = (cell, done) => terminal.Talk($"{done + 1}/{plan.Cells.Count} {cell.System} {Words.Seed} {cell.Seed} ({cell.Budget.Kind})"),
            Ends = cell =>
            {
                terminal.ForPrograms("cell", StudyLedger.ToJson(cell));
                terminal.Talk($"    {plan.Study.Metric} {(cell.Failed ? Words.DivergedLabel.ToString() : PageText.Number(cell.Of(plan.Study.Metric)))} · {PageText.Count(cell.Images)} {Words.Images} · {PageText.Span(cell.Seconds)}");
            },
            Judging = RunSession.JudgeProgress(terminal),
            Warn = terminal.Warn,
        };
        if (runner.Run(plan) is not { } result)
        {
            terminal.Talk(Words.EverythingIsSaved.ToString());
            return (int)(stop.Exit ?? ExitCode.Internal);
        }

        var page = Path.Join(home, "report.html");
        Reports.Written(page, () => StudyPage.Write(page, result), "--out");
        terminal.Settle();
        Show(terminal, result, page);
        return 0;
    }

    private static void Show(Terminal terminal, StudyResult result, string page)
    {
        var metric = result.Study.Metric;
        terminal.ForPrograms("study", new()
        {
            ["study"] = result.Study.Name, ["metric"] = metric, ["real"] = Finite(result.Real.Of(metric)),
            ["budgets"] = new JsonArray([.. result.Budgets.Select(budget => new JsonObject
            {
                ["budget"] = budget, ["comparisons"] = new JsonArray([.. result.Comparisons(budget).Select(Json)]),
                ["verdict"] = new JsonArray([.. result.Comparisons(budget).Select(one => (JsonNode?)JsonValue.Create(StudyResult.Sentence(one, metric).English))]),
                ["unequal"] = result.Unequal(budget)?.English,
            })]),
            ["page"] = page,
        });
        foreach (var budget in result.Budgets)
        {
            terminal.ForPeople(StudyPage.Kind(result, budget));
            terminal.ForPeople($"  {Words.System.ToString(),-20} {metric,12}   95 %");
            foreach (var system in result.Scores(budget))
            {
                List<double> finite = [.. system.Runs.Values.Where(double.IsFinite)];
                var failed = system.Runs.Count - finite.Count;
                terminal.ForPeople($"  {system.Name,-20} {PageText.Number(finite.Count > 0 ? finite.Average() : double.NaN),12}   {(Bootstrap.Mean(finite) is { } range ? $"{PageText.Number(range.Low)} – {PageText.Number(range.High)}" : "–")}{(failed > 0 ? Words.FailedLabel(failed).ToString() : "")}");
            }

            terminal.ForPeople($"  {Words.RealData.ToString(),-20} {PageText.Number(result.Real.Of(metric)),12}");
            foreach (var text in StudyPage.Sentences(result, budget)) terminal.ForPeople(text);
        }

        terminal.ForPeople(page);
    }

    /// <summary>A pair for programs.</summary>
    internal static JsonNode Json(Comparison one) => new JsonObject
    {
        ["first"] = one.First, ["second"] = one.Second, ["pairs"] = one.Pairs, ["difference"] = Finite(one.Difference ?? double.NaN), ["low"] = Finite(one.Interval?.Low ?? double.NaN), ["high"] = Finite(one.Interval?.High ?? double.NaN),
        ["p"] = one.P, ["p_ranks"] = one.RankP, ["better"] = one.Better, ["more_seeds"] = one.More,
    };

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 8)) : null;
}
