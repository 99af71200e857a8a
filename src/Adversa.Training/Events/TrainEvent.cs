using Adversa.Data.Augmenting;
using Adversa.Formats.Png;

namespace Adversa.Training.Events;

/// <summary>Something that happened in a run; plain values only.</summary>
/// <param name="Step">Rounds finished when it happened.</param>
public abstract record TrainEvent(long Step);

/// <summary>The run begins, or goes on.</summary>
/// <param name="Step">Where.</param>
/// <param name="Folder">The run's folder.</param>
/// <param name="Variant">The system's id.</param>
/// <param name="Data">What it learns from, as the user named it.</param>
/// <param name="Schema">One sample.</param>
/// <param name="Steps">Where it will end.</param>
/// <param name="Batch">Samples in a batch.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Threads">Threads of one operation.</param>
/// <param name="Parameters">Learned numbers of each player.</param>
/// <param name="Resumed">Whether it goes on from a checkpoint.</param>
public sealed record RunStarted(long Step, string Folder, string Variant, string Data, SampleSchema Schema, long Steps, int Batch, long Seed, int Threads,
    IReadOnlyDictionary<string, long> Parameters, bool Resumed) : TrainEvent(Step)
{
    /// <summary>How pictures are varied.</summary>
    public Augmentation Augment { get; init; } = new();

    /// <summary>Batches in an update.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>The run whose weights this one began with, or null.</summary>
    public string? From { get; init; }

    /// <summary>All weights and buffers, and those of them that were taken from <see cref="From"/>; 0 where none is gone on from.</summary>
    public int Weights { get; init; }

    /// <inheritdoc cref="Weights"/>
    public int WeightsTaken { get; init; }

    /// <summary>Its time limit in minutes, over all sittings; 0 when it has none.</summary>
    public double Minutes { get; init; }

    /// <summary>Whether <c>d_real</c> and <c>d_fake</c> are mean scores, of any size, instead of mean probabilities.</summary>
    public bool AnswersByScores { get; init; }

    /// <summary>What the doctor would watch and this training does not give.</summary>
    public IReadOnlyList<DoctorSignal> DoctorLacks { get; init; } = [];

    /// <summary>Trained in earlier sittings.</summary>
    public TimeSpan Before { get; init; }
}

/// <summary>A step whose values were read.</summary>
/// <param name="Step">Its number.</param>
/// <param name="Steps">Where the run will end.</param>
/// <param name="Images">Real samples shown.</param>
/// <param name="ImagesPerSecond">Lately.</param>
/// <param name="Eta">Time left, by the present speed.</param>
/// <param name="Values">Losses and signals by name.</param>
public sealed record StepCompleted(long Step, long Steps, long Images, double ImagesPerSecond, TimeSpan Eta, IReadOnlyDictionary<string, double> Values) : TrainEvent(Step);

/// <summary>The fixed seeds were drawn.</summary>
/// <param name="Step">When.</param>
/// <param name="Path">The PNG, or null when it could not be written.</param>
/// <param name="Picture">Its pixels.</param>
public sealed record SamplesDrawn(long Step, string? Path, Raster Picture) : TrainEvent(Step);

/// <summary>A checkpoint is safe.</summary>
/// <param name="Step">When.</param>
/// <param name="Path">Its folder.</param>
public sealed record CheckpointSaved(long Step, string Path) : TrainEvent(Step);

/// <summary>Something that did not end the run but should be known.</summary>
/// <param name="Step">When.</param>
/// <param name="Code">The number behind ADV.</param>
/// <param name="Text">What and what to do.</param>
public sealed record TrainingWarning(long Step, int Code, Text Text) : TrainEvent(Step);

/// <summary>The training doctor has examined the run.</summary>
/// <param name="Step">When.</param>
/// <param name="Values">What it measured, by name; all finite.</param>
public sealed record Examined(long Step, IReadOnlyDictionary<string, double> Values) : TrainEvent(Step);

/// <summary>The training doctor has found something wrong.</summary>
/// <param name="Diagnosis">What, with the evidence.</param>
public sealed record Diagnosed(Diagnosis Diagnosis) : TrainEvent(Diagnosis.Step);

/// <summary>The training doctor has rolled the run back and changed something.</summary>
/// <param name="Step">When; the run goes on from this step.</param>
/// <param name="Kind">What was wrong.</param>
/// <param name="BackTo">The step whose weights it goes on with.</param>
/// <param name="Change">The change over the recipe, as JSON.</param>
/// <param name="Text">What was seen and what is done.</param>
public sealed record Treated(long Step, DiagnosisKind Kind, long BackTo, string Change, Text Text) : TrainEvent(Step);

/// <summary>The run ended or was stopped.</summary>
/// <param name="Step">Where.</param>
/// <param name="State"><c>finished</c>, <c>stopped</c>, <c>diverged</c> or <c>failed</c>.</param>
/// <param name="Images">Real samples shown.</param>
/// <param name="Elapsed">Time spent training, over all sittings.</param>
/// <param name="ImagesPerSecond">The mean of this sitting.</param>
public sealed record RunEnded(long Step, string State, long Images, TimeSpan Elapsed, double ImagesPerSecond) : TrainEvent(Step)
{
    /// <summary>The share of this sitting in which the training waited for data; 0 to 1.</summary>
    public double DataWait { get; init; }
}

/// <summary>Sees what happens in a run. Watches and never steers; one that throws is reported and dropped.</summary>
public interface ITrainObserver
{
    /// <summary>Told of an event, on the training thread.</summary>
    void On(TrainEvent happened);
}
