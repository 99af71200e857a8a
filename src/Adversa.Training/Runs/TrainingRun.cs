using Adversa.Data.Opening;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;

namespace Adversa.Training.Runs;

/// <summary>A training with a folder: locked, logged, saved and resumable at any instant.</summary>
public sealed partial class TrainingRun : IDisposable
{
    private readonly RunLock _lock;
    private readonly bool _resumed;
    private readonly Sitting _sitting;
    private readonly Reporting _reporting;
    private readonly Examining _examining;
    private readonly Drawing _drawing;
    private readonly Saving _saving;
    private readonly Averaging _averaging;
    private readonly IHabit[] _habits;       // in the order in which they are done

    private TrainingRun(RunFolder folder, Recipe recipe, Setup setup, RunLock taken, string id, CheckpointInfo? checkpoint, bool isResumed)
    {
        (Folder, _lock, _resumed) = (folder, taken, isResumed);
        _sitting = new(folder, id, recipe, setup, new(new RunLogs(folder.Path, isResumed ? setup.Trainer.Round : null))) { SecondsBefore = checkpoint?.Manifest?.Seconds ?? 0 };
        _saving = new(_sitting) { SafeStep = checkpoint?.Step ?? -1 };
        (_reporting, _examining, _drawing, _averaging) = (new(_sitting), new(_sitting, _saving), new(_sitting), new(_sitting));
        _habits = [_reporting, _examining, _drawing, _averaging, _saving];
        _sitting.ForgetAverages();
    }

    /// <summary>Where the run is kept.</summary>
    public RunFolder Folder { get; }

    /// <summary>Whether the run's page was written at its end.</summary>
    public bool HasReport { get; private set; }

    /// <summary>What is trained.</summary>
    public Setup Setup => _sitting.Setup;

    /// <summary>What the run is doing now; any thread may ask.</summary>
    public RunActivity Activity => _sitting.Activity;

    private Trainer Trainer => _sitting.Trainer;

    /// <summary>Adds somebody who is told what happens.</summary>
    /// <param name="observer">Watches; one that throws is reported and dropped.</param>
    public void Watch(ITrainObserver observer) => _sitting.Voice.Add(observer);

