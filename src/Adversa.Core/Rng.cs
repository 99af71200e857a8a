using System.Diagnostics;

namespace Adversa;

/// <summary>A counter-based random generator: every number is a pure function of (key, stream, counter), the same on every machine.</summary>
/// <remarks>Philox4x32 with 10 rounds; Salmon et al., 2011, "Parallel random numbers: as easy as 1, 2, 3", section 3.3.
/// Normals use only + - * / and square root, with a polynomial of our own for the inverse normal, so no platform's libm can change them.
/// Its state is three numbers; <see cref="VisitState"/> saves them.</remarks>
public sealed class Rng
{
    private readonly uint[] _block = new uint[4];
    private long _key;
    private long _stream;
    private long _counter;
    private bool _filled;      // whether _block belongs to the counter; false after loading

    /// <summary>Creates a generator.</summary>
    /// <param name="key">The seed; any value.</param>
    /// <param name="stream">Independent sequences under one seed, such as the index of a sample; any value.</param>
    public Rng(long key, long stream = 0) => (_key, _stream) = (key, stream);

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt()
    {
        var lane = (int)(_counter & 3);
        if (lane == 0 || !_filled) Philox(_key, _stream, _counter >> 2, _block);
        _filled = true;
        _counter++;
        return _block[lane];
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextULong() => ((ulong)NextUInt() << 32) | NextUInt();

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextULong() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>A whole number in [0, <paramref name="bound"/>), without bias.</summary>
    /// <param name="bound">1 or more.</param>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var threshold = (uint)((0x1_0000_0000UL - (uint)bound) % (uint)bound);
        while (true)
        {
            var product = (ulong)NextUInt() * (uint)bound;
            if ((uint)(product & 0xFFFF_FFFF) >= threshold) return (int)(product >> 32);
        }
    }

    /// <summary>A standard normal number: the inverse normal distribution of a uniform one.</summary>
    public double Normal() => InverseNormal((NextULong() >> 12) * (1.0 / (1UL << 52)) + 1.0 / (1UL << 53));

    /// <summary>Visits what a checkpoint must hold.</summary>
    public void VisitState(IStateVisitor visitor)
    {
        visitor.Visit("key", ref _key);
        visitor.Visit("stream", ref _stream);
        visitor.Visit("counter", ref _counter);
        _filled = false;
    }

    /// <summary>Mixes numbers into one seed, so that neighbouring inputs give unrelated seeds.</summary>
    /// <param name="parts">What the seed depends on, for example (seed, epoch, index).</param>
    public static long Mix(params ReadOnlySpan<long> parts)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15UL;
            foreach (var part in parts)                    // SplitMix64's finaliser after each part
            {
                hash += (ulong)part + 0x9E3779B97F4A7C15UL;
                hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
                hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
                hash ^= hash >> 31;
            }

            return (long)hash;
        }
    }

    private static void Philox(long key, long stream, long counter, uint[] block)
    {
        unchecked
        {
            uint k0 = (uint)key, k1 = (uint)(key >> 32);
            uint c0 = (uint)counter, c1 = (uint)(counter >> 32), c2 = (uint)stream, c3 = (uint)(stream >> 32);
            for (var round = 0; round < 10; round++)
            {
                var p0 = (ulong)c0 * 0xD2511F53;
                var p1 = (ulong)c2 * 0xCD9E8D57;
                (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
                k0 += 0x9E3779B9;
                k1 += 0xBB67AE85;
            }

            (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
        }
    }

    /// <summary>The quantile of the standard normal distribution; absolute error below 1e-8 for p in [1e-12, 1 - 1e-12].</summary>
    /// <remarks>Acklam's rational approximation in the middle; the tails use the logarithm of <see cref="Deterministic.Log"/>.</remarks>
    /// <param name="p">A probability in (0, 1).</param>
    internal static double InverseNormal(double p)
    {
        Debug.Assert(p is > 0 and < 1);
        if (p > 0.5) return -InverseNormal(1 - p);

        if (p < 0.02425)
        {
            var q = Math.Sqrt(-2 * Deterministic.Log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q - 2.549732539343734e+00) * q
                    + 4.374664141464968e+00) * q + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q + 3.754408661907416e+00) * q + 1);
        }

        var d = p - 0.5;
        var r = d * d;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r + 1.383577518672690e+02) * r
                - 3.066479806614716e+01) * r + 2.506628277459239e+00) * d
            / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r + 6.680131188771972e+01) * r
                - 1.328068155288572e+01) * r + 1);
    }
}
