namespace Adversa.Worlds.Art;

/// <summary>A colour of a painting; each part from 0 to 1, as stored in files (not linear light).</summary>
internal readonly record struct ArtColour(float R, float G, float B)
{
    /// <summary>How bright it looks.</summary>
    public float Luma => 0.299f * R + 0.587f * G + 0.114f * B;

    /// <summary>From a number such as 0x1b2a49.</summary>
    public static ArtColour Of(int rgb) => new((rgb >> 16) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);

    /// <summary>On the way to another colour.</summary>
    /// <param name="other">Where the way leads.</param>
    /// <param name="share">0 is this colour, 1 the other.</param>
    public ArtColour To(ArtColour other, float share) => new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);

    /// <summary>Brighter above 1, darker below.</summary>
    public ArtColour Times(float gain) => new(R * gain, G * gain, B * gain);
}
