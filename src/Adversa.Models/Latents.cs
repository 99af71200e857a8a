using Adversa.Torch;

namespace Adversa.Models;

/// <summary>The law of the latent vector z.</summary>
public enum Prior
{
    /// <summary>Independent standard normal numbers.</summary>
    Normal,

    /// <summary>Independent uniform numbers in [-1, 1].</summary>
    Uniform,
}

/// <summary>Latent vectors: fast ones for training, lasting ones for pictures.</summary>
public static class Latents
{
    /// <summary>Draws a batch for a turn.</summary>
    /// <param name="count">N.</param>
    /// <param name="latent">Z.</param>
    /// <param name="prior">Their law.</param>
    /// <param name="noise">The run's generator.</param>
    /// <returns><c>[N, Z]</c>.</returns>
    public static Tensor Draw(int count, int latent, Prior prior, Generator noise) => prior == Prior.Normal
        ? Tensor.Randn([count, latent], noise)
        : Tensor.Rand([count, latent], noise) * 2 - 1;

    /// <summary>The latents of some seeds: each a pure function of its seed, on every machine.</summary>
    /// <param name="seeds">One for each row.</param>
    /// <param name="latent">Z.</param>
    /// <param name="prior">Their law.</param>
    /// <returns><c>[N, Z]</c>, on the CPU.</returns>
    public static Tensor OfSeeds(IReadOnlyList<long> seeds, int latent, Prior prior)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var values = new float[seeds.Count * latent];
        for (var i = 0; i < seeds.Count; i++)
        {
            var rng = StreamOf(seeds[i]);
            for (var j = 0; j < latent; j++) values[i * latent + j] = (float)(prior == Prior.Normal ? rng.Normal() : rng.Uniform(-1, 1));
        }

        return Tensor.From(values, seeds.Count, latent);
    }

    /// <summary>The numbers that a seed stands for.</summary>
    internal static Rng StreamOf(long seed) => new(seed, stream: 0x1A7E27);            // a stream of its own: no other use of the same seed
}
