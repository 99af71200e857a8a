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
        var command = Command("runs", "Lists, shows and removes runs.", "Lista, muestra y borra ejecuciones.");
        var list = Command("list", "All runs, newest first.", "Todas las ejecuciones, la más nueva primero.");
        list.SetAction(_ => List(terminal));
        command.SetAction(_ => List(terminal));

        var run = Run();
        var show = Command("show", "One run: verdict, time, page, state, recipe.", "Una ejecución: veredicto, tiempo, página, estado, receta.");
        show.Arguments.Add(run);
        show.SetAction(parsed => Show(terminal, parsed.Folder(run)));

        var doomed = Run();
        var yes = new Option<bool>("--yes") { Description = Say("Really remove it.", "Borrarla de verdad.") };
        var remove = Command("rm", "Removes a run with all its checkpoints.", "Borra una ejecución con todos sus puntos de control.");
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
        if (runs.Count == 0) terminal.Talk(Say($"There is no run in {Runs} yet. Start one: {Me} train digits", $"Todavía no hay ejecuciones en {Runs}. Inicie una: {Me} train digits"));
        else terminal.ForPeople($"{Say("RUN", "EJECUCIÓN").PadRight(width)}  {Say("STATE", "ESTADO"),-10} {Say("STEP", "PASO"),10} {Say("IMAGES", "IMÁGENES"),12}");
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
        terminal.ForPeople($"  {Say("time", "tiempo"),-9} {PageText.Span(record.Seconds)}, {PageText.Count(record.Images)} {Say("images", "imágenes")}");
        if (File.Exists(RunPage.PathOf(run))) terminal.ForPeople($"  {Say("page", "página"),-9} {RunPage.PathOf(run)}");
        terminal.ForPeople($"  {Say("command", "comando"),-9} {run.Command}");
        terminal.ForPeople($"  {Say("state", "estado"),-9} {StateWord(State(run, run.Status))}, {Say("step", "paso")} {run.Status["step"]?.ToString() ?? "–"}/{run.Status["total"]?.ToString() ?? "–"}");
        foreach (var (name, value) in run.Recipe)
            if (value is JsonObject options) foreach (var (option, inner) in options) terminal.ForPeople($"  {name}.{option} = {inner}");
            else terminal.ForPeople($"  {name} = {value}");
        return 0;
    }

    /// <summary>What was said or measured of it last, and what the doctor found; else how to measure it.</summary>
    private static IEnumerable<string> Verdict(RunRecord run)
    {
        var name = $"  {Say("verdict", "veredicto"),-9} ";
        var judged = run.Evaluations.LastOrDefault(one => one.Sentence.English.Length > 0 && !one.Sentence.English.StartsWith("n/a", StringComparison.Ordinal));
        var measured = run.Newest.Take(MostNumbers).Select(pair => $"{ValueNames.Of(pair.Value.Name)} {PageText.Number(pair.Value.Value)}").ToList();
        yield return name + (judged is not null ? $"{judged.Sentence} ({Say("step", "paso")} {PageText.Count(judged.Step)})"
            : measured.Count > 0 ? $"{string.Join(" · ", measured)} ({Say("step", "paso")} {PageText.Count(run.Newest[0].Of.Step)})"
            : Say("nothing was measured yet", "todavía no se midió nada") + (run.Next.Evaluate is { } line ? $": {line}" : ""));
        if (run.Findings.Count > 0) yield return $"  {"",-9} {Say("the doctor found", "el médico halló")} {string.Join(", ", run.Findings.Select(finding => finding.Name).Distinct())}: {new Suggestion("doctor", run.Folder.Path)}";
    }

    private static int Remove(Terminal terminal, RunFolder run, bool yes)
    {
        if (!yes) throw new AdversaException(2017, ExitCode.Usage, new(
            $"This removes {run.Path} with all its checkpoints. If you mean it: {Me} runs rm {Quote(run.Path)} --yes",
            $"Esto borra {run.Path} con todos sus puntos de control. Si es lo que quiere: {Me} runs rm {Quote(run.Path)} --yes"));
        using (RunLock.Take(run.Path)) Directory.Delete(run.Path, recursive: true);
        terminal.ForPrograms("removed", new() { ["run"] = run.Name, ["path"] = run.Path });
        terminal.ForPeople(Say($"Removed {run.Path}.", $"Borrada {run.Path}."));
        return 0;
    }

    /// <summary>The state in the user's language; files and JSON keep the English word.</summary>
    private static string StateWord(string state) => state switch
    {
        "running" => Say("running", "en curso"),
        "finished" => Say("finished", "terminada"),
        "stopped" => Say("stopped", "detenida"),
        "diverged" => Say("diverged", "divergió"),
        "failed" => Say("failed", "falló"),
        _ => Say("new", "nueva"),
    };

    /// <summary>A run whose process died says "running" for ever; its pid tells.</summary>
    private static string State(RunFolder run, JsonObject status)
    {
        var state = status["state"]?.ToString() ?? "new";
        return state == "running" && !Directory.Exists($"/proc/{status["pid"]}") ? "stopped" : state;
    }
}
