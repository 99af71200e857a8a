using Adversa.Torch;

namespace Adversa.Models;

/// <summary>Numbers for the samples of some seeds, each from a stream of its own: batch mates change nothing.</summary>
/// <remarks>The first numbers of a seed are its latent of <see cref="Latents.OfSeeds"/>.</remarks>
internal sealed class SeededNoise
{
    private readonly Rng[] _streams;

    internal SeededNoise(IReadOnlyList<long> seeds) => _streams = [.. seeds.Select(Latents.StreamOf)];

    /// <summary>The next standard normal numbers of every stream.</summary>
    /// <param name="shape"><c>[N, ...]</c>.</param>
    internal Tensor Next(long[] shape) => Fill(shape, stream => stream.Normal());

    /// <summary>The next uniform numbers in [0, 1).</summary>
    /// <param name="shape"><c>[N, ...]</c>.</param>
    internal Tensor Uniform(long[] shape) => Fill(shape, stream => stream.NextDouble());

    private Tensor Fill(long[] shape, Func<Rng, double> next)
    {
        var each = shape.Skip(1).Aggregate(1L, (a, b) => a * b);
        var values = new float[_streams.Length * each];
        for (var i = 0; i < values.Length; i++) values[i] = (float)(next(_streams[i / each]));
        return Tensor.From(values, shape);
    }
}
