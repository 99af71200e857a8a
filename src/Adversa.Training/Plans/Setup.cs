using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Loop;
using Adversa.Training.Recipes;

namespace Adversa.Training.Plans;

/// <summary>A plan set up: its data, model, loop and doctor, ready to run. The same for a new run, a resumed one and a dry run.</summary>
public sealed class Setup : ICheckpointed, IDisposable
{
    private const int InitStream = 1, NoiseStream = 2, OrderStream = 3;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);      // threads that prepare batches: no number changes a run
    private readonly Generator _init;
    private readonly Generator _noise;

    /// <summary>Builds it all at its beginning.</summary>
    /// <param name="plan">What to set up.</param>
    /// <param name="source">The opened data.</param>
    /// <param name="begins">Whether the weights of the run in <c>from</c> are wanted; a checkpoint that will be loaded holds them already, and that run may be gone.</param>
    /// <exception cref="AdversaException">ADV2024: the run in <c>from</c> does not fit; ADV6011: it is gone.</exception>
    public Setup(Plan plan, ISampleSource source, bool begins = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (Plan, Source, Data) = (plan, source, plan.OpenData(source));
        var seed = plan.Recipe.Seed;
        _init = new Generator(Rng.Mix(seed, InitStream));
        _noise = new Generator(Rng.Mix(seed, NoiseStream), Engine.Device);
        Stream = new BatchStream(source, plan.Recipe.Batch * plan.Recipe.Techniques.Pack, Rng.Mix(seed, OrderStream), workers: Workers, augmentation: plan.Recipe.Augment);
        try
        {
            Model = plan.Build(source.Schema, _init, _noise, plan.Variant.NeedsSource ? BuiltOn(plan, source.Schema, begins) : null, trains: true);
            if (Model is ITranslator translator) translator.Examples = (Examples = new(translator, () => Unseen)).Given;
            var found = begins && !plan.Variant.NeedsSource ? plan.Recipe.Source?.Find(plan.Recipe.From!) : null;
            if (found is not null) Untaken = GoOn(plan.Recipe, found, Model);
            Trainer = new Trainer(Model, Stream, _noise, plan.Recipe.EmaHalfLife, plan.Recipe.Schedule, plan.Recipe.Accumulate,
                plan.Recipe.Precision, averages: plan.Recipe.Averages > 0);
            if (found is not null) TakeAverage(found);
            Doctor = new TrainingDoctor(plan.Recipe.Doctor, Model, source, () => HeldOut, plan.Recipe.Batch, Examples);
            if (plan.Recipe.Doctor.Mode != DoctorMode.Off) Trainer.Watcher = Doctor.See;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What it was set up from.</summary>
    public Plan Plan { get; }

    /// <summary>The data.</summary>
    public ISampleSource Source { get; }

    /// <summary>What the run's pictures show of the data: its test part where it has one, so that nothing shown was learned; else the data itself.
    /// Opened when a model that reconstructs or translates asks for it.</summary>
    public ISampleSource Unseen => Model is not ISampler or ITranslator ? Data.Test ?? Source : Source;

    /// <summary>Samples of the data's test part, which are never trained on; null when it has none.</summary>
    public ISampleSource? HeldOut => Data.Test is { } test && test.Fingerprint != Source.Fingerprint ? test : null;

    /// <summary>The data with its test part.</summary>
    public RunData Data { get; }

    /// <summary>The data as batches.</summary>
    public BatchStream Stream { get; }

    /// <summary>What is learned.</summary>
    public Model Model { get; }

    /// <summary>What is translated where nobody brings anything; null for a model that translates nothing.</summary>
    public Examples? Examples { get; }

    /// <summary>The loop.</summary>
    public Trainer Trainer { get; }

    /// <summary>Who watches the loop.</summary>
    public TrainingDoctor Doctor { get; }

    /// <summary>The weights and buffers that the run in <c>from</c> had nothing for; empty when all were taken, or when there is no such run.</summary>
    public IReadOnlyList<Misfit> Untaken { get; } = [];

    /// <summary>Learned numbers of each player.</summary>
    public IReadOnlyDictionary<string, long> Parameters() =>
        Model.Players.ToDictionary(player => player.Name, player => player.Network.Parameters.Sum(parameter => parameter.Elements));

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> ModelTensors() => Trainer.ModelTensors();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> OptimizerTensors() => Trainer.OptimizerTensors();

    /// <inheritdoc/>
    public void VisitState(ITensorStateVisitor visitor)
    {
        Trainer.VisitState(visitor);
        Doctor.VisitState(new PrefixedVisitor(visitor, "doctor."));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trainer?.Dispose();                    // null where the constructor failed
        Stream.Dispose();
        Model?.Dispose();
        _init.Dispose();
        _noise.Dispose();
    }

    /// <summary>The model of the run in <c>from</c>, for a system that is built on it.</summary>
    private Model BuiltOn(Plan plan, SampleSchema schema, bool begins)
    {
        var (from, source) = (plan.Recipe.From!, plan.Recipe.Source!);
        var model = source.Build(_init, _noise);
        try
        {
            if (plan.Variant.BuildsOn!(model, schema) is { } reason) throw Unfit(reason.Each(why => $"{from} ({source.Variant}): {why}"));
            if (begins) CheckpointStore.LoadModel(source.Find(from), Trainer.TensorsOf(model, average: null));
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Takes the weights of the run in <c>from</c>.</summary>
    /// <returns>Those that it had nothing for.</returns>
    private static IReadOnlyList<Misfit> GoOn(Recipe recipe, CheckpointInfo found, Model model)
    {
        var own = Trainer.TensorsOf(model, average: null);
        var left = CheckpointStore.LoadFitting(found, own);
        return left.Count < own.Count ? left : throw Unfit(Words.HasNoWeightFits(recipe.From));
    }

    /// <summary>Takes the average too, where pictures of that run came from it: it goes on from what was shown. Else it begins where the weights do.</summary>
    private void TakeAverage(CheckpointInfo found)
    {
        if (Trainer.Average is not { } average || found.Manifest is not { } manifest) return;
        var counted = manifest.AveragedImages ?? manifest.Images;
        if (!Trainer.SamplesFromAverage(manifest.EmaHalfLife, counted)) return;
        var own = average.Average.StateDict().ToDictionary(pair => $"ema.{pair.Key}", pair => pair.Value, StringComparer.Ordinal);
        if (CheckpointStore.LoadFitting(found, own).Count == 0) Trainer.HasAveraged(counted);
    }

    private static AdversaException Unfit(Text text) => new(2024, ExitCode.Usage, text);
}
