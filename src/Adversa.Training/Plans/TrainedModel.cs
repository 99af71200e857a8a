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
    private readonly Generator _unused = new(0);
    private readonly Module? _average;
    private RunData? _data;

    /// <summary>Loads it.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="warn">Told of damaged checkpoints.</param>
    /// <param name="best">Whether to take the checkpoint whose samples came nearest to the data, where the run was watched.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: no checkpoint is usable; ADV6003: it does not fit the recipe.</exception>
    public TrainedModel(RunFolder folder, Action<int, Text> warn, bool best = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var known = best ? folder.Checkpoints.Best() : null;
        (Checkpoint, IsBest) = (known ?? Newest(folder, warn), known is not null);
        Manifest = Checkpoint.Manifest!;
        Plan = new RecipeResolver().Add("recipe.json", folder.Recipe).Resolve(Manifest.Schema);
        Model = Plan.Build(Manifest.Schema, _unused, _unused, Plan.Variant.NeedsSource ? Plan.Recipe.Source!.Build(_unused, _unused) : null);
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

    /// <summary>The network to draw from: the average where it is ripe.</summary>
    public Module? SamplingNetwork => _average ?? (Model as ISampler)?.SampledNetwork;

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
