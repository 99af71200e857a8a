using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>Batches of pictures beside each other, where a weight says which pixels count: <c>[N, C, H, W]</c> and <c>[N, 1, H, W]</c>.</summary>
internal static class Pixels
{
    private const double Flat = 1e-4;            // the variance of a picture that shows nothing

    /// <summary>The mean absolute difference.</summary>
    internal static double Distance(Tensor a, Tensor b, Tensor weight) =>
        ((a - b).Abs().Mean([1], keepDim: true) * weight).Sum().Item() / Math.Max(1e-12, weight.Sum().Item());

    /// <summary>The mean absolute difference of two pictures of a batch.</summary>
    internal static double Among(Tensor a, Tensor weight) => Pairs(a).Average(step => Distance(a, Next(a, step), weight * Next(weight, step)));

    /// <summary>The share of pairs in which each of two answers fits its own truth better than the other's: 0.5 by chance.</summary>
    // |aᵢ - tᵢ|² + |aⱼ - tⱼ|² < |aᵢ - tⱼ|² + |aⱼ - tᵢ|², which is ⟨aᵢ - aⱼ, tᵢ - tⱼ⟩ > 0
    internal static double Matching(Tensor answers, Tensor truth, Tensor weight) => Pairs(answers).Average(step =>
    {
        var fit = ((answers - Next(answers, step)) * (truth - Next(truth, step)) * weight * Next(weight, step)).Flatten(1).Sum([1]);
        return Ops.Gt(fit, 0).To(DType.Float32).Mean().Item();
    });

    /// <summary>The mean correlation of light and dark in two pictures, -1 to 1; NaN where all are flat.</summary>
    internal static double Likeness(Tensor a, Tensor b, Tensor weight)
    {
        var (x, y) = (Centred(a), Centred(b));
        float[] both = Sum(x * y), ofX = Sum(x * x), ofY = Sum(y * y), pixels = Sum(weight);
        var seen = Enumerable.Range(0, both.Length).Where(i => Math.Min(ofX[i], ofY[i]) > Flat * pixels[i]).ToList();
        return seen.Count == 0 ? double.NaN : seen.Average(i => both[i] / Math.Sqrt((double)ofX[i] * ofY[i]));

        Tensor Centred(Tensor pictures)
        {
            var light = pictures.Mean([1], keepDim: true);
            return (light - (light * weight).Sum([2, 3], keepDim: true) / Ops.ClampMin(weight.Sum([2, 3], keepDim: true), 1)) * weight;
        }

        static float[] Sum(Tensor values) => values.Flatten(1).Sum([1]).ToArray<float>();
    }

    /// <summary>Each picture's place taken by the one so many places further.</summary>
    internal static Tensor Next(Tensor pictures, int step) => Ops.Roll(pictures, [-step], [0]);

    private static IEnumerable<int> Pairs(Tensor pictures) => Enumerable.Range(1, (int)pictures.Size(0) / 2);
}
