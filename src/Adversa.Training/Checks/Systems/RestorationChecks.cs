using Adversa.Data;
using Adversa.Metrics;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proofs of the systems that make pictures again of what was taken of them: test pictures are the truth, and each is held against what does without learning.</summary>
public static class RestorationChecks
{
    private const int Pictures = 256;
    private const double Range = 2;                // of pixels in [-1, 1]
    private const int Sweeps = 400;                // of the harmonic fill: 14x14 pixels are still long before

    /// <summary>Faces of 8 pixels to 32: squared errors beat cubic interpolation, and the second stage gives pixel error for looks.</summary>
    public static SystemCheck Srgan { get; } = new("srgan", "avatars", Words.SrganBeatsInterpolationAndTradesErrorForLooks,
        [
            new("srresnet",
                """{ "variant": "srgan", "data": "avatars", "size": 32, "steps": 1500, "emaHalfLife": 0, "options": { "width": 16, "pixelSteps": 1500 } }""",
                Enlarged,
                Bar.AtLeast("psnr_over_bicubic", 1), Bar.AtMost("inconsistency", 0.02)),
            new("srgan",
                """
                {
                  "variant": "srgan", "data": "avatars", "size": 32, "steps": 3000, "emaHalfLife": 0,
                  "options": { "width": 16, "pixelSteps": 1500, "adversarialWeight": 0.01, "discriminatorLearningRate": 0.0002 }
                }
                """,
                run => [.. Enlarged(run), .. Trade(run)], Bar.AtMost("psnr_over_srresnet", 0), Bar.AtMost("fd_over_srresnet", 0.8)),
        ],
        new(Words.AdversaryWithoutWeight, """{ "options": { "adversarialWeight": 0 } }""", "psnr_over_srresnet", "fd_over_srresnet") { Of = "srgan" });

    /// <summary>Faces of 32 pixels with a hole in the middle: better than the mean colour, and than the smoothest filling.</summary>
    public static SystemCheck ContextEncoder { get; } = new("context-encoder", "avatars", Words.ContextEncoderBeatsSmoothFilling,
        [
            new("trained", """{ "variant": "context-encoder", "data": "avatars", "size": 32, "steps": 3000 }""", Filled,
                Bar.AtLeast("psnr_over_mean", 4), Bar.AtLeast("psnr_over_harmonic", 2)),
        ],
        new(Words.SquaredErrorWithoutWeight, """{ "options": { "adversarialWeight": 1 } }""", "psnr_over_mean", "psnr_over_harmonic"));

    /// <summary>A part of a face in another light: its colours come back, its seam vanishes, its details stay.</summary>
    public static SystemCheck GpGan { get; } = new("gp-gan", "avatars", Words.GpGanTakesTheLightAndKeepsTheDetails,
        [
            new("trained", """{ "variant": "gp-gan", "data": "avatars", "size": 32, "steps": 1500 }""", run => Blended(run, copies: false),
                Bar.AtMost("error_over_paste", 0.5), Bar.AtMost("seam_over_truth", 1.2), Bar.AtLeast("gradient_correlation", 0.95)),
        ],
        new(Words.PasteAsItIs, """{ "steps": 20 }""", "error_over_paste", "seam_over_truth") { Measure = run => Blended(run, copies: true) });

    private static IReadOnlyList<(string Name, double Value)> Enlarged(CheckRun run)
    {
        var (real, given, made) = Made(run);
        var schema = real.Schema;
        using var scope = new TensorScope();
        var small = given.TensorOf(Field.Input);
        var cubic = Ops.Clamp(Resampling.Bicubic(small, schema.Height, schema.Width), -1, 1);
        var again = Ops.Clamp(Resampling.Bicubic(Tensor.From(made, schema.BatchShape(real.Count)), (int)small.Size(2), (int)small.Size(3)), -1, 1);
        using var evaluation = Evaluation.Open(run.Trained.Data, schema, null, JudgeBench.Cache);
        var psnr = PsnrOf(made, real.Values, schema);
        return
        [
            ("psnr", psnr),
            ("psnr_over_bicubic", psnr - PsnrOf(cubic.ToArray<float>(), real.Values, schema)),
            ("inconsistency", (again - small).Abs().Mean().Item()),
            ("fd", evaluation.Take(made, ["fd"]).First(one => one.Name == "fd").Value ?? double.NaN),
        ];
    }

