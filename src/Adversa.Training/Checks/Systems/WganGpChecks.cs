using Adversa.Data;
using Adversa.Metrics;
using Adversa.Models;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>wgan-gp</c> must do.</summary>
public static class WganGpChecks
{
    private const int Points = 512;
    private static readonly long[] Moments = [100, 200, 400, 800];

    /// <summary>On the swiss roll the critic's gradient has norm 1, and its estimate follows the exact distance. Arms of one seed are moments of one run.</summary>
    public static SystemCheck SwissRoll { get; } = new("wgan-gp", "swiss-roll", Words.CriticsGradientIsNearBetweenData,
        [
            .. Moments.Select(steps => new CheckArm($"at-{steps}", Recipe(steps), Distances)),
            new("trained", Recipe(3000), run => [.. Gradients(run), .. Distances(run), ("correlation", Correlation(run))],
                Bar.AtLeast("gradient_mean", 0.8), Bar.AtMost("gradient_mean", 1.2), Bar.AtMost("gradient_p95", 2), Bar.AtLeast("correlation", 0.9)),
        ],
        new(Words.PenaltyWeightNothingHoldsGradient,
            """{ "steps": 400, "options": { "penaltyWeight": 0 } }""", "gradient_mean", "gradient_p95") { Of = "trained", Measure = Gradients });

    private static string Recipe(long steps) => FormattableString.Invariant(
        $$"""{ "variant": "wgan-gp", "preset": "points", "data": "swiss-roll", "batch": 256, "steps": {{steps}}, "emaHalfLife": 400, "logEvery": 50, "options": { "learningRate": 0.0001, "criticLearningRate": 0.0005 } }""");

    /// <summary>The mean and the 95th percentile of ‖∇d(x̂)‖ on lines between data and samples that were not trained on.</summary>
    private static IReadOnlyList<(string Name, double Value)> Gradients(CheckRun run)
    {
        using var scope = new TensorScope();
        using var noise = new Generator(run.Seed + 1);
        var (real, fake) = RealAndFake(run);
        var share = Tensor.Rand([Points, 1], noise);
        var norms = InputGradient.Norms(Critic(run), share * real + (1 - share) * fake).ToArray<float>().Order().ToList();
        return [("gradient_mean", norms.Average(n => (double)n)), ("gradient_p95", norms[(int)(0.95 * Points)])];
    }

    /// <summary>The critic's estimate and the exact distance of the same points, found by assignment.</summary>
    private static IReadOnlyList<(string Name, double Value)> Distances(CheckRun run)
    {
        using var scope = new TensorScope();
        var (real, fake) = RealAndFake(run);
        var critic = Critic(run);
        return
        [
            ("estimate", critic(real).Mean().Item() - critic(fake).Mean().Item()),
            ("w1", Wasserstein.Exact(FeatureSet.From(real.ToArray<float>(), 2), FeatureSet.From(fake.ToArray<float>(), 2)).W1),
        ];
    }

    /// <summary>Pearson's r of estimate and exact distance over the moments and the end.</summary>
    private static double Correlation(CheckRun run)
    {
        var last = Distances(run);
        double[] x = [.. Moments.Select(steps => run.Of($"at-{steps}", "estimate")), last[0].Value];
        double[] y = [.. Moments.Select(steps => run.Of($"at-{steps}", "w1")), last[1].Value];
        return Metrics.Statistics.Correlation.Pearson(x, y);
    }

    private static Critic Critic(CheckRun run)
    {
        var critic = run.Trained.Model.Players[1].Network;
        critic.Eval();
        return critic.Forward;
    }

    /// <summary>Held-out data, and samples of the generator itself: its average lags behind, and the critic never saw it.</summary>
    private static (Tensor Real, Tensor Fake) RealAndFake(CheckRun run)
    {
        var real = SpreadSamples.Read(run.Data(Split.Test), Points).Values;
        return (Tensor.From(real, Points, 2), ((ISampler)run.Trained.Model).Sample(new SampleRequest(SampleSheet.Seeds(0, Points))));
    }
}
