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
    internal static bool Exist(DiagnosisKind kind) => kind is < DiagnosisKind.Checkerboard or DiagnosisKind.LipschitzViolation;

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
            DiagnosisKind.Explosion => [weight < UsualPenalty ? Weight(UsualPenalty) : null, Slower(10, Usual)],
            DiagnosisKind.DiscriminatorTooStrong => [NonSaturating(), d > 2 * g ? Rates(g, g) : null, R1(1), Rates(g, d / 4)],
            DiagnosisKind.ModeCollapse => [g > 2 * d ? Rates(d, d) : null, R1(1), Rates(g / 4, d), R1(10)],
            DiagnosisKind.DiscriminatorTooWeak => [d < g ? Rates(g, g) : null, Rates(g, 4 * g), Turn((OptionDial.CriticSteps, 2 * steps))],
            DiagnosisKind.DiscriminatorOverfits => [schema.Kind == FieldKind.Image ? Augmented() : Noisy(), R1(10), Rates(g, d / 4)],
            DiagnosisKind.Oscillation => [R1(1), Slower(4), R1(10)],
            DiagnosisKind.LipschitzViolation => [Weight(weight < UsualPenalty ? UsualPenalty : 10 * weight)],
            _ => [],
        };

        double Of(string name) => dials.FirstOrDefault(dial => dial.Name == name)?.Value ?? double.NaN;
        JsonObject? Turn(params IReadOnlyList<(string Name, double Value)> turns) => OptionDial.Turn(dials, turns);
        JsonObject? Rates(double generator, double discriminator) => Turn((OptionDial.GeneratorRate, generator), (OptionDial.DiscriminatorRate, discriminator));
        JsonObject? Slower(double times, double most = 1) => Rates(Math.Min(g / times, most), Math.Min(d / times, most))
            ?? Turn((OptionDial.SharedRate, Math.Min(Of(OptionDial.SharedRate) / times, most)));
        JsonObject? Weight(double value) => Turn((OptionDial.PenaltyWeight, value));
        JsonObject? R1(double value) => Of(OptionDial.R1) < value ? Turn((OptionDial.R1, value)) : null;
        JsonObject? Noisy() => Of(OptionDial.InstanceNoise) == 0 ? Turn((OptionDial.InstanceNoise, 0.1), (OptionDial.InstanceNoiseSteps, 1_000_000_000)) : null;

        // A loss and an augmentation are words: there is no more or less of them that a dial could turn, and no two systems share them. These two alone are changes of the recipe.
        JsonObject? NonSaturating() => recipe.Options?["loss"]?.ToString() == "minimax" ? Word("options", "loss", "nonSaturating") : null;
        JsonObject? Augmented() => recipe.Techniques.DiffAugment == DiffAugmentPolicy.None ? Word("techniques", "diffAugment", "all") : null;
        static JsonObject Word(string part, string key, string value) => new() { [part] = new JsonObject { [key] = value } };
    }
}
