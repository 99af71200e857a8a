using System.Globalization;
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

namespace Adversa.Cli.Commands;

/// <summary>A training that names no recipe: looks at the data and at what this machine does, proposes one, and says why.</summary>
internal static class Planned
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Plans.</summary>
    /// <param name="terminal">Told the reasons.</param>
    /// <param name="source">The data at its own size.</param>
    /// <param name="wishes">What the user wants.</param>
    /// <returns>Values for the bottom of a recipe.</returns>
    internal static JsonObject Values(Terminal terminal, ISampleSource source, Wishes wishes)
    {
        terminal.Talk(Words.PlanLooking.ToString());
        var proposal = Planner.Propose(DataFacts.Of(source), wishes, (values, size) => Seconds(values, source.Schema, size));
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
