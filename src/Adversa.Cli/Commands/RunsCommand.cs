using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Pages;
using Adversa.Training.Folders;
using Adversa.Training.Reports;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa runs list|show|rm</c></summary>
internal static class RunsCommand
{
    private const int MostNumbers = 4;

    internal static Command Create(Terminal terminal)
    {
        var command = Command("runs", Words.ListsShowsAndRemovesRuns);
        var list = Command("list", Words.AllRunsNewestFirst);
        list.SetAction(_ => List(terminal));
        command.SetAction(_ => List(terminal));

        var run = Run();
        var show = Command("show", Words.OneRunVerdictTimePageState);
        show.Arguments.Add(run);
        show.SetAction(parsed => Show(terminal, parsed.Folder(run)));

        var doomed = Run();
        var yes = new Option<bool>("--yes") { Description = Words.ReallyRemove.ToString() };
        var remove = Command("rm", Words.RemovesRunWithAllCheckpoints);
        remove.Arguments.Add(doomed);
        remove.Options.Add(yes);
        remove.SetAction(parsed => Remove(terminal, parsed.Folder(doomed), parsed.GetValue(yes)));
        foreach (var sub in new[] { list, show, remove }) command.Subcommands.Add(sub);
        return command;
    }

    private static int List(Terminal terminal)
    {
        var runs = RunFolder.List(Runs);
        var width = runs.Select(run => run.Name.Length).DefaultIfEmpty(0).Append(10).Max();
        if (runs.Count == 0) terminal.Talk(Words.IsNoRunYet(Runs, Me).ToString());
        else terminal.ForPeople($"{Words.RunColumn.ToString().PadRight(width)}  {Words.StateColumn.ToString(),-10} {Words.StepColumn.ToString(),10} {Words.ImagesColumn.ToString(),12}");
        foreach (var run in runs)
        {
            var status = run.Status;
            var state = State(run, status);
            terminal.ForPrograms("run", new()
            {
                ["run"] = run.Name, ["path"] = run.Path, ["state"] = state, ["step"] = status["step"]?.DeepClone(), ["total"] = status["total"]?.DeepClone(), ["images"] = status["images"]?.DeepClone(),
            });
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{run.Name.PadRight(width)}  {StateWord(state),-10} {status["step"]?.ToString() ?? "–",10} {status["images"]?.ToString() ?? "–",12}"));
        }

        return 0;
    }

    private static int Show(Terminal terminal, RunFolder run)
    {
        var json = new JsonObject { ["run"] = run.Name, ["path"] = run.Path, ["command"] = run.Command, ["status"] = run.Status, ["recipe"] = run.Recipe, ["environment"] = run.Environment };
        if (terminal.Json)
        {
            terminal.ForPrograms("run", json);
            return 0;
        }

        var record = new RunRecord(run);
        terminal.ForPeople(run.Path);
        foreach (var line in Verdict(record)) terminal.ForPeople(line);
        terminal.ForPeople($"  {Words.Time.ToString(),-9} {PageText.Span(record.Seconds)}, {PageText.Count(record.Images)} {Words.Images}");
        if (File.Exists(RunPage.PathOf(run))) terminal.ForPeople($"  {Words.Page.ToString(),-9} {RunPage.PathOf(run)}");
        terminal.ForPeople($"  {Words.CommandWord.ToString(),-9} {run.Command}");
        terminal.ForPeople($"  {Words.State.ToString(),-9} {StateWord(State(run, run.Status))}, {Words.Step} {run.Status["step"]?.ToString() ?? "–"}/{run.Status["total"]?.ToString() ?? "–"}");
        foreach (var (name, value) in run.Recipe)
            if (value is JsonObject options) foreach (var (option, inner) in options) terminal.ForPeople($"  {name}.{option} = {inner}");
            else terminal.ForPeople($"  {name} = {value}");
        return 0;
    }

    /// <summary>What was said or measured of it last, and what the doctor found; else how to measure it.</summary>
    private static IEnumerable<string> Verdict(RunRecord run)
    {
        var name = $"  {Words.Verdict.ToString(),-9} ";
        var judged = run.Evaluations.LastOrDefault(one => one.Sentence.English.Length > 0 && !one.Sentence.English.StartsWith("n/a", StringComparison.Ordinal));
        var measured = run.Newest.Take(MostNumbers).Select(pair => $"{ValueNames.Of(pair.Value.Name)} {PageText.Number(pair.Value.Value)}").ToList();
        yield return name + (judged is not null ? $"{judged.Sentence} ({Words.Step} {PageText.Count(judged.Step)})"
            : measured.Count > 0 ? $"{string.Join(" · ", measured)} ({Words.Step} {PageText.Count(run.Newest[0].Of.Step)})"
            : Words.NothingMeasuredYet.ToString() + (run.Next.Evaluate is { } line ? $": {line}" : ""));
        if (run.Findings.Count > 0) yield return $"  {"",-9} {Words.DoctorFound} {string.Join(", ", run.Findings.Select(finding => finding.Name).Distinct())}: {new Suggestion("doctor", run.Folder.Path)}";
    }

    private static int Remove(Terminal terminal, RunFolder run, bool yes)
    {
        if (!yes) throw new AdversaException(2017, ExitCode.Usage, Words.RemovesWithAllCheckpoints(run.Path, Me, Quote(run.Path)));
        using (RunLock.Take(run.Path)) Directory.Delete(run.Path, recursive: true);
        terminal.ForPrograms("removed", new() { ["run"] = run.Name, ["path"] = run.Path });
        terminal.ForPeople(Words.Removed(run.Path).ToString());
        return 0;
    }

    /// <summary>The state in the user's language; files and JSON keep the English word.</summary>
    private static string StateWord(string state) => state switch
    {
        "running" => Words.Running.ToString(),
        "finished" => Words.Finished.ToString(),
        "stopped" => Words.Stopped.ToString(),
        "diverged" => Words.DivergedWord.ToString(),
        "failed" => Words.Failed.ToString(),
        _ => Words.New.ToString(),
    };

    /// <summary>A run whose process died says "running" for ever; its pid tells.</summary>
    private static string State(RunFolder run, JsonObject status)
    {
        var state = status["state"]?.ToString() ?? "new";
        return state == "running" && !Directory.Exists($"/proc/{status["pid"]}") ? "stopped" : state;
    }
}
