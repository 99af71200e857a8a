using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>Everything that a recipe puts together: data, model, loop. The same for a new run, a resumed one and a dry run.</summary>
public sealed class Workshop : IDisposable
{
    private const int InitStream = 1, NoiseStream = 2, OrderStream = 3;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);      // threads that prepare batches: no number changes a run
    private readonly Generator _init;
    private readonly Generator _noise;
    private ISampleSource? _unseen;

    /// <summary>Builds it all at its beginning.</summary>
    /// <param name="recipe">What to build.</param>
    /// <param name="source">The opened data.</param>
    public Workshop(ResolvedRecipe recipe, ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        (Recipe, Source) = (recipe, source);
        var seed = recipe.Recipe.Seed;
        _init = new Generator(Rng.Mix(seed, InitStream));
        _noise = new Generator(Rng.Mix(seed, NoiseStream));
        Stream = new BatchStream(source, recipe.Recipe.Batch * recipe.Recipe.Game.Pack, Rng.Mix(seed, OrderStream), workers: Workers, augmentation: recipe.Recipe.Augment);
        Model = recipe.Variant.Build(recipe.Options, new BuildContext(source.Schema, _init, _noise) { Techniques = recipe.Recipe.Game });
        Trainer = new Trainer(Model, Stream, _noise, recipe.Recipe.EmaHalfLife, recipe.Recipe.Schedule, recipe.Recipe.Parts);
    }

    /// <summary>What it was built from.</summary>
    public ResolvedRecipe Recipe { get; }

    /// <summary>The data.</summary>
    public ISampleSource Source { get; }

    /// <summary>What the run's pictures show of the data: its test part where it has one, so that nothing shown was learned; else the data itself.
    /// Opened when a model that reconstructs asks for it.</summary>
    public ISampleSource Unseen => _unseen ??= Model.SampledNetwork is null ? TestPart() : Source;

    /// <summary>The data as batches.</summary>
    public BatchStream Stream { get; }

    /// <summary>What is learned.</summary>
    public Model Model { get; }

    /// <summary>The loop.</summary>
    public Trainer Trainer { get; }

    /// <summary>Learned numbers of each player.</summary>
    public IReadOnlyDictionary<string, long> Parameters() =>
        Model.Players.ToDictionary(player => player.Name, player => player.Network.Parameters.Sum(parameter => parameter.Elements));

    /// <inheritdoc/>
    public void Dispose()
    {
        Trainer.Dispose();
        Stream.Dispose();
        Model.Dispose();
        _init.Dispose();
        _noise.Dispose();
    }

    private ISampleSource TestPart()
    {
        try
        {
            var (data, size) = (Recipe.Recipe.Data, Recipe.Recipe.Size);
            var test = DataSpec.Open(data, new DataOptions(size > 0 ? size : null, Split: Split.Test));
            return test.Schema == Source.Schema ? test : Source;
        }
        catch (AdversaException)
        {
            return Source;                       // a set without a test part
        }
    }
}