    private static IEnumerable<(string Name, double Value)> Trade(CheckRun run)
    {
        var values = Enlarged(run).ToDictionary(one => one.Name, one => one.Value);
        yield return ("psnr_over_srresnet", values["psnr"] - run.Of("srresnet", "psnr"));
        yield return ("fd_over_srresnet", values["fd"] / run.Of("srresnet", "fd"));
    }

    private static IReadOnlyList<(string Name, double Value)> Filled(CheckRun run)
    {
        var (real, given, made) = Made(run);
        var masks = FeatureSet.From([.. given.Bytes(Field.Mask).Select(inside => (float)inside)], real.Schema.Height * real.Schema.Width);
        double Hole(float[] pictures) => Restoration
            .HolePsnr(FeatureSet.From(pictures, real.Schema.Values), FeatureSet.From(real.Values, real.Schema.Values), masks, Range).Average();
        var (psnr, mean) = (Hole(made), Hole(given.Floats(Field.Input)));
        return [("hole_psnr", psnr), ("psnr_over_mean", psnr - mean), ("psnr_over_harmonic", psnr - Hole(Harmonic(given, real.Schema)))];
    }

    private static IReadOnlyList<(string Name, double Value)> Blended(CheckRun run, bool copies)
    {
        var (real, given, made) = Made(run);
        var (schema, pixels) = (real.Schema, real.Schema.Height * real.Schema.Width);
        var (truth, paste, mask) = (real.Values, given.Floats(Field.Paste), given.Bytes(Field.Mask));
        float[] pasted = [.. truth.Select((value, i) => Inside(i) ? paste[i] : value)];
        var judged = copies ? pasted : made;
        return [("error_over_paste", Error(judged) / Error(pasted)), ("seam_over_truth", Seam(judged) / Seam(truth)), ("gradient_correlation", Correlation())];

        bool Inside(int i) => mask[i / schema.Values * pixels + i % pixels] == 1;
        double Error(float[] pictures) => pictures
            .Where((_, i) => Inside(i)).Zip(truth.Where((_, i) => Inside(i)), (a, b) => Math.Abs((double)a - b)).Average();
        double Seam(float[] pictures) => Enumerable.Range(0, real.Count).Average(row => Restoration.SeamEnergy(
            [.. pictures.Skip(row * schema.Values).Take(schema.Values).Select(value => (double)value)],
            [.. mask.Skip(row * pixels).Take(pixels).Select(value => (double)value)], schema.Height, schema.Width));

        double Correlation()
        {
            var inside = Enumerable.Range(0, truth.Length - 1).Where(i => i % schema.Width + 1 < schema.Width && Inside(i) && Inside(i + 1)).ToList();
            double[] a = [.. inside.Select(i => (double)judged[i + 1] - judged[i])], b = [.. inside.Select(i => (double)paste[i + 1] - paste[i])];
            return Metrics.Statistics.Correlation.Pearson(a, b);
        }
    }

    /// <summary>Test pictures, what is given of them, and what the run makes of that.</summary>
    internal static (Batch Real, Batch Given, float[] Made) Made(CheckRun run)
    {
        var (real, model) = (run.Trained.Examples!.Real(SampleSheet.Seeds(0, Pictures)), (ITranslator)run.Trained.Model);
        var given = model.Give(real);
        using var scope = new TensorScope();
        var request = new SampleRequest(SampleSheet.Seeds(0, Pictures), run.Trained.SamplingNetwork) { Given = given };
        return (real, given, model.Sample(request).ToArray<float>());
    }

    /// <summary>The mean over pictures of their PSNR.</summary>
    internal static double PsnrOf(float[] made, float[] truth, SampleSchema schema) =>
        Psnr.Of(FeatureSet.From(made, schema.Values), FeatureSet.From(truth, schema.Values), Range).MeanOfImages;

    /// <summary>Holes filled so that every pixel is the mean of its four neighbours.</summary>
    private static float[] Harmonic(Batch given, SampleSchema schema)
    {
        var (pictures, mask, width, pixels) = ((float[])given.Floats(Field.Input).Clone(), given.Bytes(Field.Mask), schema.Width, schema.Height * schema.Width);
        var holes = Enumerable.Range(0, pictures.Length).Where(i => mask[i / schema.Values * pixels + i % pixels] == 1).ToList();      // none at the picture's edge
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var i in holes) pictures[i] = (pictures[i - 1] + pictures[i + 1] + pictures[i - width] + pictures[i + width]) / 4;
        return pictures;
    }
}
