namespace Adversa.Worlds.Art;

/// <summary>Smooth noise over the line and the plane, a pure function of a key and the place.</summary>
internal static class ArtNoise
{
    /// <summary>Noise in [0, 1] with waves about one unit long.</summary>
    public static float Line(uint key, float x)
    {
        var i = (int)MathF.Floor(x);
        var t = Smooth(x - i);
        var (a, b) = (Lattice(key, i, 0), Lattice(key, i + 1, 0));
        return a + (b - a) * t;
    }

    /// <summary>Noise in [0, 1] with waves about one unit long.</summary>
    public static float Plane(uint key, float x, float y)
    {
        var (i, j) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (s, t) = (Smooth(x - i), Smooth(y - j));
        var (a, b, c, d) = (Lattice(key, i, j), Lattice(key, i + 1, j), Lattice(key, i, j + 1), Lattice(key, i + 1, j + 1));
        var (top, bottom) = (a + (b - a) * s, c + (d - c) * s);
        return top + (bottom - top) * t;
    }

    /// <summary>Three octaves on the line, in [0, 1].</summary>
    public static float Ridge(uint key, float x) => (4 * Line(key, x) + 2 * Line(key ^ 0x51ED27u, 2 * x) + Line(key ^ 0xA2C1B3u, 4 * x)) / 7;

    /// <summary>Three octaves in the plane, in [0, 1].</summary>
    public static float Cloud(uint key, float x, float y) => (4 * Plane(key, x, y) + 2 * Plane(key ^ 0x51ED27u, 2 * x, 2 * y) + Plane(key ^ 0xA2C1B3u, 4 * x, 4 * y)) / 7;

    /// <summary>An independent number in [0, 1) for each place.</summary>
    public static float Lattice(uint key, int x, int y)
    {
        unchecked
        {
            var h = key + (uint)x * 0x9E3779B1u + (uint)y * 0x85EBCA77u;
            h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
            h = (h ^ (h >> 12)) * 0x297A2D39u;
            return (h ^ (h >> 15)) >> 8 is var bits ? bits * (1f / (1 << 24)) : 0;
        }
    }

    private static float Smooth(float t) => t * t * (3 - 2 * t);
}
