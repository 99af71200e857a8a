using Adversa.Formats.Disk;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Training.Runs;

/// <summary>Saves a checkpoint now and then, and the best point before it is overtaken. A disk that says no costs a warning, never the run.</summary>
internal sealed class Saving : IHabit, IDisposable
{
    private const int TimesInRun = 10;
    private static readonly TimeSpan WarnAgain = TimeSpan.FromMinutes(1);

    private readonly Sitting _sitting;
    private readonly CheckpointStore _checkpoints;
    private (Snapshot State, CheckpointManifest Manifest)? _best;      // the best point, until it is on disk
    private TimeSpan _savedAt;
    private TimeSpan? _warnedAt;

    /// <summary>Keeps what a resumed run has.</summary>
    internal Saving(Sitting sitting)
    {
        (_sitting, _checkpoints) = (sitting, sitting.Folder.Checkpoints);
        KeepBest();
    }

    /// <summary>The newest step that is on disk; -1 for none.</summary>
    internal long SafeStep { get; set; } = -1;

    /// <summary>Why the newest point is not on disk; null when it is.</summary>
    internal Text? Unsaved { get; private set; }

    /// <inheritdoc/>
    public bool IsDue => _sitting.IsDue(_sitting.Recipe.CheckpointEvery, _savedAt, TimesInRun) && _sitting.MayDo(RunWork.Saving) && _sitting.Trainer.Round < _sitting.Recipe.Steps;

    /// <inheritdoc/>
    public void Do() => Do(replaces: false);

    /// <summary>Saves.</summary>
    /// <param name="replaces">Whether a checkpoint of this step is replaced.</param>
    /// <exception cref="AdversaException">ADV4001: a weight is not finite, which is never published.</exception>
    internal void Do(bool replaces)
    {
        var trainer = _sitting.Trainer;
        _savedAt = _sitting.Elapsed;
        if (trainer.NonFinite() is { } bad) throw new AdversaException(4001, ExitCode.Diverged, Words.HoldsNaNOrInfinityAtStep(bad, trainer.Round, Safe));
        _sitting.Voice.Sync();
        _sitting.Begin(RunWork.Saving);
        try
        {
            SaveBest();
            var path = _checkpoints.Save(_sitting.Setup, Manifest(), replaces);
            (SafeStep, Unsaved) = (trainer.Round, null);
            _sitting.Took(RunWork.Saving);
            _sitting.Tell(new CheckpointSaved(trainer.Round, path));
        }
        catch (IOException e)
        {
            SayUnsaved(DiskTrouble.Of(e.InnerException ?? e));
        }
    }

    /// <summary>Keeps this point in memory as the best so far.</summary>
    internal void Remember()
    {
        _best?.State.Dispose();
        _best = (new Snapshot(_sitting.Setup), Manifest());
    }

    /// <summary>Puts the best point on disk; whoever reads a later checkpoint finds there which step it is.</summary>
    internal void SaveBest()
    {
        if (_best is not { } best) return;
        _checkpoints.Save(best.State, best.Manifest);
        KeepBest();
        best.State.Dispose();
        _best = null;
    }

    /// <summary>The checkpoint of a step.</summary>
    internal CheckpointInfo At(long step) => _checkpoints.At(step);

    /// <summary>What is safe, in words.</summary>
    internal Text Safe => SafeStep < 0 ? Words.NothingIsSafeYet : Words.NewestSafeStep(SafeStep);

    /// <inheritdoc/>
    public void Dispose() => _best?.State.Dispose();

    private void SayUnsaved(Text reason)
    {
        Unsaved = reason;
        if (_warnedAt is { } last && _sitting.Elapsed - last < WarnAgain) return;
        _warnedAt = _sitting.Elapsed;
        var round = _sitting.Trainer.Round;
        _sitting.Warn(5007, Words.CheckpointOfStepCouldNot(round, reason, Safe));
    }

    private void KeepBest() => _checkpoints.Keep = _sitting.Setup.Doctor.BestStep is >= 0 and var step ? CheckpointManifest.NameOf(step, 0) : null;

    private CheckpointManifest Manifest()
    {
        var (trainer, source) = (_sitting.Trainer, _sitting.Setup.Source);
        return new(CheckpointManifest.CurrentFormat, _sitting.Id, trainer.Round, trainer.UpdateInRound, trainer.Images,
            Math.Round(_sitting.Seconds, 3), trainer.Average?.HalfLifeImages ?? 0, _sitting.Recipe.Hash(), source.Fingerprint, source.Schema, [], "", RunClasses.Of(source))
        {
            AveragedImages = trainer.CountsEveryBatch ? null : trainer.AveragedImages,
        };
    }
}
