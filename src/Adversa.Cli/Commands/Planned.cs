using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Forecasts;
using Adversa.Training.Planning;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary>A training that names no recipe: looks at the data and at what this machine does, proposes one, and says why.</summary>
internal static class Planned
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Plans.</summary>
    /// <param name="terminal">Told the reasons.</param>
    /// <param name="recipe">What the user said.</param>
    /// <param name="minutes">Of training; null where he left them open.</param>
    /// <param name="start">Starts the engine on the device that was asked for, with so many threads.</param>
    /// <returns>Values for the bottom of a recipe.</returns>
    /// <exception cref="AdversaException">ADV2008: no data was named. ADV3006: one sample is no batch.</exception>
    internal static JsonObject Values(Terminal terminal, Recipe recipe, double? minutes, Action<int?> start)
    {
        if (recipe.Data.Length == 0) throw new AdversaException(2008, ExitCode.Usage, Words.PlanNeedsData(Me));
        using var data = recipe.OpenData();
        _ = BatchStream.Fit(data.Train, 2);          // one sample is no batch: said before anything is measured
        var facts = DataFacts.Of(data.Train);
        terminal.Talk(Words.PlanLooking.ToString());
        var proposal = ComputeThread.Run(() =>
        {
            start(recipe.Threads > 0 ? recipe.Threads : null);
            var wishes = new Wishes(minutes, recipe.Size, HasGpu: !Engine.Device.IsCpu, CanMirror: recipe.Augment.IsOff);
            return Planner.Propose(facts, wishes, (values, size) => Seconds(values, facts.Schema, size));
        });
        foreach (var reason in proposal.Reasons) terminal.Talk($"  {reason}");
        terminal.Talk(Words.PlanCanBeChanged.ToString());
        terminal.ForPrograms("plan", new()
        {
            ["values"] = proposal.Values.DeepClone(),
            ["reasons"] = new JsonArray([.. proposal.Reasons.Select(reason => JsonValue.Create(reason.ToString()))]),
        });
        return proposal.Values;
    }

    /// <summary>What a step takes here; null where it could not be measured in time.</summary>
    private static double? Seconds(JsonObject values, SampleSchema schema, PictureSize size)
    {
        var shaped = schema.Kind == FieldKind.Image ? schema with { Width = size.Width, Height = size.Height } : schema;
        var recipe = new RecipeResolver().Add(Words.PlanOrigin.ToString(), (JsonObject)values.DeepClone()).Resolve(shaped).Recipe;
        var result = new ProbeProcess(Prospect.ThisProgram(ProbeCommand.Name), ProbeLimit, (long)(0.9 * Memory.Available)).Measure(new(recipe, shaped, Engine.Device.ToString()), CancellationToken.None, static _ => { });
        return result.Measured.Count == 0 ? null : new Forecast(result.Measured, recipe.Batch, recipe.Accumulate).Seconds;
    }
}
