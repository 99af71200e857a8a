using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Loop;
using Adversa.Training.Recipes;

namespace Adversa.Training.Plans;

/// <summary>Everything that a recipe puts together: data, model, loop. The same for a new run, a resumed one and a dry run.</summary>
public sealed class Workshop : ICheckpointed, IDisposable
{
    private const int InitStream = 1, NoiseStream = 2, OrderStream = 3;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);      // threads that prepare batches: no number changes a run
    private readonly Generator _init;
    private readonly Generator _noise;

    /// <summary>Builds it all at its beginning.</summary>
    /// <param name="recipe">What to build.</param>
    /// <param name="source">The opened data.</param>
    /// <param name="begins">Whether the weights of the run in <c>from</c> are wanted; a checkpoint that will be loaded holds them already, and that run may be gone.</param>
    /// <exception cref="AdversaException">ADV2024: the run in <c>from</c> does not fit; ADV6011: it is gone.</exception>
    public Workshop(ResolvedRecipe recipe, ISampleSource source, bool begins = true)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        (Recipe, Source, Data) = (recipe, source, new(recipe.Recipe.Data, recipe.Recipe.Size, source));
        var seed = recipe.Recipe.Seed;
        _init = new Generator(Rng.Mix(seed, InitStream));
        _noise = new Generator(Rng.Mix(seed, NoiseStream));
        Stream = new BatchStream(source, recipe.Recipe.Batch * recipe.Recipe.Techniques.Pack, Rng.Mix(seed, OrderStream), workers: Workers, augmentation: recipe.Recipe.Augment);
        try
        {
            Model = recipe.Build(source.Schema, _init, _noise, recipe.Variant.NeedsSource ? BuiltOn(recipe, source.Schema, begins) : null);
            if (begins && !recipe.Variant.NeedsSource) Untaken = GoOn(recipe.Recipe, Model);
            Trainer = new Trainer(Model, Stream, _noise, recipe.Recipe.EmaHalfLife, recipe.Recipe.Schedule, recipe.Recipe.Accumulate);
            Doctor = new TrainingDoctor(recipe.Recipe.Doctor, Model, source, () => HeldOut, recipe.Recipe.Batch);
            if (recipe.Recipe.Doctor.Mode != DoctorMode.Off) Trainer.Watcher = Doctor.See;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What it was built from.</summary>
    public ResolvedRecipe Recipe { get; }

    /// <summary>The data.</summary>
    public ISampleSource Source { get; }

    /// <summary>What the run's pictures show of the data: its test part where it has one, so that nothing shown was learned; else the data itself.
    /// Opened when a model that reconstructs asks for it.</summary>
    public ISampleSource Unseen => Model.SampledNetwork is null ? Data.Test ?? Source : Source;

    /// <summary>Samples of the data's test part, which are never trained on; null when it has none.</summary>
    public ISampleSource? HeldOut => Data.Test is { } test && test.Fingerprint != Source.Fingerprint ? test : null;

    /// <summary>The data with its test part.</summary>
    public RunData Data { get; }

    /// <summary>The data as batches.</summary>
    public BatchStream Stream { get; }

    /// <summary>What is learned.</summary>
    public Model Model { get; }

    /// <summary>The loop.</summary>
    public Trainer Trainer { get; }

    /// <summary>Who watches the loop.</summary>
    public TrainingDoctor Doctor { get; }

    /// <summary>The weights and buffers that the run in <c>from</c> had nothing for; empty when all were taken, or when there is no such run.</summary>
    public IReadOnlyList<string> Untaken { get; } = [];

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
    private Model BuiltOn(ResolvedRecipe recipe, SampleSchema schema, bool begins)
    {
        var (from, plan) = (recipe.Recipe.From!, recipe.Recipe.Source!);
        var model = plan.Build(_init, _noise);
        try
        {
            if (recipe.Variant.BuildsOn!(model, schema) is { } reason) throw Unfit($"{from} ({plan.Variant}): {reason.English}", $"{from} ({plan.Variant}): {reason.Spanish}");
            if (begins) CheckpointStore.LoadModel(plan.Find(from), Trainer.TensorsOf(model, average: null));
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
    private static IReadOnlyList<string> GoOn(Recipe recipe, Model model)
    {
        if (recipe.Source is not { } plan) return [];
        var own = Trainer.TensorsOf(model, average: null);
        var left = CheckpointStore.LoadFitting(plan.Find(recipe.From!), own);
        return left.Count < own.Count ? left : throw Unfit(
            $"{recipe.From} has no weight that fits: every one has another name or shape. Give the new run the same options, or name another with --from.",
            $"{recipe.From} no tiene ningún peso que encaje: todos tienen otro nombre u otra forma. Dé a la nueva ejecución las mismas opciones, o indique otra con --from.");
    }

    private static AdversaException Unfit(string english, string spanish) => new(2024, ExitCode.Usage, new(english, spanish));
}
