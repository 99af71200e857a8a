using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Scenes;

/// <summary>What a light does to every colour: paler, then each part times its own factor. The law by which an object is lit again.</summary>
/// <param name="Top">The sky above.</param>
/// <param name="Low">The sky over the hills, and the haze before them.</param>
/// <param name="Gain">Factor of red, green and blue, in 255ths.</param>
/// <param name="Pale">How much of a colour goes, 0 to 1.</param>
/// <param name="Haze">How much of <paramref name="Low"/> lies before the far hills.</param>
/// <param name="Shade">How dark a side is that the sun does not reach, 1 for no darker.</param>
/// <param name="Shadow">How dark shadows on the ground are.</param>
/// <param name="Cloud">Colour of clouds above.</param>
/// <param name="CloudLow">Colour of clouds below.</param>
/// <param name="Pane">Colour of windows above.</param>
/// <param name="PaneLow">Colour of windows below.</param>
internal sealed record SceneAir(Colour Top, Colour Low, Colour Gain, double Pale, double Haze, double Shade, double Shadow, Colour Cloud, Colour CloudLow,
    Colour Pane, Colour PaneLow)
{
    private static readonly SceneAir[] All =
    [
        new(new(74, 152, 226), new(196, 230, 246), new(255, 252, 242), 0.00, 0.42, 0.76, 0.28, new(255, 255, 255), new(222, 234, 246), new(66, 98, 138),
            new(142, 182, 212)),
        new(new(132, 140, 152), new(198, 202, 206), new(216, 219, 224), 0.30, 0.46, 0.92, 0.10, new(176, 181, 188), new(142, 148, 158), new(70, 78, 92),
            new(112, 122, 134)),
        new(new(92, 92, 166), new(255, 178, 128), new(255, 202, 176), 0.10, 0.44, 0.66, 0.30, new(255, 206, 180), new(214, 130, 140), new(255, 196, 104),
            new(255, 226, 150)),
        new(new(16, 24, 64), new(64, 82, 140), new(98, 118, 172), 0.25, 0.44, 0.80, 0.30, new(66, 78, 120), new(44, 54, 94), new(255, 202, 92),
            new(255, 236, 158)),
    ];

    /// <summary>The air of a light.</summary>
    public static SceneAir Of(SceneLight light) => All[(int)light];

    /// <summary>How a colour looks in it.</summary>
    public Colour On(Colour colour)
    {
        var grey = 0.299 * colour.R + 0.587 * colour.G + 0.114 * colour.B;
        return new(Part(colour.R, Gain.R), Part(colour.G, Gain.G), Part(colour.B, Gain.B));

        double Part(double own, double gain) => (own + (grey - own) * Pale) * gain / 255;
    }
}
