namespace Adversa.Worlds.Art;

/// <summary>Six colours that go together, from dark to light, each shifted a little from painting to painting.</summary>
internal sealed class ArtPalette
{
    private static readonly int[][] Chosen =
    [
        [0x1b2a49, 0x3e4a7a, 0x8a5a83, 0xd9776b, 0xf2b880, 0xf9e4b7],    // dusk
        [0x0b3c49, 0x16697a, 0x489fb5, 0x82c0cc, 0xffa62b, 0xede7e3],    // sea
        [0x3b2a26, 0x6b4432, 0xa86a3d, 0xd4a373, 0xe9d8a6, 0xfefae0],    // earth
        [0x1b3022, 0x2d5a3d, 0x588157, 0xa3b18a, 0xe9c46a, 0xe8e4d2],    // forest
        [0x2f1b2e, 0x6d2e46, 0xa2545f, 0x7d8ca3, 0xd5b0a6, 0xece2d0],    // rose
        [0x14181d, 0x2f3b44, 0xb23a2e, 0x6e7c85, 0xa9b3b5, 0xe4e2d8],    // ink
        [0x1d3557, 0x264653, 0xd1343f, 0xe8924f, 0xa8dadc, 0xf4f1e1],    // Bauhaus
        [0x264653, 0x2a7d74, 0xd9604a, 0x7fa874, 0xe9c46a, 0xf6ead0],    // garden
        [0x231942, 0x4f4682, 0x8a6fb5, 0xc27fae, 0xe8b3c0, 0xfff0e0],    // violet
        [0x22333b, 0x51707f, 0x9c7a58, 0x93b0bd, 0xcfdce1, 0xf5f3ee],    // winter
        [0x2b1a12, 0x7a1f1f, 0xc0392b, 0xd97b29, 0xf0b84a, 0xf8ecc9],    // autumn
        [0x102a2c, 0x1f5f5b, 0x3fa08e, 0xc95d63, 0xf2c6a0, 0xf7f2e4],    // lagoon
    ];

    private readonly ArtColour[] _colours;

    /// <summary>Draws a palette.</summary>
    public ArtPalette(Rng rng)
    {
        var tint = new ArtColour((float)rng.NextDouble(), (float)rng.NextDouble(), (float)rng.NextDouble());
        var (share, gain) = ((float)rng.Uniform(0, 0.12), (float)rng.Uniform(0.92, 1.06));
        _colours = [.. Chosen[rng.NextInt(Chosen.Length)]
            .Select(c => ArtColour.Of(c).To(tint, share).To(new((float)rng.NextDouble(), (float)rng.NextDouble(), (float)rng.NextDouble()), 0.06f).Times(gain)).OrderBy(c => c.Luma)];
    }

    /// <summary>Number of colours.</summary>
    public const int Count = 6;

    /// <summary>A colour: 0 is the darkest, 5 the lightest.</summary>
    public ArtColour this[int index] => _colours[index];

    /// <summary>Between the colours: 0 is the darkest, 1 the lightest.</summary>
    public ArtColour At(float t)
    {
        var at = Math.Clamp(t, 0, 1) * (Count - 1);
        var i = Math.Min((int)at, Count - 2);
        return _colours[i].To(_colours[i + 1], at - i);
    }
}
