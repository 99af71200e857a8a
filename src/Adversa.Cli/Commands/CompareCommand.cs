using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Pages;
using Adversa.Training.Folders;
using Adversa.Training.Reports;
using Adversa.Training.Studies;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa compare RUN RUN...</c></summary>
internal static class CompareCommand
{
    private const int Shown = 24;

    internal static Command Create(Terminal terminal)
    {
        var runs = new Argument<string[]>("RUN") { Description = Words.TwoOrMoreRuns.ToString(), Arity = ArgumentArity.OneOrMore };
        var metric = Text("--metric", "NAME", Words.NumberDecidesByDefaultFirstAll);
        var output = Text("--output", "FILE", Words.PageByDefaultOneInRuns, "-o");
        var command = Command("compare", Words.PutsRunsSideBySide);
        command.Arguments.Add(runs);
        command.Options.Add(metric);
        command.Options.Add(output);
        metric.Checks(parsed =>
        {
            if (parsed.GetValue(metric) is { Length: 0 }) throw new AdversaException(2019, ExitCode.Usage, Words.MetricIsEmpty);
        });
        command.SetAction(parsed => Run(terminal, [.. parsed.GetValue(runs)!.Select(name => RunFolder.Find(Runs, name))], parsed.GetValue(metric), parsed.PathOf(output)));
        return command;
    }

    private static int Run(Terminal terminal, List<RunFolder> folders, string? metric, string? output)
    {
        var all = new RunComparison([.. folders.Select(folder => new RunRecord(folder))], metric, terminal.Warn);
        var page = output ?? Path.Join(Runs, ".compare", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', folders.Select(folder => folder.Path)))))[..8] + ".html");
        Reports.Written(page, () => ComparePage.Write(page, all));
        terminal.ForPrograms("compare", Json(all, page));
        Show(terminal, all);
        terminal.ForPeople(page);
        return 0;
    }

    private static void Show(Terminal terminal, RunComparison all)
    {
        string Cell(string text) => (text.Length > Shown ? text[..(Shown - 1)] + "…" : text).PadLeft(Shown);
        void Row(string name, Func<RunRecord, string> of) => terminal.ForPeople($"{name,-18}{string.Concat(all.Runs.Select(run => " " + Cell(of(run))))}");
        Row("", run => run.Folder.Name);
        Row(Words.StepsWord.ToString(), run => PageText.Count(run.Step));
        Row(Words.Images.ToString(), run => PageText.Count(run.Images));
        Row(Words.Time.ToString(), run => PageText.Span(run.Seconds));
        foreach (var metric in all.Runs.SelectMany(run => run.Newest.Select(pair => pair.Value.Name)).Distinct())
            Row(metric, run => RunComparison.Of(run, metric) is not { } value ? "–" : PageText.Number(value.Value) + (value.Spread is { } spread ? $" ± {PageText.Number(spread)}" : "") + (value.Interval is { } at ? $" [{PageText.Number(at.Low)}, {PageText.Number(at.High)}]" : ""));
        terminal.ForPeople(all.Differences.Count == 0 ? Words.RecipesAreSame.ToString() : Words.RecipesDiffer.ToString());
        foreach (var one in all.Differences) terminal.ForPeople($"  {one.Path}: {string.Join(" → ", one.Values.Select(value => value ?? "–"))}");
        foreach (var text in all.Verdict) terminal.ForPeople(text.ToString());
    }

    private static JsonObject Json(RunComparison all, string page) => new()
    {
        ["runs"] = new JsonArray([.. all.Runs.Select(run => new JsonObject
        {
            ["run"] = run.Folder.Path, ["step"] = run.Step, ["images"] = run.Images, ["seconds"] = run.Seconds,
            ["values"] = new JsonObject(run.Newest.Select(pair => KeyValuePair.Create(pair.Value.Name, (JsonNode?)JsonValue.Create(pair.Value.Value)))),
        })]),
        ["metric"] = all.Metric,
        ["differences"] = new JsonArray([.. all.Differences.Select(one => new JsonObject { ["path"] = one.Path, ["values"] = new JsonArray([.. one.Values.Select(value => (JsonNode?)JsonValue.Create(value))]) })]),
        ["comparisons"] = new JsonArray([.. all.Comparisons.Select(ExperimentCommand.Json)]),
        ["verdict"] = new JsonArray([.. all.Verdict.Select(text => (JsonNode?)JsonValue.Create(text.English))]),
        ["page"] = page,
    };
}
