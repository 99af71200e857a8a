using System.Text.Json.Nodes;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Training.Runs;

// What the doctor says, and what becomes of it: the best point is kept, a run past its peak stops, a failing one is rolled back and changed.
public sealed partial class TrainingRun
{
    private (Snapshot State, CheckpointManifest Manifest)? _best;      // the best point, until it is on disk
    private bool _pastPeak;
    private bool _cannotExamine;

    private bool Acts => _workshop.Doctor.Options.Mode == DoctorMode.Act;

    private void Examine()
    {
        var (trainer, doctor) = (_workshop.Trainer, _workshop.Doctor);
        if (_cannotExamine) return;
        Begin(RunWork.Examining);
        Examination examination;
        try
        {
            examination = doctor.Examine(trainer.Round, trainer.Images, trainer.SamplingNetwork);
        }
        catch (Exception e) when (e is not AdversaException)
        {
            _cannotExamine = true;                                    // a training is worth more than who watches it
            Warn(1002, new($"The doctor cannot examine this model and is left out: {e.Message}", $"El médico no puede examinar este modelo y se descarta: {e.Message}"));
            return;
        }

        _side.Took(RunWork.Examining, _activity.Elapsed);
        Tell(new Examined(trainer.Round, examination.Values));
        foreach (var finding in examination.Findings) Tell(new Diagnosed(finding));
        if (examination.IsBest && trainer.NonFinite() is null) Remember();
        if (Acts && examination.Findings.FirstOrDefault(finding => Treatments.Exist(finding.Kind)) is { } failure) Treat(failure, failure.Text);
        else if (examination.IsPastPeak && doctor.Options.WhenWorse == WhenWorse.Stop) StopPastPeak();
    }

    private void Remember()
    {
        _best?.State.Dispose();
        _best = (new Snapshot(_workshop), Manifest());
    }

    /// <summary>Puts the best point on disk; whoever reads a later checkpoint finds there which step it is.</summary>
    private void SaveBest()
    {
        if (_best is not { } best) return;
        _checkpoints.Save(best.State, best.Manifest);
        KeepBest();
        best.State.Dispose();
        _best = null;
    }

    private void KeepBest() => _checkpoints.Keep = _workshop.Doctor.BestStep is >= 0 and var step ? CheckpointManifest.NameOf(step, 0) : null;

    private void StopPastPeak()
    {
        _pastPeak = true;
        var best = _workshop.Doctor.BestStep;
        Warn(4011, new(
            $"The samples have been worse than those of step {best} for long: the run stops. Draw from the best: {ShellWords.Me} sample {ShellWords.Quote(Folder.Path)} --best",
            $"Las muestras son peores que las del paso {best} desde hace tiempo: la ejecución se detiene. Dibuje del mejor: {ShellWords.Me} sample {ShellWords.Quote(Folder.Path)} --best"));
    }

    /// <summary>Goes back to the best point and changes one thing. The step, the order of the data and the random numbers go on: a run never repeats itself, and rerun and resume do the same.</summary>
    /// <exception cref="AdversaException">ADV4013 with exit 6: everything was tried.</exception>
    private void Treat(Diagnosis failure, Text seen)
    {
        var (doctor, schema) = (_workshop.Doctor, _workshop.Source.Schema);
        if (doctor.Changes.Count >= doctor.Options.Tries) throw GivenUp(failure, seen);
        if (Treatments.Next(failure.Kind, _workshop.Recipe, schema) is not var (change, recipe))
        {
            if (failure.Kind == DiagnosisKind.Explosion) throw GivenUp(failure, seen);
            return;                                                   // it was told; no change of this recipe is known to help
        }

        SaveBest();
        var step = Math.Max(0, doctor.BestStep);
        RollBack(doctor.BestStep < 0 ? null : _checkpoints.At(step), recipe, change);
        var (round, tries) = (_workshop.Trainer.Round, $"{doctor.Changes.Count + 1}/{doctor.Options.Tries}");
        Tell(new Treated(round, failure.Kind, step, change.ToJsonString(), new(
            $"{seen.English} Back to the weights of step {step}, with {Plain(change)} ({tries}).",
            $"{seen.Spanish} De vuelta a los pesos del paso {step}, con {Plain(change)} ({tries}).")));
        Save(replaces: true);
    }

    /// <summary>Goes back to the best point; where no point was any good (null), to the first weights.</summary>
    private void RollBack(CheckpointInfo? best, ResolvedRecipe recipe, JsonObject change)
    {
        using var scope = new TensorScope();
        var now = new StateSaver();
        _workshop.VisitState(now);
        var treated = new Workshop(recipe, _workshop.Source, begins: best is null);
        try
        {
            if (best is not null) CheckpointStore.Load(best, treated);
            treated.VisitState(new StatePart(now, IsOfTheLoop));
            treated.Doctor.Treated(treated.Trainer.Round, change);
        }
        catch
        {
            treated.Dispose();
            throw;
        }

        _waitedBefore = treated.Stream.Waited - (_workshop.Stream.Waited - _waitedBefore);
        _workshop.Dispose();
        _workshop = treated;
    }

    /// <summary>What does not go back: where the run stands, its data, its random numbers, what the doctor knows. A round that was begun begins anew.</summary>
    private static bool IsOfTheLoop(string name) => name is "round" or "images" or "images_at_round" or "images_averaged" or "counting" or "noise"
        || name.StartsWith("stream.", StringComparison.Ordinal) || name.StartsWith("doctor.", StringComparison.Ordinal);

    private static string Plain(JsonObject change) => string.Join(", ", change.SelectMany(part => part.Value!.AsObject().Select(pair => $"{pair.Key} = {pair.Value!.ToJsonString().Trim('"')}")));

    private AdversaException GivenUp(Diagnosis failure, Text seen)
    {
        TryQuietly(SaveBest);
        var (tries, best) = (_workshop.Doctor.Changes.Count, _workshop.Doctor.BestStep);
        return new(4013, ExitCode.Diverged, new(
            $"{seen.English} The doctor has tried {tries} changes and gives up. {(best < 0 ? "" : $"The best checkpoint is that of step {best}; ")}{ShellWords.Me} doctor {ShellWords.Quote(Folder.Path)} shows what was tried.",
            $"{seen.Spanish} El médico probó {tries} cambios y desiste. {(best < 0 ? "" : $"El mejor punto de control es el del paso {best}; ")}{ShellWords.Me} doctor {ShellWords.Quote(Folder.Path)} muestra qué se probó."));
    }
}
