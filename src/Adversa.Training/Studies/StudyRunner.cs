using Adversa.Data;
using Adversa.Metrics.Evaluation;
using Adversa.Torch;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Training.Studies;

/// <summary>Does the runs of a study, each in a folder of its own. Every finished one is a line of the ledger; what is there is not done again.</summary>
/// <param name="folder">The study's folder.</param>
/// <param name="stop">Asks to save and end.</param>
public sealed class StudyRunner(string folder, StopRequest stop)
{
    private const int Diverged = 4001;
    private readonly StudyLedger _ledger = new(folder);

    /// <summary>Told of each run before it begins, with how many are finished.</summary>
    public Action<StudyCell, int>? Begins { get; init; }

    /// <summary>Told of each finished run.</summary>
    public Action<CellResult>? Ends { get; init; }

    /// <summary>Gives who watches a training.</summary>
    public Func<ITrainObserver>? Watch { get; init; }

    /// <summary>Told the share done while a judge is trained.</summary>
    public Action<double>? Judging { get; init; }

    /// <summary>Told of damaged checkpoints and the like.</summary>
    public Action<int, Text> Warn { get; init; } = static (_, _) => { };

    /// <summary>Does what is left of a study.</summary>
    /// <param name="plan">The study.</param>
    /// <returns>All results that belong to it; null when asked to stop.</returns>
    /// <exception cref="AdversaException">ADV2082: nobody judges this data, or not by this number.</exception>
    public StudyResult? Run(StudyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var recipe = plan.Cells[0].Plan.Recipe;
        var data = plan.Cells[0].Plan.OpenData(plan.Cells[0].Source);
        using var judge = JudgeBench.Open(data, plan.Cells[0].Source.Schema, Judging) ?? throw new AdversaException(2082, ExitCode.Usage, Words.NoJudgeKnowsTruth(recipe.Data));
        var done = _ledger.All().ToDictionary(cell => cell.Hash, StringComparer.Ordinal);
        var real = Real(plan, data, judge, done);
        if (!real.Values.Any(value => value.Name == plan.Study.Metric)) throw new AdversaException(2082, ExitCode.Usage, Words.JudgeSaysNothingCalled(recipe.Data, plan.Study.Metric, string.Join(", ", real.Values.Select(value => value.Name))));
        foreach (var cell in plan.Cells)
        {
            if (done.ContainsKey(cell.Hash)) continue;
            if (stop.Exit is not null) return null;
            Begins?.Invoke(cell, plan.Cells.Count(other => done.ContainsKey(other.Hash)));
            if (Do(plan, cell, judge) is not { } result) return null;
            _ledger.Append(result);
            done[cell.Hash] = result;
            Ends?.Invoke(result);
        }

        return new(plan.Study, real, [.. plan.Cells.Select(cell => done[cell.Hash])]);
    }

    private CellResult? Do(StudyPlan plan, StudyCell cell, IJudge judge)
    {
        var run = new RunFolder(Path.Join(folder, "runs", cell.Name));
        try
        {
            if (!UnattendedRun.Finish(run, cell.Plan, cell.Source, plan.Study.Again.ToString(), Watch, stop, Warn)) return null;
        }
        catch (AdversaException e) when (e.Code == Diverged)
        {
            Warn(e.Code, e.Text);
            return new(cell.System, cell.Seed, cell.Budget.Kind, cell.Hash, (long?)run.Status["step"] ?? 0, (long?)run.Status["images"] ?? 0, (double?)run.Status["seconds"] ?? 0, [], [], run.Path);
        }

        using var scope = new TensorScope();
        using var trained = new TrainedModel(run, Warn);
        var draws = Enumerable.Range(0, plan.Study.Draws).Select(draw => judge.Judge(SampleSheet.Values(trained.Model, trained.SamplingNetwork, SampleSheet.Seeds((long)draw * plan.Study.Count, plan.Study.Count))).Values).ToList();
        return Result(cell.System, cell.Seed, cell.Budget.Kind, cell.Hash, trained.Manifest.Step, trained.Manifest.Images, trained.Manifest.Seconds, draws, run.Path);
    }

    /// <summary>What a perfect generator would score: real samples that were not learned from, where there are such, in place of drawn ones.</summary>
    private CellResult Real(StudyPlan plan, RunData data, IJudge judge, Dictionary<string, CellResult> done)
    {
        var hash = $"real {data.Train.Fingerprint} {plan.Study.Count}";
        if (done.TryGetValue(hash, out var known)) return known;
        var unseen = data.TestOfSameClasses ?? data.Train;
        var read = SpreadSamples.Read(unseen, plan.Study.Count);
        if (read.Note is { } note) Warn(3012, note);
        var result = Result("", 0, "", hash, 0, 0, 0, [judge.Judge(read.Values).Values], "");
        _ledger.Append(result);
        return result;
    }

    private static CellResult Result(string system, long seed, string budget, string hash, long step, long images, double seconds, List<IReadOnlyList<Measured>> draws, string folder)
    {
        var names = draws[0].Select(value => value.Name).ToList();
        var values = names.ConvertAll(name => draws.ConvertAll(draw => draw.First(value => value.Name == name).Value));
        return new(system, seed, budget, hash, step, images, seconds, [.. names.Zip(values, (name, all) => (name, all.Average()))],
            draws.Count < 2 ? [] : [.. names.Zip(values, (name, all) => (name, Math.Sqrt(all.Sum(value => (value - all.Average()) * (value - all.Average())) / (all.Count - 1))))], folder);
    }
}
