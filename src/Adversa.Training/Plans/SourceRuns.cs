using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using Adversa.Training.Recipes;

namespace Adversa.Training.Plans;

/// <summary>What is done with the run that another one begins with.</summary>
public static class SourceRuns
{
    /// <summary>Describes a run by its newest good checkpoint.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="warn">Told of damaged checkpoints.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: no checkpoint is usable.</exception>
    public static SourceRun Of(RunFolder folder, Action<int, Text> warn)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = TrainedModel.Newest(folder, warn).Manifest!;
        var recipe = new RecipeResolver().Add("recipe.json", folder.Recipe).Resolve(manifest.Schema).Recipe.ToJson();
        foreach (var member in new[] { "from", "source" }) recipe.Remove(member);      // what it began with itself no longer matters
        return new(folder.Id, manifest.Step, manifest.Schema, recipe);
    }

    /// <summary>Builds its model without its weights.</summary>
    /// <param name="source">The run.</param>
    /// <param name="init">Draws weights.</param>
    /// <param name="noise">Draws what its networks need while they run.</param>
    internal static Model Build(this SourceRun source, Generator init, Generator noise) => new RecipeResolver().Add("source", source.Recipe).Resolve(source.Schema).Build(source.Schema, init, noise);

    /// <summary>The checkpoint that the run began with.</summary>
    /// <param name="source">The run.</param>
    /// <param name="path">The run's folder, as the recipe names it.</param>
    /// <exception cref="AdversaException">ADV6002, ADV6011: it is no longer there.</exception>
    internal static CheckpointInfo Find(this SourceRun source, string path)
    {
        var folder = new RunFolder(path);
        if (folder.IsRun && folder.Id == source.Run && folder.Checkpoints.List().FirstOrDefault(c => c.Problem is null && c.Step == source.Step) is { } good) return good;
        throw new AdversaException(6011, ExitCode.Checkpoint, Words.CheckpointOfStepWithRun(source.Step, path));
    }
}
