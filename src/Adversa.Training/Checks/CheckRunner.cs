using System.Diagnostics;
using Adversa.Torch;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Checks;

/// <summary>Does checks: each part is an ordinary run in a folder of its own, so that an interrupted check goes on where it stood.</summary>
/// <param name="folder">Where the checks' runs are kept.</param>
/// <param name="stop">Asks to save and end.</param>
public sealed class CheckRunner(string folder, StopRequest stop)
{
    /// <summary>Told the name of each part before it begins.</summary>
    public Action<CheckPlan, string>? Begins { get; init; }

    /// <summary>Gives who watches a training.</summary>
    public Func<ITrainObserver>? Watch { get; init; }

    /// <summary>Told the share done while a judge is trained.</summary>
    public Action<double>? Judging { get; init; }

    /// <summary>Told of damaged checkpoints and the like.</summary>
    public Action<int, Text> Warn { get; init; } = static (_, _) => { };

    /// <summary>Does a check.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="anew">Whether runs of the same hash that are there are removed first; else they are gone on with.</param>
    /// <returns>The verdict; null when asked to stop.</returns>
    public CheckResult? Run(CheckPlan plan, bool anew)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var home = Path.Join(folder, plan.Check.Id, plan.Hash[..8]);
        if (anew && Directory.Exists(home)) Directory.Delete(home, recursive: true);
        var results = new List<PartResult>();
        foreach (var part in plan.Parts)
        {
            Begins?.Invoke(plan, part.Name);
            if (Do(plan, part, new RunFolder(Path.Join(home, part.Name)), results) is not { } result) return null;
            results.Add(result);
        }

        return new(plan.Check, plan.Hash, plan.Seed, results[..^1], results[^1]);
    }

    private PartResult? Do(CheckPlan plan, CheckPart part, RunFolder run, List<PartResult> earlier)
    {
        if (part.Plan is null) return Measured(part, new CheckRun(plan.Seed, null, null, earlier, Judging), null);
        try
        {
            if (!UnattendedRun.Finish(run, part.Plan, part.Source!, $"{ShellWords.Me} check {plan.Check.Id}", Watch, stop, Warn)) return null;
        }
        catch (AdversaException e) when (e.Code == 4001)
        {
            Warn(e.Code, e.Text);
            return new(part.Name, (long?)run.Status["step"] ?? 0, (double?)run.Status["seconds"] ?? 0, run.Path, Diverged: true, [], [.. part.Bars.Select(bar => new BarResult(bar, double.NaN))]);
        }

        using var trained = new TrainedModel(run, Warn);
        return Measured(part, new CheckRun(plan.Seed, trained, run, earlier, Judging), trained);
    }

    private static PartResult Measured(CheckPart part, CheckRun run, TrainedModel? trained)
    {
        var clock = Stopwatch.StartNew();
        using var scope = new TensorScope();
        var values = part.Measure(run);
        var bars = part.Bars.Select(bar => new BarResult(bar, values.First(value => value.Name == bar.Metric).Value)).ToList();
        return new(part.Name, trained?.Manifest.Step ?? 0, Math.Round((trained?.Manifest.Seconds ?? 0) + clock.Elapsed.TotalSeconds, 1), trained is null ? null : run.Folder.Path, Diverged: false, values, bars);
    }
}
