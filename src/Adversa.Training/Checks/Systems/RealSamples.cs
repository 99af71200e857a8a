using Adversa.Data;
using Adversa.Torch;

namespace Adversa.Training.Checks.Systems;

/// <summary>Real samples as tensors, for measurements of what a model makes of them.</summary>
internal static class RealSamples
{
    private const int Chunk = 250;

    /// <summary>The first samples of a set.</summary>
    /// <param name="source">The set.</param>
    /// <param name="count">How many.</param>
    /// <returns>Samples <c>[N, ...]</c> and their classes, int64 <c>[N]</c>.</returns>
    internal static (Tensor Samples, Tensor Labels) Of(ISampleSource source, int count)
    {
        var size = source.Schema.Values;
        var (values, labels) = (new float[count * size], new long[count]);
        for (var i = 0; i < count; i++)
        {
            source.Read(i, values.AsSpan(i * size, size), out var label);
            labels[i] = label;
        }

        return (Tensor.From<float>(values, source.Schema.BatchShape(count)), Tensor.From(labels, count));
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

    /// <summary>The share of a set's first samples that are named right.</summary>
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
