using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Training.Runs;

/// <summary>Asks the doctor now and then, and does what follows: the best point is kept, a run past its peak stops, a failing one is rolled back and changed.</summary>
internal sealed class Examining(Sitting sitting, Saving saving) : IHabit
{
    private bool _cannot;

    /// <summary>Whether the run stops: the samples have been worse than the best for long, or have become copies.</summary>
    internal bool IsPastPeak { get; private set; }

    /// <inheritdoc/>
    public bool IsDue => Doctor.IsDue(sitting.Trainer.Round) && (IsSteered || sitting.MayDo(RunWork.Examining));

    private TrainingDoctor Doctor => sitting.Setup.Doctor;

    /// <summary>Whether the examinations change what is learned, or when it ends: then none is left out.</summary>
    private bool IsSteered => sitting.Acts || Doctor.Options is { WhenWorse: WhenWorse.Stop } or { WhenCopying: WhenCopying.Stop };

    /// <inheritdoc/>
    public void Do()
    {
        var (trainer, doctor) = (sitting.Trainer, Doctor);
        if (_cannot) return;
        sitting.Begin(RunWork.Examining);
        Examination examination;
        try
        {
            examination = doctor.Examine(trainer.Round, trainer.Images, trainer.SamplingNetwork);
        }
        catch (Exception e) when (e is not AdversaException)
        {
            _cannot = true;                                           // a training is worth more than who watches it
            sitting.Warn(1002, Words.DoctorCannotExamineModel(e.Message));
            return;
        }

        sitting.Took(RunWork.Examining);
        sitting.Tell(new Examined(trainer.Round, examination.Values));
        foreach (var finding in examination.Findings) sitting.Tell(new Diagnosed(finding));
        if (examination.IsBest && trainer.NonFinite() is null) saving.Remember();
        if (sitting.Acts && examination.Findings.FirstOrDefault(finding => Treatments.Exist(finding.Kind)) is { } failure) Treat(failure, failure.Text);
        else if (examination.IsCopying && doctor.Options.WhenCopying == WhenCopying.Stop) StopCopying();
        else if (examination.IsPastPeak && doctor.Options.WhenWorse == WhenWorse.Stop) StopPastPeak();
    }

    /// <summary>Goes back to the best point and changes one thing. The step, the order of the data and the random numbers go on: a run never repeats itself, and rerun and resume do the same.</summary>
    /// <exception cref="AdversaException">ADV4013 with exit 6: everything was tried.</exception>
    internal void Treat(Diagnosis failure, Text seen)
    {
        var doctor = Doctor;
        if (doctor.Changes.Count >= doctor.Options.Tries) throw GivenUp(seen);
        if (Treatments.Next(failure.Kind, sitting.Setup.Plan, sitting.Setup.Model.OptionDials, sitting.Setup.Source.Schema) is not var (change, plan))
        {
            if (failure.Kind == DiagnosisKind.Explosion) throw GivenUp(seen);
            return;                                                   // it was told; no change of this recipe is known to help
        }

        saving.SaveBest();
        var step = Math.Max(0, doctor.BestStep);
        RollBack(doctor.BestStep < 0 ? null : saving.At(step), plan, change);
        var tries = $"{doctor.Changes.Count + 1}/{doctor.Options.Tries}";
        sitting.Tell(new Treated(sitting.Trainer.Round, failure.Kind, step, change.ToJsonString(), Words.BackToWeightsOfStep(seen, step, Plain(change), tries)));
        saving.Do(replaces: true);
    }

    private void StopPastPeak()
    {
        IsPastPeak = true;
        var (best, run) = (Doctor.BestStep, ShellWords.Quote(sitting.Folder.Path));
        sitting.Warn(4011, Words.SamplesHaveWorseThanThose(best, ShellWords.Me, run));
    }

    /// <summary>Goes back to the best point before the samples became copies, and stops; where there was none, it stays.</summary>
    private void StopCopying()
    {
        IsPastPeak = true;
        saving.SaveBest();
        var (best, now) = (Doctor.BestStep, sitting.Trainer.Round);
        if (best >= 0) RollBack(saving.At(best), sitting.Setup.Plan, change: null);
        sitting.Warn(4015, best >= 0 ? Words.SamplesBecameCopies(now, best) : Words.SamplesWereCopiesFromTheStart(now));
    }

    /// <summary>Goes back to the best point; where no point was any good (null), to the first weights.</summary>
    private void RollBack(CheckpointInfo? best, Plan plan, JsonObject? change)
    {
        using var scope = new TensorScope();
        var now = new StateSaver();
        sitting.Setup.VisitState(now);
        var treated = new Setup(plan, sitting.Setup.Source, begins: best is null);
        try
        {
            if (best is not null) CheckpointStore.Load(best, treated);
            treated.VisitState(new StatePart(now, IsOfTheLoop));
            if (change is not null) treated.Doctor.Treated(treated.Trainer.Round, change);
        }
        catch
        {
            treated.Dispose();
            throw;
        }

        sitting.GoOnWith(treated);
    }

    /// <summary>What does not go back: where the run stands, its data, its random numbers, what the doctor knows. A round that was begun begins anew.</summary>
    private static bool IsOfTheLoop(string name) => name is "round" or "images" or "images_at_round" or "images_averaged" or "counting" or "noise"
        || name.StartsWith("stream.", StringComparison.Ordinal) || name.StartsWith("doctor.", StringComparison.Ordinal);

    private static string Plain(JsonObject change) => string.Join(", ", change.SelectMany(part => part.Value!.AsObject().Select(pair => $"{pair.Key} = {pair.Value!.ToJsonString().Trim('"')}")));

    private AdversaException GivenUp(Text seen)
    {
        Quietly.Try(saving.SaveBest);
        var (tries, best, run) = (Doctor.Changes.Count, Doctor.BestStep, ShellWords.Quote(sitting.Folder.Path));
        return new(4013, ExitCode.Diverged, Words.DoctorHasTriedChangesAndGives(seen, tries, best < 0 ? Text.None : Words.BestCheckpointIsOfStep(best), ShellWords.Me, run));
    }
}
