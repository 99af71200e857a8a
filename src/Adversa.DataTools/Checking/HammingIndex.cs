using System.Numerics;

namespace Adversa.DataTools.Checking;

/// <summary>Finds 64-bit hashes that differ from a given one in few bits, without comparing it with all.</summary>
/// <remarks>Multi-index hashing (Norouzi, Punjani, Fleet, 2012, "Fast Search in Hamming Space with Multi-Index Hashing"): of four bands of 16 bits at least one differs in a
/// quarter of the bits or fewer, so looking up all near values of each band finds every candidate.</remarks>
internal sealed class HammingIndex
{
    /// <summary>The largest radius.</summary>
    public const int MostRadius = 16;

    private const int Bands = 4, BandBits = 16;

    private readonly int _radius;
    private readonly int _bandRadius;
    private readonly ushort[] _masks;
    private readonly int[][] _first = [.. Enumerable.Range(0, Bands).Select(_ => Filled())];
    private readonly List<(ulong Hash, int Value, int Next0, int Next1, int Next2, int Next3)> _entries = [];

    /// <param name="radius">Bits in which hashes may differ, 0 to 16.</param>
    public HammingIndex(int radius)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(radius, Math.Clamp(radius, 0, MostRadius));
        (_radius, _bandRadius) = (radius, radius / Bands);
        _masks = [.. Enumerable.Range(0, 1 << BandBits).Where(mask => BitOperations.PopCount((uint)mask) <= _bandRadius).Select(mask => (ushort)mask)];
    }

    /// <summary>Adds a hash.</summary>
    public void Add(ulong hash, int value)
    {
        var at = _entries.Count;
        _entries.Add((hash, value, _first[0][Band(hash, 0)], _first[1][Band(hash, 1)], _first[2][Band(hash, 2)], _first[3][Band(hash, 3)]));
        for (var band = 0; band < Bands; band++) _first[band][Band(hash, band)] = at;
    }

    /// <summary>Calls back once for each hash within the radius, in no particular order.</summary>
    public void Find(ulong hash, Action<int, int> found)
    {
        for (var band = 0; band < Bands; band++)
            foreach (var mask in _masks)
                for (var at = _first[band][Band(hash, band) ^ mask]; at >= 0;)
                {
                    var entry = _entries[at];
                    var difference = entry.Hash ^ hash;
                    if (BitOperations.PopCount(difference) is var distance && distance <= _radius && !InEarlierBand(difference, band)) found(entry.Value, distance);
                    at = band switch { 0 => entry.Next0, 1 => entry.Next1, 2 => entry.Next2, _ => entry.Next3 };
                }
    }

    private bool InEarlierBand(ulong difference, int band)
    {
        for (var earlier = 0; earlier < band; earlier++)
            if (BitOperations.PopCount((uint)Band(difference, earlier)) <= _bandRadius) return true;
        return false;
    }

    private static ushort Band(ulong hash, int band) => unchecked((ushort)(hash >> (BandBits * band)));

    private static int[] Filled()
    {
        var table = new int[1 << BandBits];
        Array.Fill(table, -1);
        return table;
    }
}
