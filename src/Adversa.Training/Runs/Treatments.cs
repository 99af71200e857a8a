using System.Text.Json.Nodes;
using Adversa.Models;
using Adversa.Training.Events;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>What the doctor changes when it may act: one thing at a time, none of which alters a network's plan.</summary>
internal static class Treatments
{
    private const double Usual = 1e-3;           // the highest rate that Adam is commonly used with
    private const double UsualPenalty = 10;      // of the papers on WGAN-GP; a critic with less of it has nothing that holds its scores

    /// <summary>Whether a change of the recipe is known for a finding.</summary>
    internal static bool Exist(DiagnosisKind kind) => kind is not (DiagnosisKind.Checkerboard or DiagnosisKind.Memorisation or DiagnosisKind.TooLittleData);

    /// <summary>The first change that the recipe allows, and the recipe with it; null when nothing is left to try.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="plan">What is trained, with all changes so far.</param>
    /// <param name="dials">What its model offers.</param>
    /// <param name="schema">The samples.</param>
    internal static (JsonObject Change, Plan Plan)? Next(DiagnosisKind kind, Plan plan, IReadOnlyList<OptionDial> dials, SampleSchema schema)
    {
        foreach (var change in Candidates(kind, plan.Recipe, dials, schema).OfType<JsonObject>())
            try
            {
                return (change, Apply(plan, change, schema));
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Usage)
            {
                // This system has no such option, or the value is beyond its range: the next one.
            }

        return null;
    }

    /// <summary>The recipe with a change over it.</summary>
    internal static Plan Apply(Plan plan, JsonObject change, SampleSchema schema) =>
        new RecipeResolver().Add("recipe.json", plan.Recipe.ToJson()).Add("doctor", change).Resolve(schema);

    private static IEnumerable<JsonObject?> Candidates(DiagnosisKind kind, Recipe recipe, IReadOnlyList<OptionDial> dials, SampleSchema schema)
    {
        var (g, weight, steps) = (Of(OptionDial.GeneratorRate), Of(OptionDial.PenaltyWeight), Of(OptionDial.CriticSteps));
        var d = Of(OptionDial.DiscriminatorRate) is > 0 and var own ? own : g;
        return kind switch
        {
            DiagnosisKind.Explosion => [weight < UsualPenalty ? Weight(UsualPenalty) : null, Rates(Math.Min(g / 10, Usual), Math.Min(d / 10, Usual))],
            DiagnosisKind.DiscriminatorTooStrong => [NonSaturating(recipe), d > 2 * g ? Rates(g, g) : null, R1(recipe, 1), Rates(g, d / 4)],
            DiagnosisKind.ModeCollapse => [g > 2 * d ? Rates(d, d) : null, R1(recipe, 1), Rates(g / 4, d), R1(recipe, 10)],
            DiagnosisKind.DiscriminatorTooWeak => [d < g ? Rates(g, g) : null, Rates(g, 4 * g), OptionDial.Turn(dials, (OptionDial.CriticSteps, 2 * steps))],
            DiagnosisKind.DiscriminatorOverfits => [Augmented(recipe, schema), R1(recipe, 10), Rates(g, d / 4)],
            DiagnosisKind.Oscillation => [R1(recipe, 1), Rates(g / 4, d / 4), R1(recipe, 10)],
            DiagnosisKind.LipschitzViolation => [Weight(weight < UsualPenalty ? UsualPenalty : 10 * weight)],
            _ => [],
        };

        double Of(string name) => dials.FirstOrDefault(dial => dial.Name == name)?.Value ?? double.NaN;
        JsonObject? Rates(double generator, double discriminator) => OptionDial.Turn(dials, (OptionDial.GeneratorRate, generator), (OptionDial.DiscriminatorRate, discriminator));
        JsonObject? Weight(double value) => OptionDial.Turn(dials, (OptionDial.PenaltyWeight, value));
    }

    private static JsonObject? NonSaturating(Recipe recipe) =>
        recipe.Options?["loss"]?.ToString() == "minimax" ? new() { ["options"] = new JsonObject { ["loss"] = "nonSaturating" } } : null;

    private static JsonObject? R1(Recipe recipe, double weight) => recipe.Techniques.R1 < weight ? Technique("r1", weight) : null;

    private static JsonObject? Augmented(Recipe recipe, SampleSchema schema) => schema.Kind == FieldKind.Image
        ? recipe.Techniques.DiffAugment == DiffAugmentPolicy.None ? Technique("diffAugment", "all") : null
        : recipe.Techniques.InstanceNoise == 0 ? new() { ["techniques"] = new JsonObject { ["instanceNoise"] = 0.1, ["instanceNoiseSteps"] = 1_000_000_000 } } : null;

    private static JsonObject Technique(string name, JsonNode value) => new() { ["techniques"] = new JsonObject { [name] = value } };
}
