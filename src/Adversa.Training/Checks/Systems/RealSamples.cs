using Adversa.Data;
using Adversa.Torch;

namespace Adversa.Training.Checks.Systems;

/// <summary>Real samples as tensors, for measurements of what a model makes of them.</summary>
internal static class RealSamples
{
    private const int Chunk = 250;

    /// <summary>Samples of a set: <see cref="SpreadSamples"/>.</summary>
    /// <param name="source">The set.</param>
    /// <param name="count">How many.</param>
    /// <returns>Samples <c>[N, ...]</c> and their classes, int64 <c>[N]</c>.</returns>
    internal static (Tensor Samples, Tensor Labels) Of(ISampleSource source, int count)
    {
        var read = SpreadSamples.Read(source, count);
        return (Tensor.From<float>(read.Values, source.Schema.BatchShape(read.Count)), Tensor.From<long>([.. read.Labels.Select(label => (long)label)], read.Count));
    }

    /// <summary>Applies a function to a bounded number of samples at a time.</summary>
    /// <param name="samples"><c>[N, ...]</c>.</param>
    /// <param name="of">Gives as many rows as it gets.</param>
    internal static Tensor InChunks(Tensor samples, Func<Tensor, Tensor> of)
    {
        var parts = new List<Tensor>();
        for (long start = 0; start < samples.Size(0); start += Chunk) parts.Add(of(samples.Narrow(0, start, Math.Min(Chunk, samples.Size(0) - start))));
        return Tensor.Cat(parts);
    }

    /// <summary>The share of a set's samples that are named right.</summary>
    /// <param name="source">The set.</param>
    /// <param name="count">How many.</param>
    /// <param name="probabilities">Of each class, <c>[N, K]</c>, for samples <c>[N, ...]</c>.</param>
    internal static double Accuracy(ISampleSource source, int count, Func<Tensor, Tensor> probabilities)
    {
        using var scope = new TensorScope();
        var (samples, labels) = Of(source, count);
        return Ops.Eq(Ops.Argmax(InChunks(samples, probabilities), 1), labels).To(DType.Float32).Mean().Item();
    }
}
