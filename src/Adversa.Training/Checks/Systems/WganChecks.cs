using Adversa.Models.Variants;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>wgan</c> must do.</summary>
public static class WganChecks
{
    /// <summary>All ten digits by a clipped critic; a clip of next to nothing leaves it without a voice.</summary>
    public static SystemCheck Digits { get; } = new("wgan", "digits", Words.ClippedCriticTeachesAllTenDigits,
        [
            new("trained", """{ "variant": "wgan", "data": "digits", "batch": 32, "steps": 2500, "emaHalfLife": 900, "options": { "width": 16, "firstRounds": 5, "longTurn": 50, "learningRate": 0.0005, "clip": 0.03 } }""",
                run => [.. run.Judged(2000, "readable", "classes", "rkl"), ("at_the_bound", AtTheBound(run))],
                Bar.AtLeast("classes", 10), Bar.AtLeast("readable", 0.3)),
        ],
        new(Words.ClipEverySignalOfCriticVanishes,
            """{ "steps": 500, "options": { "clip": 0.00001 } }""", "classes", "readable"));

    /// <summary>The share of the critic's numbers that sit at ±c. Above 0.8 clipping wastes most of the critic.</summary>
    private static double AtTheBound(CheckRun run)
    {
        var bound = 0.999 * ((WganOptions)run.Trained.Plan.Options).Clip;
        var weights = run.Trained.Model.Players[1].Network.Parameters.SelectMany(weight => weight.ToArray<float>()).ToList();
        return weights.Count(weight => Math.Abs(weight) >= bound) / (double)weights.Count;
    }
}
