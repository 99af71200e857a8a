using Adversa.Data;
using Adversa.Models.Games;
using Adversa.Torch;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the variational autoencoder.</summary>
public static class VaeChecks
{
    private const int Unseen = 4000, Samples = 2000;

    /// <summary>Digits: the codes of all data together follow N(0, I), and normal codes decode to all classes.</summary>
    /// <remarks>The largest of 136 entries of the covariance was .12 to .19 over eight seeds, hence .25; the control's is above 5.</remarks>
    public static SystemCheck Digits { get; } = new("vae", "digits", Words.CodesOfUnseenDigitsTogetherFollow,
        [
            new("trained", """{ "variant": "vae", "preset": "small28", "data": "digits", "steps": 4000 }""", Measure,
                Bar.AtMost("mean_error", 0.15), Bar.AtMost("covariance_error", 0.25), Bar.AtLeast("classes", 10)),
        ],
        new(Words.NothingPullsCodesTowardsNI, """{ "steps": 1000, "options": { "beta": 0 } }""", "mean_error", "covariance_error"));

    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        var model = (VariationalAutoencoder)run.Trained.Model;
        var (test, _) = RealSamples.Of(run.Data(Split.Test), Unseen);
        var mean = RealSamples.InChunks(test, x => model.Encode(x).Mean);
        var deviation = RealSamples.InChunks(test, x => model.Encode(x).Deviation);

        // A code is drawn by drawing a digit, then z from N(μ, σ²): mean E μ, covariance Cov μ + diag E σ².
        var centre = mean.Mean([0]);
        var spread = (mean - centre).T().Matmul(mean - centre) / (double)(Unseen - 1) + Ops.Diag(deviation.Square().Mean([0]));
        var excess = spread - Ops.Eye((int)centre.Size(0));
        var error = (RealSamples.InChunks(test, model.Reconstruct) - test).Square().Mean().Item();
        return
        [
            ("mean_error", Ops.Max(centre.Abs()).Item()), ("covariance_error", Ops.Max(excess.Abs()).Item()), ("covariance_rms", excess.Square().Mean().Sqrt().Item()),
            ("reconstruction_mse", error), .. run.Judged(Samples, "classes", "readable", "rarest_share", "rkl"),
        ];
    }
}
