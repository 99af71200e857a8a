using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Training.Folders;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>A run's data that lies elsewhere now. Its fingerprint says whether it is the same; once taken, it stands in the run's folder for all that comes later.</summary>
/// <param name="Spec">The data, as a recipe names it.</param>
/// <param name="MayDiffer">Whether other data is taken too.</param>
public sealed record MovedData(string Spec, bool MayDiffer)
{
    private const string Fingerprint = "dataFingerprint", Name = "data", Moves = "dataMoves";

    /// <summary>Makes sure that it is what the run learned from.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="learned">The fingerprint of its newest checkpoint; null before the first.</param>
    /// <param name="source">The data.</param>
    /// <param name="before">Where it lay.</param>
    /// <exception cref="AdversaException">ADV3016: it is not.</exception>
    internal void Require(RunFolder folder, string? learned, ISampleSource source, string before)
    {
        if (MayDiffer || source.Fingerprint == learned || source.Fingerprint == folder.Environment[Fingerprint]?.ToString()) return;
        throw new AdversaException(3016, ExitCode.Data, Words.IsNotDataOfRun(Spec, source.Count, source.Schema, folder.Path, before));
    }

    /// <summary>Keeps it in the recipe, and the move with its step in <c>environment.json</c>.</summary>
    internal void Keep(RunFolder folder, Recipe recipe, ISampleSource source, string before, long step)
    {
        folder.WriteRecipe(recipe, origins: null);
        var environment = folder.Environment;
        var moves = environment[Moves] as JsonArray ?? [];
        moves.Add(new JsonObject
        {
            ["step"] = step, ["from"] = before, ["to"] = Spec,
            ["same"] = environment[Fingerprint]?.ToString() == source.Fingerprint, ["fingerprint"] = source.Fingerprint,
        });
        (environment[Name], environment[Fingerprint]) = (source.Name, source.Fingerprint);
        if (environment[Moves] is null) environment[Moves] = moves;
        folder.WriteEnvironment(environment);
    }
}
