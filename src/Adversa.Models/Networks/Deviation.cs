using Adversa.Torch;

namespace Adversa.Models.Networks;

/// <summary>Standard deviations as networks give them: positive, and far from 0 and infinity in both directions.</summary>
/// <remarks>A softplus instead of an exponential, and a floor, as the encoder of Lucic et al., 2017, has them (arXiv:1711.10337): σ grows like the network's
/// number, where an exponential would overflow at 89.</remarks>
public static class Deviation
{
    /// <summary>The number whose deviation is 1, up to the floor.</summary>
    public static double RawOfOne { get; } = Math.Log(Math.E - 1);

    private const double Floor = 1e-6;

    // σ = ζ(u) + 1e-6
    /// <summary>From any number to a deviation.</summary>
    /// <param name="raw">u, of any shape.</param>
    public static Tensor Of(Tensor raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return raw.Softplus() + Floor;
    }
}
