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
            Description = Words.SystemSuchAsGanOrOne.ToString(), Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = Words.EveryCheckHasNoResultHere.ToString() };
        var again = new Option<bool>("--again") { Description = Words.FromBeginningEvenWhatIsDone.ToString() };
        var list = new Option<bool>("--list") { Description = Words.ShowChecksWithTheirNewestVerdicts.ToString() };
        var threads = new WholeOption("--threads", "T", 1, 1024, Words.ThreadsOfOneOperation);
        var seed = new WholeOption("--seed", "S", -Recipe.MostSeed, Recipe.MostSeed, Words.SeedOfEveryTraining);
        var folder = Text("--out", "DIR", Words.WhereRunsAndResultsAreKept);
        var vectors = Text("--vectors", "DIR", Words.WithMetricsAsSYSTEM);
        var device = new DeviceOption();
        var command = Command("check", Words.RunsSystemsOwnProofAndControl);
        command.Arguments.Add(system);
        foreach (var option in new Option[] { all, again, list, threads, device, seed, folder, vectors }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (parsed.PathOf(vectors) is { } reference) return Answer(terminal, parsed.GetValue(system), reference);
            var (chosenSeed, chosenThreads) = (seed.Of(parsed) ?? 0, (int?)threads.Of(parsed));
            var home = Path.GetFullPath(parsed.PathOf(folder) ?? Path.Join(Runs, "checks"));
            if (parsed.GetValue(list)) return List(terminal, Chosen(parsed.GetValue(system), all: parsed.GetValue(system) is null), new(home));
            var checks = Chosen(parsed.GetValue(system), parsed.GetValue(all));
            return ComputeThread.Run(() =>
            {
                device.Start(parsed, chosenThreads);
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
        if (what != "metrics") throw new AdversaException(2061, ExitCode.Usage, Words.VectorsChecksMetrics(ShellWords.Me, ShellWords.Quote(folder)));
        return ComputeThread.Run(() =>
        {
            Engine.Start();
            terminal.Result(VectorFolder.Answer(folder).ToJsonString());
            return 0;
        });
    }

    private static IReadOnlyList<SystemCheck> Chosen(string? name, bool all)
    {
        if (all == name is not null) throw new AdversaException(2061, ExitCode.Usage, Words.CheckNeedsSystemOrAll(all ? Words.NotBoth : Text.None, ShellWords.Me));
        if (name is null) return SystemChecks.BuiltIn;
        var known = SystemChecks.BuiltIn.SelectMany(check => new[] { check.System, check.Id }).Distinct().ToList();
        return SystemChecks.Find(name) is { Count: > 0 } found ? found : throw new AdversaException(2060, ExitCode.Usage, Words.IsNoCheck(name, Nearest.To(name, known) is { } near ? Words.DidYouMean(near) : Text.None, ShellWords.Me));
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

    private static string Newest(JsonObject? line) => line is null ? Words.NotDoneHereYet.ToString() : string.Create(CultureInfo.InvariantCulture,
        $"{((bool?)line["passed"] == true ? Words.Passed.ToString() : Words.CheckFailed.ToString())}, {line["date"]?.ToString()[..10]}, {Span(TimeSpan.FromSeconds((double?)line["seconds"] ?? 0))}");
}
