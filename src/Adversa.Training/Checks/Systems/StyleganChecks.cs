using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>stylegan2-small</c> must do.</summary>
public static class StyleganChecks
{
    private const int Samples = 1000, Pairs = 128, AtOnce = 64;
    private const string Minutes = "2.5";

    /// <summary>Avatars of 32 pixels: nearer to the data than DCGAN at equal seconds, coarse layers for shape and fine ones for colour, less variety when truncated.</summary>
    /// <remarks>The Fréchet distance is that of the code of an autoencoder trained on the data. Of a style's change, luma is the shape's part and chroma the colours'.
    /// The control has z of one number, which is +1 or -1 once it is normalised: two styles, and no others.</remarks>
    public static SystemCheck Avatars { get; } = new("stylegan2-small", "avatars", Words.StylesDrawNearerAndMix,
        [
            new("dcgan", Recipe("dcgan", """{ "width": 32, "learningRate": 0.0004 }"""), run => [("fd", Distance(run))]),
            new("trained", Recipe("stylegan2-small", "{ }"), Measure,
                Bar.AtMost("fd_ratio", 1), Bar.AtLeast("coarse_is_shape", 1), Bar.AtMost("variance_truncated", 0.7)),
        ],
        new(Words.TwoStylesOnly, """{ "options": { "latent": 1 } }""", "fd_ratio")
        {
            Of = "trained",
            Measure = run => [("fd_ratio", Distance(run) / run.Of("dcgan", "fd"))],
        });

    private static string Recipe(string system, string options) =>
        $$"""{ "variant": "{{system}}", "data": "avatars", "size": 32, "batch": 32, "minutes": {{Minutes}}, "options": {{options}} }""";

    private static IReadOnlyList<(string Name, double Value)> Measure(CheckRun run)
    {
        var (fd, model) = (Distance(run), (IStyled)run.Trained.Model);
        return
        [
            ("fd", fd), ("fd_ratio", fd / run.Of("dcgan", "fd")),
            ("coarse_is_shape", LumaOverChroma(run, model, coarse: true) / LumaOverChroma(run, model, coarse: false)),
            ("variance_truncated", Variance(run, 0.5) / Variance(run, 1)),
        ];
    }

    private static double Distance(CheckRun run)
    {
        using var evaluation = Evaluation.Open(run.Trained.Data, run.Trained.Manifest.Schema, null, JudgeBench.Cache);
        return evaluation.Take(run.Samples(Samples), ["fd"])[0].Value ?? double.NaN;
    }

    /// <summary>How much more luma than chroma changes when the coarse, or the fine, styles become those of another seed.</summary>
    private static double LumaOverChroma(CheckRun run, IStyled model, bool coarse)
    {
        var (luma, chroma) = (0.0, 0.0);
        foreach (var seeds in SampleSheet.Seeds(0, Pairs).Chunk(AtOnce))
        {
            using var scope = new TensorScope();
            using var recording = Autograd.NoGrad();
            var request = new SampleRequest(seeds, run.Trained.SamplingNetwork);
            var (own, other) = (model.StylesOf(request), model.StylesOf(request with { Seeds = [.. seeds.Select(seed => seed + Pairs)] }));
            var first = model.FirstStyleOf(model.Resolutions / 2);
            var (head, tail) = coarse ? (other, own) : (own, other);
            var mixed = Tensor.Cat([head.Narrow(1, 0, first), tail.Narrow(1, first, tail.Size(1) - first)], 1);
            var change = model.Draw(mixed, request) - model.Draw(own, request);
            var grey = change.Mean([1], keepDim: true);
            (luma, chroma) = (luma + grey.Square().Mean().Item(), chroma + (change - grey).Square().Mean().Item());
        }

        return luma / chroma;
    }

    /// <summary>The variance of a pixel over samples, averaged over pixels.</summary>
    private static double Variance(CheckRun run, double truncation)
    {
        using var scope = new TensorScope();
        var drawn = SampleSheet.Batches(run.Trained.Model, run.Trained.SamplingNetwork, SampleSheet.Seeds(0, Samples), truncation: truncation);
        var samples = Tensor.From([.. drawn.SelectMany(batch => batch)], Samples, run.Trained.Manifest.Schema.Values);
        return (samples - samples.Mean([0], keepDim: true)).Square().Mean().Item();
    }
}
