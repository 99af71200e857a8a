using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using Adversa.Training.Loop;

namespace Adversa.Training.Plans;

/// <summary>A run's model as its newest good checkpoint has it, or its best one, ready to draw from; needs no data.</summary>
public sealed class TrainedModel : IDisposable
{
    private const long StatisticsSeed = 1_000_000_000;      // far from those that people draw
    private const int StatisticsSamples = 1024;
    private readonly Generator _unused = new(0);
    private readonly RunFolder _folder;
    private Module? _average;
    private RunData? _data;

    /// <summary>Loads it.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="warn">Told of damaged checkpoints.</param>
    /// <param name="best">Whether to take the checkpoint whose samples came nearest to the data, where the run was watched.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: no checkpoint is usable; ADV6003: it does not fit the recipe.</exception>
    public TrainedModel(RunFolder folder, Action<int, Text> warn, bool best = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        var known = best ? folder.Checkpoints.Best() : null;
        (Checkpoint, IsBest) = (known ?? Newest(folder, warn), known is not null);
        Manifest = Checkpoint.Manifest!;
        Plan = new RecipeResolver().Add("recipe.json", folder.Recipe).Resolve(Manifest.Schema);
        Model = Plan.Build(Manifest.Schema, _unused, _unused, Plan.Variant.NeedsSource ? Plan.Recipe.Source!.Build(_unused, _unused) : null);
        if (Model is ITranslator translator) translator.Examples = (Examples = new(translator, () => Data.Test ?? Data.Train)).Given;
        try
        {
            if (Trainer.SamplesFromAverage(Manifest.EmaHalfLife, Manifest.AveragedImages ?? Manifest.Images) && Model is ISampler sampler) _average = sampler.NewSampledNetwork();
            CheckpointStore.LoadModel(Checkpoint, Trainer.TensorsOf(Model, _average));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The checkpoint that was loaded.</summary>
    public CheckpointInfo Checkpoint { get; }

    /// <summary>Whether that is the best one, which was asked for and is known.</summary>
    public bool IsBest { get; }

    /// <summary>Where it stands.</summary>
    public CheckpointManifest Manifest { get; }

    /// <summary>What it was trained by.</summary>
    public Plan Plan { get; }

    /// <summary>Its data, opened when first asked for.</summary>
    public RunData Data => _data ??= Plan.OpenData();

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What is translated where nobody brings anything, of the run's data; null for a model that translates nothing.</summary>
    public Examples? Examples { get; }

    /// <summary>The network to draw from: the average where it is ripe.</summary>
    public Module? SamplingNetwork => _average ?? (Model as ISampler)?.SampledNetwork;

    /// <summary>The average that was asked for by <see cref="Average"/>; null where none was.</summary>
    public ChosenAverage? Chosen { get; private set; }

    /// <summary>Draws from now on from an average over the whole training, put together from those that the run stored.</summary>
    /// <remarks>Its parameters alone are averages. The statistics of batch norms are taken anew, over samples of fixed seeds; other buffers are the newest checkpoint's.</remarks>
    /// <param name="width">Its relative width, in [.05, .3].</param>
    /// <exception cref="AdversaException">ADV2014: the model draws no samples. ADV6013: the run stored no averages.</exception>
    public void Average(double width)
    {
        if (Model is not ISampler sampler) throw new AdversaException(2014, ExitCode.Usage, Words.EmaIsOfDrawnSamples(Plan.Variant.Id));
        var average = _average ??= sampler.NewSampledNetwork();
        average.LoadStateDict(sampler.SampledNetwork.StateDict());
        average.RequireGrad(false);
        average.Eval();
        var weights = average.NamedParameters().ToDictionary(pair => pair.Name, pair => pair.Tensor, StringComparer.Ordinal);
        var (step, misfit) = _folder.Averages.Combine(width, weights);
        BatchNorm.TakeStatistics(average, () =>
        {
            foreach (var _ in SampleSheet.Batches(Model, average, SampleSheet.Seeds(StatisticsSeed, StatisticsSamples), preview: true)) { }
        });
        Chosen = new(width, step, misfit);
    }

    /// <summary>The newest good checkpoint of a run.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="warn">Told of damaged checkpoints.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: there is none.</exception>
    internal static CheckpointInfo Newest(RunFolder folder, Action<int, Text> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);
        var (good, bad) = folder.Checkpoints.Newest();
        foreach (var damaged in bad) warn(6002, Words.IsDamagedAndIsNotUsed(damaged.Path, damaged.Problem));
        return good ?? throw new AdversaException(6002, ExitCode.Checkpoint, bad.Count > 0 ? Unusable(folder, bad.Count) : Words.HasNoUsableCheckpointYet(folder.Path, ShellWords.Me, ShellWords.Quote(folder.Path)));
    }

    /// <summary>What is said where every checkpoint is damaged: to train on would fail as well.</summary>
    internal static Text Unusable(RunFolder folder, int damaged) => Words.NoCheckpointIsUsable(folder.Path, damaged, folder.Command);

    /// <inheritdoc/>
    public void Dispose()
    {
        Model.Dispose();
        _average?.Dispose();
        _unused.Dispose();
        _data?.Dispose();
    }
}

/// <summary>An average that was put together after the training.</summary>
/// <param name="Width">Its relative width.</param>
/// <param name="Step">The round at which it ends.</param>
/// <param name="Misfit">How far its weighting of the steps is from the one that was asked for, as a share of that.</param>
public sealed record ChosenAverage(double Width, long Step, double Misfit);
