using Adversa.Formats.Disk;
using Adversa.Training.Events;
using Adversa.Training.Loop;

namespace Adversa.Training.Runs;

/// <summary>Stores the power averages of the generator: at equal parts of a run whose end is known, else each time that it has grown by a factor. A disk that says no costs a warning.</summary>
internal sealed class Averaging(Sitting sitting) : IHabit
{
    private const long FirstStep = 20;            // of a run without a known end

    private long _stored = -1;

    /// <inheritdoc/>
    public bool IsDue => Averages is not null && (sitting.Recipe.Minutes > 0 ? HasGrown && sitting.MayDo(RunWork.Between) : IsPart);

    private RunAverages? Averages => sitting.Trainer.Averages;

    private int Times => sitting.Recipe.Averages;

    /// <summary>Whether this round ends one of so many equal parts.</summary>
    private bool IsPart => sitting.Trainer.Round * Times / sitting.Recipe.Steps > (sitting.Trainer.Round - 1) * Times / sitting.Recipe.Steps;

    /// <summary>Whether the run is longer than at the last time by a factor of which so many make that number: the files span the same share of it as equal parts do.</summary>
    private bool HasGrown => Averages!.Steps >= Math.Max(FirstStep, Newest * Math.Pow(Math.Max(2, Times), 1.0 / Times));

    private long Newest
    {
        get
        {
            if (_stored < 0 || _stored > Averages!.Steps) _stored = sitting.Folder.Averages.List() is { Count: > 0 } files ? files[^1].Step : 0;
            return _stored;
        }
    }

    /// <inheritdoc/>
    public void Do()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _stored = Averages!.Steps;
        try
        {
            sitting.Folder.Averages.Save(Averages.Steps, Averages.Tensors(), Times);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            sitting.WarnOnce(5009, Words.AveragesCouldNotBeStored(sitting.Folder.Averages.Path, DiskTrouble.Of(e)));
        }

        sitting.Took(RunWork.Between, clock.Elapsed);
    }

    /// <summary>Stores them where a sitting ends, so that the run's last step can be asked for.</summary>
    internal void DoAtTheEnd()
    {
        if (Averages is not { Steps: > 0 } averages || sitting.Trainer.NonFinite() is not null) return;
        if (!sitting.Folder.Averages.List().Any(file => file.Step == averages.Steps)) Do();
    }
}
