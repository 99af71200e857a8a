using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Metrics.Vectors;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Checks;
using Adversa.Training.Checks.Systems;
using Adversa.Training.Recipes;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa check SYSTEM</c>: a system's own proof, and its control that must fail.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal)
    {
        var system = new Argument<string?>("SYSTEM")
        {
            Description = Say("A system such as gan, or one of its checks such as gan-ring.", "Un sistema como gan, o una de sus pruebas como gan-ring."), Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = Say("Every check that has no result here yet.", "Todas las pruebas que aún no tienen resultado aquí.") };
        var again = new Option<bool>("--again") { Description = Say("From the beginning, even what is done or was interrupted.", "Desde el principio, también lo ya hecho o interrumpido.") };
        var list = new Option<bool>("--list") { Description = Say("Show the checks with their newest verdicts.", "Mostrar las pruebas con su último veredicto.") };
        var threads = new WholeOption("--threads", "T", 1, 1024, "Threads of one operation; by default all cores.", "Hilos por operación; por omisión, todos los núcleos.");
        var seed = new WholeOption("--seed", "S", -Recipe.MostSeed, Recipe.MostSeed, "The seed of every training; 0 by default.", "La semilla de cada entrenamiento; 0 por omisión.");
        var folder = Text("--out", "DIR", "Where runs and results are kept; by default runs/checks.", "Dónde se guardan ejecuciones y resultados; por omisión, runs/checks.");
        var vectors = Text("--vectors", "DIR", "With metrics as SYSTEM: answers a folder of reference vectors with results.json on stdout.",
            "Con metrics como SISTEMA: responde a una carpeta de vectores de referencia con results.json por la salida estándar.");
        var command = Command("check", "Runs a system's own proof, and its control that must fail.", "Hace la prueba propia de un sistema, con su control que debe fallar.");
        command.Arguments.Add(system);
        foreach (var option in new Option[] { all, again, list, threads, seed, folder, vectors }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (parsed.PathOf(vectors) is { } reference) return Answer(terminal, parsed.GetValue(system), reference);
            var (chosenSeed, chosenThreads) = (seed.Of(parsed) ?? 0, (int?)threads.Of(parsed));
            var home = Path.GetFullPath(parsed.PathOf(folder) ?? Path.Join(Runs, "checks"));
            if (parsed.GetValue(list)) return List(terminal, Chosen(parsed.GetValue(system), all: parsed.GetValue(system) is null), new(home));
            var checks = Chosen(parsed.GetValue(system), parsed.GetValue(all));
            return ComputeThread.Run(() =>
            {
                Engine.Start(chosenThreads);
                var stop = new StopRequest();
                using var signals = new Signals(stop);
                return (int)new CheckSession(terminal, home, stop).Run(checks, chosenSeed, skipDone: parsed.GetValue(all), parsed.GetValue(again));
            });
        });
        return command;
    }

    /// <summary>The numbers of a folder of reference vectors, as <c>check.py</c> reads them.</summary>
    private static int Answer(Terminal terminal, string? what, string folder)
    {
        if (what != "metrics") throw new AdversaException(2061, ExitCode.Usage, new(
            $"--vectors checks metrics: {ShellWords.Me} check metrics --vectors {ShellWords.Quote(folder)}", $"--vectors comprueba las métricas: {ShellWords.Me} check metrics --vectors {ShellWords.Quote(folder)}"));
        return ComputeThread.Run(() =>
        {
            Engine.Start();
            terminal.Result(VectorFolder.Answer(folder).ToJsonString());
            return 0;
        });
    }

    private static IReadOnlyList<SystemCheck> Chosen(string? name, bool all)
    {
        if (all == name is not null) throw new AdversaException(2061, ExitCode.Usage, new(
            $"check needs a system or --all{(all ? ", not both" : "")}; see them: {ShellWords.Me} check --list",
            $"check necesita un sistema o --all{(all ? ", no ambos" : "")}; véalos: {ShellWords.Me} check --list"));
        if (name is null) return SystemChecks.BuiltIn;
        var known = SystemChecks.BuiltIn.SelectMany(check => new[] { check.System, check.Id }).Distinct().ToList();
        return SystemChecks.Find(name) is { Count: > 0 } found ? found : throw new AdversaException(2060, ExitCode.Usage, new(
            $"There is no check \"{name}\".{(Nearest.To(name, known) is { } near ? $" Did you mean: {near}?" : "")} See them: {ShellWords.Me} check --list",
            $"No existe la prueba «{name}».{(Nearest.To(name, known) is { } cerca ? $" ¿Quiso decir: {cerca}?" : "")} Véalas: {ShellWords.Me} check --list"));
    }

    private static int List(Terminal terminal, IReadOnlyList<SystemCheck> checks, CheckLedger ledger)
    {
        foreach (var check in checks)
        {
            var newest = ledger.Find(check.Id);
            terminal.ForPrograms("check", new() { ["check"] = check.Id, ["system"] = check.System, ["claim"] = check.Claim.English, ["newest"] = newest?.DeepClone() });
            terminal.ForPeople($"{check.Id,-24} {check.Claim}");
            terminal.ForPeople($"{"",-24} {Newest(newest)}");
        }

        return 0;
    }

    private static string Newest(JsonObject? line) => line is null ? Say("not done here yet", "aún no hecha aquí") : string.Create(CultureInfo.InvariantCulture,
        $"{((bool?)line["passed"] == true ? Say("passed", "superada") : Say("FAILED", "NO SUPERADA"))}, {line["date"]?.ToString()[..10]}, {Span(TimeSpan.FromSeconds((double?)line["seconds"] ?? 0))}");
}
