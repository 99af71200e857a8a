using Adversa.Data;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of DCGAN.</summary>
public static class DcganChecks
{
    private const int Samples = 2000;

    /// <summary>Handwritten digits.</summary>
    public static SystemCheck Digits { get; } = new("dcgan", "digits", Words.DCGANDrawsAllTenDigitsReadable,
        [
            new("trained", """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "batch": 32, "steps": 2812, "emaHalfLife": 4500, "options": { "learningRate": 0.0008 } }""",
                run => run.Judged(Samples, "readable", "classes", "rkl", "real_readable", "judge_accuracy"),
                Bar.AtLeast("readable", 0.5), Bar.AtLeast("classes", 10), Bar.AtMost("rkl", 0.15)),
        ],
        CheckControl.FrozenGenerator(8e-4, "readable", "classes", "rkl"));

    /// <summary>A generator that ends in a ReLU, as a lecture has it, beside the same one with tanh.</summary>
    /// <remarks>A ReLU has no gradient where it is negative, so pixels can stay black for good: their share is printed for both, and for real digits.
    /// The control's noise is read with confidence as one class, so only the number of classes counts for it.</remarks>
    public static SystemCheck Silva { get; } = new("dcgan", "silva", Words.GeneratorEndsInReLUDrawsAll,
        [
            new("tanh", Ending("tanh"), Drawn),
            new("relu", Ending("reLU"), Drawn, Bar.AtLeast("readable", 0.5), Bar.AtLeast("classes", 10)),
        ],
        CheckControl.FrozenGenerator(8e-4, "classes") with { Of = "relu" });

    private static string Ending(string output) =>
        $$"""{ "variant": "dcgan", "preset": "silva28", "data": "digits", "batch": 32, "steps": 1500, "emaHalfLife": 4500, "options": { "output": "{{output}}", "learningRate": 0.0008 } }""";

    private static IReadOnlyList<(string Name, double Value)> Drawn(CheckRun run)
    {
        var (width, test) = (run.Trained.Manifest.Schema.Values, run.Data(Split.Test));
        var real = SpreadSamples.Read(test, Samples).Values;
        return [.. run.Judged(Samples, "readable", "classes", "rkl"), ("dead_pixels", Still(run.Samples(Samples), width)), ("real_dead_pixels", Still(real, width))];
    }

    /// <summary>The share of pixels that are the same in every picture, to one step of a byte.</summary>
    private static double Still(float[] pictures, int width) => Enumerable.Range(0, width)
        .Select(pixel => Enumerable.Range(0, pictures.Length / width).Select(i => pictures[i * width + pixel]).ToList())
        .Average(values => values.Max() - values.Min() < 2 / 255f ? 1.0 : 0);
}
