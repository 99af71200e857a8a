namespace Adversa.Training;

/// <summary>What becomes of pictures that are kept in a file: 8 bits, and here a little noise.</summary>
/// <remarks>What a translator hid in faint differences is gone then (Chu, Zhmoginov, Sandler, 2017, arXiv:1712.02950).</remarks>
internal static class KeptPictures
{
    private const int Noise = 0x5317;
    private const double Deviation = 2 / 255.0;

    /// <summary>The same noise anew at each call.</summary>
    internal static Rng NewNoise() => new(0, Noise);

    /// <summary>Pictures as 8-bit files keep them, with normal noise.</summary>
    /// <param name="pictures">Numbers in [-1, 1].</param>
    /// <param name="noise">Where the noise comes from.</param>
    internal static float[] Of(float[] pictures, Rng noise) =>
        [.. pictures.Select(x => (float)Math.Clamp(Math.Round((Math.Clamp(x, -1, 1) + Deviation * noise.Normal() + 1) * 127.5) / 127.5 - 1, -1, 1))];
}
