using Adversa.Data;
using Adversa.Metrics;
using Adversa.Models.Games;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the autoencoder.</summary>
public static class AutoencoderChecks
{
    private const int Code = 32, Seen = 5000, Unseen = 2000;

    /// <summary>Digits through a code of 32 numbers.</summary>
    public static SystemCheck Digits { get; } = new("autoencoder", "digits", Words.CodeOfNumbersKeepsMore,
        [
            new("trained", """{ "variant": "autoencoder", "preset": "small28", "data": "digits", "steps": 2000, "options": { "code": 32 } }""", Measure,
                Bar.AtMost("error_over_pca", 0.6), Bar.AtLeast("probe", 0.9)),
        ],
        new(Words.EncoderAndDecoderFrozenAtRandom, """{ "steps": 50, "options": { "learningRate": 1e-9 } }""", "error_over_pca", "probe"));

    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        var model = (Autoencoder)run.Trained.Model;
        var (train, labels) = RealSamples.Of(run.Data(Split.Train), Seen);
        var (test, answers) = RealSamples.Of(run.Data(Split.Test), Unseen);
        var error = (RealSamples.InChunks(test, model.Reconstruct) - test).Square().Mean().Item();
        var pca = PrincipalComponents.Error(train.Flatten(1), test.Flatten(1), Code);
        var probe = LinearProbe.Accuracy(RealSamples.InChunks(train, model.Encode), labels, RealSamples.InChunks(test, model.Encode), answers, model.Schema.Classes);
        return [("error", error), ("pca_error", pca), ("error_over_pca", error / pca), ("probe", probe)];
    }
}
