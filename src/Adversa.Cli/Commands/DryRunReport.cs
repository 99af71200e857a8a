using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Training;
using Adversa.Training.Forecasts;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>train --dry-run</c>: what a run would cost.</summary>
internal static class DryRunReport
{
    internal static int Tell(Terminal terminal, Plan plan, ISampleSource source)
    {
        foreach (var note in source.Notes) terminal.Warn(3046, note);
        using var setup = new Setup(plan, source);
        foreach (var (code, note) in TestSamples.Said(setup.HeldOut, source)) terminal.Warn(code, note);
        var recipe = plan.Recipe;
        var steps = recipe.Steps >= Arguments.Unlimited ? Words.AsManyStepsAsFit.ToString() : string.Create(CultureInfo.InvariantCulture, $"{recipe.Steps} ") + Words.StepsWord.ToString();
        terminal.ForPeople(Words.WouldTrainBatch(recipe.Variant, plan.Preset.Name, recipe.Data, Sentences.Schema(source.Schema), steps, recipe.Batch).ToString());
        var cost = Cost(terminal, setup);
        if (terminal.Json)
        {
            terminal.ForPrograms("dry_run", new()
            {
                ["variant"] = recipe.Variant, ["data"] = recipe.Data, ["batch"] = recipe.Batch, ["steps"] = recipe.Steps,
                ["ms_per_step"] = Rounded(1000 * cost.SecondsPerStep, 2), ["img_s"] = Rounded(cost.ImagesPerSecond, 1), ["seconds"] = Rounded(cost.Duration?.TotalSeconds, 0),
                ["memory_bytes"] = cost.Memory, ["disk_bytes"] = cost.Disk, ["recipe"] = recipe.ToJson(),
            });
            return 0;
        }

        var (memory, time) = (cost.Memory is { } bytes ? Reports.Bytes(bytes) : "?", cost.Duration is { } span ? Arguments.Span(span) : "?");
        var (speed, how) = (cost.ImagesPerSecond is { } rate ? Number(rate) : "?",
            cost.Measured > 0 ? Words.MeasuredSteps(cost.Measured).ToString() : cost.SecondsPerStep is null ? "" : Words.ByStepsOfSmallBatches.ToString());
        terminal.ForPeople(Words.MemoryDiskTimeImagesS(memory, Reports.Bytes(cost.Disk), time, speed, how).ToString());
        foreach (var (path, origin) in plan.Origins.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => !pair.Value.StartsWith("preset", StringComparison.Ordinal)))
            terminal.Talk($"  {path} ← {origin}");
        terminal.ForPeople(Words.NothingWritten.ToString());
        return 0;
    }

    /// <summary>What the run would take: where a step may take long or much, as forecast before it begins; else measured here.</summary>
    /// <exception cref="AdversaException">ADV5014: the memory does not suffice.</exception>
    private static DryRun Cost(Terminal terminal, Setup setup)
    {
        if (ProbeNeed.IsWorth(setup))
        {
            var stop = new StopRequest();
            using var signals = new Signals(stop);
            return DryRun.Of(setup, Prospect.Look(terminal, setup, stop));
        }

        var cost = DryRun.Measure(setup);
        if (Outlook.FewSteps(setup.Plan, cost.SecondsPerStep) is { } few) terminal.Talk(few.ToString());
        return cost;
    }

    private static string Number(double number) => number.ToString(number < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static double? Rounded(double? number, int digits) => number is { } known ? Math.Round(known, digits) : null;
}
