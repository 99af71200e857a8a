using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Standard normal numbers for the samples of some seeds, each from a stream of its own: batch mates change nothing.</summary>
/// <remarks>The first numbers of a seed are its latent of <see cref="Latents.OfSeeds"/>.</remarks>
internal sealed class SeededNoise
{
    private readonly Rng[] _streams;

    internal SeededNoise(IReadOnlyList<long> seeds) => _streams = [.. seeds.Select(Latents.StreamOf)];

    /// <summary>The next numbers of every stream.</summary>
    /// <param name="shape"><c>[N, ...]</c>.</param>
    internal Tensor Next(long[] shape)
    {
        var each = shape.Skip(1).Aggregate(1L, (a, b) => a * b);
        var values = new float[_streams.Length * each];
        for (var i = 0; i < values.Length; i++) values[i] = (float)_streams[i / each].Normal();
        return Tensor.From(values, shape);
    }
}
