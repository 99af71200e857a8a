using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Training.Runs;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa runs list|show|rm</c></summary>
internal static class RunsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = Command("runs", "Lists, shows and removes runs.", "Lista, muestra y borra ejecuciones.");
        var list = Command("list", "All runs, newest first.", "Todas las ejecuciones, la más nueva primero.");
        list.SetAction(_ => List(terminal));

        var run = Run();
        var show = Command("show", "One run: state, recipe, command.", "Una ejecución: estado, receta, orden.");
        show.Arguments.Add(run);
        show.SetAction(parsed => Show(terminal, RunFolder.Find(Runs, parsed.GetValue(run)!)));

        var doomed = Run();
        var yes = new Option<bool>("--yes") { Description = Say("Really remove it.", "Borrarla de verdad.") };
        var remove = Command("rm", "Removes a run with all its checkpoints.", "Borra una ejecución con todos sus puntos de control.");
        remove.Arguments.Add(doomed);
        remove.Options.Add(yes);
        remove.SetAction(parsed => Remove(terminal, RunFolder.Find(Runs, parsed.GetValue(doomed)!), parsed.GetValue(yes)));
        foreach (var sub in new[] { list, show, remove }) command.Subcommands.Add(sub);
        return command;
    }

    private static int List(Terminal terminal)
    {
        var runs = RunFolder.List(Runs);
        if (runs.Count == 0) terminal.Talk(Say($"There is no run in {Runs} yet. Start one: adversa train digits", $"Todavía no hay ejecuciones en {Runs}. Inicie una: adversa train digits"));
        else terminal.ForPeople($"{Say("RUN", "EJECUCIÓN"),-44} {Say("STATE", "ESTADO"),-10} {Say("STEP", "PASO"),10} {Say("IMAGES", "IMÁGENES"),12}");
        foreach (var run in runs)
        {
            var status = run.Status;
            var state = State(run, status);
            if (terminal.Json) terminal.Result(new JsonObject
            {
                ["v"] = 1, ["run"] = run.Name, ["path"] = run.Path, ["state"] = state, ["step"] = status["step"]?.DeepClone(), ["total"] = status["total"]?.DeepClone(), ["images"] = status["images"]?.DeepClone(),
            }.ToJsonString());
            else terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{Terminal.Escape(run.Name),-44} {state,-10} {status["step"]?.ToString() ?? "–",10} {status["images"]?.ToString() ?? "–",12}"));
        }

        return 0;
    }

    private static int Show(Terminal terminal, RunFolder run)
    {
        var json = new JsonObject { ["v"] = 1, ["run"] = run.Name, ["path"] = run.Path, ["command"] = run.Command, ["status"] = run.Status, ["recipe"] = run.Recipe, ["environment"] = run.Environment };
        if (terminal.Json)
        {
            terminal.Result(json.ToJsonString());
            return 0;
        }

        terminal.Result($"{run.Path}\n  {Say("command", "orden")}: {Terminal.Escape(run.Command)}\n  {Say("state", "estado")}: {State(run, run.Status)}, {Say("step", "paso")} {run.Status["step"]} / {run.Status["total"]}");
        foreach (var (name, value) in run.Recipe)
            if (value is JsonObject options) foreach (var (option, inner) in options) terminal.Result($"  {name}.{option} = {Terminal.Escape(inner?.ToString() ?? "")}");
            else terminal.Result($"  {name} = {Terminal.Escape(value?.ToString() ?? "")}");
        return 0;
    }

    private static int Remove(Terminal terminal, RunFolder run, bool yes)
    {
        if (!yes) throw new AdversaException(2017, ExitCode.Usage, new(
            $"This removes {run.Path} with all its checkpoints. If you mean it: adversa runs rm {Quote(run.Path)} --yes",
            $"Esto borra {run.Path} con todos sus puntos de control. Si es lo que quiere: adversa runs rm {Quote(run.Path)} --yes"));
        using (RunLock.Take(run.Path)) Directory.Delete(run.Path, recursive: true);
        terminal.ForPeople(Say($"Removed {run.Path}.", $"Borrada {run.Path}."));
        return 0;
    }

    /// <summary>A run whose process died says "running" for ever; its pid tells.</summary>
    private static string State(RunFolder run, JsonObject status)
    {
        var state = status["state"]?.GetValue<string>() ?? "new";
        return state == "running" && status["pid"]?.GetValue<int>() is { } pid && !Directory.Exists($"/proc/{pid}") ? "stopped" : state;
    }
}
