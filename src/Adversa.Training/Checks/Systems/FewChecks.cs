using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>few</c> must do.</summary>
public static class FewChecks
{
    private const int Samples = 1000;

    /// <summary>200 avatars of 32 pixels: heads and shoulders after 16,000 images, and no copies.</summary>
    /// <remarks>The Fréchet distance is that of the code of an autoencoder trained on the data, to avatars that nobody learned from.</remarks>
    public static SystemCheck Avatars { get; } = new("few", "avatars", Words.FewDrawsHeadsAndNoCopies,
        [
            new("trained", """{ "variant": "few", "data": "first:200:avatars", "size": 32, "batch": 16, "steps": 1000 }""", Measure,
                Bar.AtMost("fd", 36), Bar.AtLeast("copying_z", -1.6)),
        ],
        CheckControl.FrozenGenerator(2e-4, "fd"));

    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        using var evaluation = Evaluation.Open(run.Trained.Data, run.Trained.Manifest.Schema, null, JudgeBench.Cache);
        var numbers = evaluation.Take(run.Samples(Samples), ["fd", "memorization"]).ToDictionary(one => one.Name, one => one.Value ?? double.NaN);
        return [("fd", numbers["fd"]), ("copying_z", numbers["copying_z"])];
    }
}
