using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>few</c> must do.</summary>
public static class FewChecks
{
    private const int Samples = 1000;
    private const string Data = "first:200:avatars", Minutes = "2.5";

    /// <summary>200 avatars of 32 pixels: nearer to others of their kind than DCGAN's at equal seconds, and no copies.</summary>
    /// <remarks>The Fréchet distance is that of the code of an autoencoder trained on the data, to avatars that nobody learned from.</remarks>
    public static SystemCheck Avatars { get; } = new("few", "avatars", Words.FewDrawsNearerThanDcgan,
        [
            new("dcgan", Recipe("dcgan", 128), run => [("fd", Numbers(run)["fd"])]),
            new("trained", Recipe("few", 16), Measure, Bar.AtMost("fd_ratio", 1), Bar.AtLeast("copying_z", -1.6)),
        ],
        new(Words.DecodersAndAugmentationOff, """{ "options": { "rebuild": 0 }, "techniques": { "diffAugment": "none" } }""", "fd_ratio", "copying_z")
        {
            Of = "trained",
        });

    private static string Recipe(string system, int batch) =>
        $$"""{ "variant": "{{system}}", "data": "{{Data}}", "size": 32, "batch": {{batch}}, "minutes": {{Minutes}} }""";

    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        var numbers = Numbers(run);
        return [("fd", numbers["fd"]), ("fd_ratio", numbers["fd"] / run.Of("dcgan", "fd")), ("copying_z", numbers["copying_z"])];
    }

    private static Dictionary<string, double> Numbers(CheckRun run)
    {
        using var evaluation = Evaluation.Open(run.Trained.Data, run.Trained.Manifest.Schema, null, JudgeBench.Cache);
        return evaluation.Take(run.Samples(Samples), ["fd", "memorization"]).ToDictionary(one => one.Name, one => one.Value ?? double.NaN);
    }
}