    /// <summary>Trains to the end, to the time limit, or until asked to stop; saved when it returns, and when the data fails.</summary>
    /// <param name="stop">Asks to finish the step, save and end.</param>
    /// <returns>How the command should end: 0, or the code of whoever asked to stop.</returns>
    /// <exception cref="AdversaException">ADV4001: diverged. ADV5007: the last step could not be saved.</exception>
    public ExitCode Go(StopRequest stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        _sitting.Start();
        SayStart();
        try
        {
            Begin();
            while (Trainer.Round < _sitting.Recipe.Steps && stop.Exit is null && !_sitting.TimeIsUp && !_examining.IsPastPeak) Step(stop);
            Finish(stop);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Diverged)
        {
            End("diverged");
            throw;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            if (!Trainer.IsWithinUpdate) Quietly.Try(_saving.Do);    // a batch that did not come has changed nothing: this point is exact
            End("failed");
            throw;
        }
        catch (AdversaException e) when (e.Code == 5002 && SmallerBatch() is > 0 and var smaller)
        {
            End("failed");
            var (batch, parts) = (_sitting.Recipe.Batch, _sitting.Recipe.Accumulate);
            var together = parts * ((batch + smaller - 1) / smaller);
            throw new AdversaException(5002, ExitCode.Resource, Words.MemoryRanOutAtBatch(e.Text, batch, smaller, together), e);
        }
        catch
        {
            End("failed");                                           // an update may have stopped half-way: only the last checkpoint is safe
            throw;
        }

        return Conclude(stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _saving.Dispose();
        _sitting.Dispose();
        _lock.Dispose();
    }

    /// <summary>What is done before the first round.</summary>
    private void Begin()
    {
        var isNew = Trainer.Round == 0 && Trainer.AtBoundary;
        if (isNew && _drawing.MayBegin()) _drawing.Do();
        if (isNew && _sitting.Acts) _examining.Do();                                   // where to go back to
        if (_sitting.Recipe.From is not null && _saving.SafeStep < 0) _saving.Do();    // from here on the run in `from` is not needed
    }

    /// <summary>One round, or what is left of it, and the habits; one that explodes is treated where that is asked for.</summary>
    private void Step(StopRequest stop)
    {
        try
        {
            Round(stop);
            if (!Trainer.AtBoundary) return;                         // asked to stop within a round: the checkpoint holds the place
            foreach (var habit in _habits)
                if (habit.IsDue) habit.Do();
        }
        catch (AdversaException e) when (e.Code == 4001 && _sitting.Acts)
        {
            _examining.Treat(new(Trainer.Round, DiagnosisKind.Explosion, new Dictionary<string, double>()), e.Text);
        }
    }

    private void Round(StopRequest stop)
    {
        var read = _reporting.Begin();
        do
        {
            _sitting.Begin(RunWork.Update);
            _reporting.Take(Trainer.Update(read));
        }
        while (!Trainer.AtBoundary && stop.Exit is null);

        _sitting.Begin(RunWork.Between);
    }

    private void Finish(StopRequest stop)
    {
        var (recipe, isPastPeak) = (_sitting.Recipe, _examining.IsPastPeak);
        var finished = Trainer.Round >= recipe.Steps || (stop.Exit is null && (_sitting.TimeIsUp || isPastPeak));
        _averaging.DoAtTheEnd();
        _saving.Do();
        if (finished && recipe.Minutes > 0 && Trainer.Round < recipe.Steps)
        {
            _sitting.Recipe = recipe with { Steps = Math.Max(1, Trainer.Round), Minutes = 0 };      // what was reached is what repeats the run
            Quietly.Try(() => Folder.WriteRecipe(_sitting.Recipe, origins: null));
            _drawing.Do();
        }

        if (isPastPeak) _drawing.Do();
        if (finished) Quietly.Try(() => Timeline.Write(Folder));
        if (finished) Quietly.Try(() => Strip.Write(Folder, Setup.Source.Schema));
        End(finished ? "finished" : "stopped");
    }

    private void End(string state)
    {
        _sitting.Stop();
        var (elapsed, images) = (_sitting.Elapsed.TotalSeconds, Trainer.Images - _sitting.ImagesBefore);
        _sitting.Tell(new RunEnded(Trainer.Round, state, Trainer.Images, TimeSpan.FromSeconds(_sitting.Seconds), images / Math.Max(1e-9, elapsed)) { DataWait = _sitting.Wait.Share });
        _reporting.WriteStatus(state, 0);
        HasReport = Quietly.Try(() => RunPage.Write(new RunRecord(Folder, () => state == "finished" ? NextSteps.Of(Setup, Folder.Path) : NextSteps.None), RunPage.PathOf(Folder)));
    }

    /// <summary>At most half the batch, as the system takes it; 0 when there is none.</summary>
    private int SmallerBatch()
    {
        var (recipe, batch) = (_sitting.Recipe, _sitting.Recipe.Batch / 2);
        while (batch > 0 && !Forecasts.StepProbe.IsAllowed(recipe, Setup.Source.Schema, batch)) batch--;
        return batch;
    }

    /// <summary>How the command should end: what could not be written is said now.</summary>
    private ExitCode Conclude(StopRequest stop)
    {
        if (_saving.Unsaved is { } reason) throw new AdversaException(5007, ExitCode.Resource, Words.StepReachedButCouldNot(Trainer.Round, reason, _saving.Safe, ShellWords.Me, ShellWords.Quote(Folder.Path)));
        if (_sitting.Voice.LogProblem is { } problem) throw new AdversaException(5008, ExitCode.Resource, Words.RunIsSavedButLogsCould(problem));
        return stop.Exit ?? ExitCode.Done;
    }

    /// <summary>That the run begins, and what is to be known of its data and weights.</summary>
    private void SayStart()
    {
        var (recipe, setup) = (_sitting.Recipe, Setup);
        var (weights, goesOn) = (Trainer.TensorsOf(setup.Model, average: null).Count, recipe.From is not null && !setup.Plan.Variant.NeedsSource && !_resumed);
        _sitting.Tell(new RunStarted(Trainer.Round, Folder.Path, recipe.Variant, recipe.Data, setup.Source.Schema, recipe.Steps, setup.Stream.BatchSize,
            recipe.Seed, Engine.Threads, setup.Parameters(), _resumed)
        {
            Augment = recipe.Augment, Accumulate = recipe.Accumulate, From = recipe.From, Minutes = recipe.Minutes, Weights = goesOn ? weights : 0, WeightsTaken = goesOn ? weights - setup.Untaken.Count : 0,
            AnswersByScores = setup.Model.AnswersByScores,
            DoctorLacks = setup.Doctor.Lacks, Before = TimeSpan.FromSeconds(_sitting.SecondsBefore),
        });
        foreach (var note in setup.Source.Notes) _sitting.Warn(3046, note);
        foreach (var (code, note) in TestSamples.Said(setup.HeldOut, setup.Source)) _sitting.Warn(code, note);
        if (setup.Untaken is { Count: > 0 } untaken) SayUntaken(untaken, weights);
        foreach (var warning in setup.Stream.Warnings) _sitting.Warn(3011, warning);
    }

    private void SayUntaken(IReadOnlyList<Misfit> names, int all)
    {
        var (list, recipe) = (string.Join(", ", names.Take(6)) + (names.Count > 6 ? ", …" : ""), _sitting.Recipe);
        var (then, now) = (recipe.Source!.Schema, Setup.Source.Schema);
        var data = then == now ? Text.None : Words.ItLearnedOtherSamples(then, now);
        _sitting.Warn(6012, Words.OfWeightsBeginAnewBecauseHas(names.Count, all, recipe.From, list, data));
    }
}
