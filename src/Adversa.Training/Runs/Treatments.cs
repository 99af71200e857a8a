using System.Text.Json.Nodes;
using Adversa.Training.Events;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>What the doctor changes when it may act: one thing at a time, none of which alters a network's plan.</summary>
internal static class Treatments
{
    private const double Usual = 1e-3;           // the highest rate that Adam is commonly used with
    private const double UsualPenalty = 10;      // of the papers on WGAN-GP; a critic with less of it has nothing that holds its scores
    private static readonly string[] DiscriminatorRates = ["discriminatorLearningRate", "criticLearningRate"];

    /// <summary>Whether a change of the recipe is known for a finding.</summary>
    internal static bool Exist(DiagnosisKind kind) => kind is not (DiagnosisKind.Checkerboard or DiagnosisKind.Memorisation or DiagnosisKind.TooLittleData);

    /// <summary>The first change that the recipe allows, and the recipe with it; null when nothing is left to try.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="plan">What is trained, with all changes so far.</param>
    /// <param name="schema">The samples.</param>
    internal static (JsonObject Change, Plan Plan)? Next(DiagnosisKind kind, Plan plan, SampleSchema schema)
    {
        foreach (var change in Candidates(kind, plan.Recipe, schema).OfType<JsonObject>())
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

    private static IEnumerable<JsonObject?> Candidates(DiagnosisKind kind, Recipe recipe, SampleSchema schema)
    {
        var (g, d) = Rates(recipe);
        return kind switch
        {
            DiagnosisKind.Explosion => [Number(recipe, "penaltyWeight") < UsualPenalty ? Option(recipe, "penaltyWeight", UsualPenalty) : null, Rate(recipe, Math.Min(g / 10, Usual), Math.Min(d / 10, Usual))],
            DiagnosisKind.DiscriminatorTooStrong => [NonSaturating(recipe), d > 2 * g ? Rate(recipe, g, g) : null, R1(recipe, 1), Rate(recipe, g, d / 4)],
            DiagnosisKind.ModeCollapse => [g > 2 * d ? Rate(recipe, d, d) : null, R1(recipe, 1), Rate(recipe, g / 4, d), R1(recipe, 10)],
            DiagnosisKind.DiscriminatorTooWeak => [d < g ? Rate(recipe, g, g) : null, Rate(recipe, g, 4 * g), CriticSteps(recipe)],
            DiagnosisKind.DiscriminatorOverfits => [Augmented(recipe, schema), R1(recipe, 10), Rate(recipe, g, d / 4)],
            DiagnosisKind.Oscillation => [R1(recipe, 1), Rate(recipe, g / 4, d / 4), R1(recipe, 10)],
            DiagnosisKind.LipschitzViolation => [Option(recipe, "penaltyWeight", Number(recipe, "penaltyWeight") is var weight && weight < UsualPenalty ? UsualPenalty : 10 * weight)],
            _ => [],
        };
    }

    private static (double Generator, double Discriminator) Rates(Recipe recipe)
    {
        var g = Number(recipe, "learningRate");
        var d = DiscriminatorRates.Select(name => Number(recipe, name)).FirstOrDefault(rate => rate > 0);
        return (g, d > 0 ? d : g);
    }

    private static double Number(Recipe recipe, string option) => recipe.Options?[option]?.GetValue<double>() ?? double.NaN;

    private static JsonObject? Rate(Recipe recipe, double generator, double discriminator) =>
        DiscriminatorRates.FirstOrDefault(name => recipe.Options?.ContainsKey(name) == true) is not { } name || !double.IsFinite(generator) ? null
            : new() { ["options"] = new JsonObject { ["learningRate"] = generator, [name] = discriminator } };

    private static JsonObject? Option(Recipe recipe, string name, JsonNode value) =>
        recipe.Options?.ContainsKey(name) == true ? new() { ["options"] = new JsonObject { [name] = value } } : null;

    private static JsonObject? NonSaturating(Recipe recipe) => recipe.Options?["loss"]?.ToString() == "minimax" ? Option(recipe, "loss", "nonSaturating") : null;

    private static JsonObject? CriticSteps(Recipe recipe) => Number(recipe, "criticSteps") is var steps && steps > 0 ? Option(recipe, "criticSteps", (int)(2 * steps)) : null;

    private static JsonObject? R1(Recipe recipe, double weight) => recipe.Techniques.R1 < weight ? Technique("r1", weight) : null;

    private static JsonObject? Augmented(Recipe recipe, SampleSchema schema) => schema.Kind == FieldKind.Image
        ? recipe.Techniques.DiffAugment == Models.DiffAugmentPolicy.None ? Technique("diffAugment", "all") : null
        : recipe.Techniques.InstanceNoise == 0 ? new() { ["techniques"] = new JsonObject { ["instanceNoise"] = 0.1, ["instanceNoiseSteps"] = 1_000_000_000 } } : null;

    private static JsonObject Technique(string name, JsonNode value) => new() { ["techniques"] = new JsonObject { [name] = value } };
}
